package dev.escapement.spring.web;

/** Thrown at the start of an application whose inbox would be open to other computers without an authenticator. */
public final class LocalAccessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalAccessException(String reason) {
        super(reason + ", and the inbox and the API (escapement.server.enabled) do not have an authenticator.");
    }
}
