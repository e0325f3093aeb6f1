package dev.escapement.spring.actuate;

import dev.escapement.engine.Outcome;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.run.DriveException;
import dev.escapement.run.DriveInterruptedException;
import java.util.regex.Pattern;

/**
 * The values of the tag {@code error.type}: a provider's code, a status, the name of a class, {@code declared} or {@code
 * none}. Except for {@code none}, they are those of the spans of {@code AgentTelemetry}.
 */
final class ErrorTag {
    private static final String DECLARED = "declared";

    /** A code of a provider. Other values are text, which would be a tag of its own for each message. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private ErrorTag() {}

    /** Returns the provider's code if it is one word, otherwise the HTTP status, otherwise the name of the exception's class. */
    static String of(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof RequestRejectedException rejected) {
            return CODE.matcher(rejected.code()).matches() ? rejected.code() : Integer.toString(rejected.status());
        }
        return cause instanceof ModelUnavailableException unavailable && unavailable.status() > 0
                ? Integer.toString(unavailable.status())
                : cause.getClass().getName();
    }

    /** Returns the failure of the action of an execution, or the failure itself if it is of another kind. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof DriveException && !(failure instanceof DriveInterruptedException) && cause != null
                ? cause
                : failure;
    }

    /** Returns the value for the outcome of a step or of the retrieval of context. */
    static String of(Outcome outcome) {
        return outcome.accept(new OutcomeVisitor());
    }

    private static final class OutcomeVisitor implements Outcome.Visitor<String> {
        @Override
        public String returned(Outcome.Returned outcome) {
            return MeterNames.NONE;
        }

        @Override
        public String failed(Outcome.Failed outcome) {
            return DECLARED;
        }

        @Override
        public String inDoubt(Outcome.InDoubt outcome) {
            return ErrorTag.of(outcome.exception());
        }

        @Override
        public String selected(Outcome.Selected outcome) {
            return MeterNames.NONE;
        }

        @Override
        public String paused(Outcome.Paused outcome) {
            return MeterNames.NONE;
        }

        @Override
        public String delegated(Outcome.Delegated outcome) {
            return MeterNames.NONE;
        }

        @Override
        public String finished(Outcome.Finished outcome) {
            return MeterNames.NONE;
        }
    }
}
