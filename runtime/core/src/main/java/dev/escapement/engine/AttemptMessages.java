package dev.escapement.engine;

/** The log entries for attempts of steps with an unknown outcome. */
public final class AttemptMessages {

    private AttemptMessages() {}

    /**
     * Returns the log entry for an attempt that ended with an exception.
     *
     * @param step the attempt
     * @param outcome the unknown outcome
     * @return one line with the reference, the number of the attempt, the type of the exception that does not exclude an
     *     effect, and the consequence
     */
    public static String inDoubt(Command.RunStep step, Outcome.InDoubt outcome) {
        boolean runsAgain = step.attempt() < step.maxAttempts();
        return step.call().tool() + " failed, reference " + step.context().idempotencyKey()
                + ": attempt " + step.attempt() + (runsAgain ? " of " + step.maxAttempts() : "")
                + ", outcome unknown because of " + reason(outcome).getClass().getName() + "; "
                + (runsAgain ? "the step runs again" : afterLastAttempt(step));
    }

    private static Throwable reason(Outcome.InDoubt outcome) {
        return outcome.declared() ? UnknownOutcomes.firstOf(outcome.exception()) : outcome.exception();
    }

    private static String afterLastAttempt(Command.RunStep step) {
        return switch (EffectRules.recovery(step.effect(), true)) {
            case FAIL -> "the call is answered as failed";
            case REPORT_DOUBT -> "the call is answered as a failure that may have taken effect";
            case ASK_PERSON -> "a person decides";
        };
    }
}
