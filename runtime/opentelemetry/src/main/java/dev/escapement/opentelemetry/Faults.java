package dev.escapement.opentelemetry;

import dev.escapement.engine.Outcome;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Objects;

/** Marks spans of work that failed. */
final class Faults {

    private static final String DECLARED = "declared";

    private Faults() {}

    /**
     * Something was thrown. Only the message of a {@link ModelException} is known to hold no secret; but it may quote what
     * the provider said of the conversation, and is content therefore.
     */
    static void mark(Span span, Throwable failure, boolean content) {
        boolean isShown = content && failure instanceof ModelException;
        mark(span, typeOf(failure), isShown ? Objects.requireNonNullElse(failure.getMessage(), "") : "");
    }

    /** A method of the agent threw an exception that it declares. Its message is content. */
    static void mark(Span span, Outcome.Failed declared, boolean content) {
        mark(span, DECLARED, content ? declared.message() : "");
    }

    private static void mark(Span span, String type, String message) {
        span.setAttribute(Conventions.ERROR_TYPE, type);
        span.setStatus(StatusCode.ERROR, message);
    }

    /** The code of the provider, else the HTTP status, else the class of the exception. */
    static String typeOf(Throwable failure) {
        if (failure instanceof RequestRejectedException rejected) {
            return rejected.code().isEmpty() ? Integer.toString(rejected.status()) : rejected.code();
        } else if (failure instanceof ModelUnavailableException unavailable && unavailable.status() > 0) {
            return Integer.toString(unavailable.status());
        }
        return failure.getClass().getName();
    }
}
