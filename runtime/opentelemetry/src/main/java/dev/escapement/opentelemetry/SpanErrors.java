package dev.escapement.opentelemetry;

import dev.escapement.engine.Outcome;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.run.DriveException;
import dev.escapement.run.DriveInterruptedException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Objects;
import java.util.regex.Pattern;

/** A writer of the status and {@code error.type} of failed spans. */
final class SpanErrors {

    /** The {@code error.type} for an exception that the agent's method declares. */
    static final String DECLARED = "declared";

    /** A code of a provider. Other values are text, which the conventions do not permit as {@code error.type}. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private SpanErrors() {}

    /**
     * Marks a span as failed with an exception that the agent's method does not declare. The message of a {@link
     * ModelException} does not contain secrets, but may quote the provider's words about the conversation, so it is
     * treated as content. Other messages are never recorded.
     */
    static void mark(Span span, Throwable failure, boolean content) {
        Throwable cause = cause(failure);
        boolean isRecorded = content && cause instanceof ModelException;
        mark(span, typeOf(cause), isRecorded ? Objects.requireNonNullElse(cause.getMessage(), "") : "");
    }

    /** Marks a span as failed with an exception that the agent's method declares. The message is treated as content. */
    static void mark(Span span, Outcome.Failed declared, boolean content) {
        mark(span, DECLARED, content ? declared.message() : "");
    }

    private static void mark(Span span, String type, String message) {
        span.setAttribute(Conventions.ERROR_TYPE, type);
        span.setStatus(StatusCode.ERROR, message);
    }

    /** Returns the {@code error.type} for an outcome, empty unless it is a failure or unknown. */
    static String typeOf(Outcome outcome) {
        if (outcome instanceof Outcome.InDoubt doubt) {
            return typeOf(doubt.exception());
        }
        return outcome instanceof Outcome.Failed ? DECLARED : "";
    }

    /** Returns the failure of an execution's action, or the failure itself if it is of another kind. */
    private static Throwable cause(Throwable failure) {
        boolean isOfAction = failure instanceof DriveException && !(failure instanceof DriveInterruptedException);
        return isOfAction ? Objects.requireNonNullElse(failure.getCause(), failure) : failure;
    }

    /**
     * Returns the {@code error.type} for an exception. It is the provider's error code if it is one word,
     * otherwise the HTTP status, otherwise the name of the exception's class.
     */
    static String typeOf(Throwable thrown) {
        Throwable failure = cause(thrown);
        if (failure instanceof RequestRejectedException rejected) {
            return CODE.matcher(rejected.code()).matches() ? rejected.code() : Integer.toString(rejected.status());
        }
        if (failure instanceof ModelUnavailableException unavailable && unavailable.status() > 0) {
            return Integer.toString(unavailable.status());
        }
        return failure.getClass().getName();
    }
}
