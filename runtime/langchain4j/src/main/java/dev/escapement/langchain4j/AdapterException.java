package dev.escapement.langchain4j;

import java.util.Objects;

/** Carries a failure of a LangChain4j adapter to the Java thread of the caller. Has no stack trace of its own. */
final class AdapterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Throwable fault;

    /**
     * Creates an exception.
     *
     * @param fault the exception or error that the adapter threw or reported
     */
    AdapterException(Throwable fault) {
        super(null, fault, false, false);
        this.fault = Objects.requireNonNull(fault, "fault");
    }

    Throwable fault() {
        return fault;
    }
}
