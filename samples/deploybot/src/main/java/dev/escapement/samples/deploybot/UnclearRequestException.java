package dev.escapement.samples.deploybot;

/** Thrown if a request to the program is ambiguous or incomplete. The message states the reason. */
final class UnclearRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnclearRequestException(String message) {
        super(message);
    }
}
