package dev.escapement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/**
 * The decision of a {@link Gate} on whether a selected call may run.
 *
 * <pre>{@code
 * @Gate
 * Verdict review(IssueRefund call) {
 *     return call.amountCents() > 100_00 ? Verdict.ask("Refund " + call.amountCents() + " cents?") : Verdict.proceed();
 * }
 * }</pre>
 */
public sealed interface Verdict {

    /** The kind of a verdict. The constants are in ascending order of strictness. */
    enum Kind {
        PROCEED,
        ASK,
        DENY
    }

    /**
     * Returns the kind of this verdict.
     *
     * @return the constant that belongs to its type
     */
    Kind kind();

    /** A verdict that permits the call to run. */
    record Proceed() implements Verdict {
        @Override
        public Kind kind() {
            return Kind.PROCEED;
        }
    }

    /**
     * A verdict that forbids the call.
     *
     * @param reason the reason, which the model receives
     */
    record Deny(String reason) implements Verdict {
        public Deny {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.DENY;
        }
    }

    /**
     * A verdict that requires a person's approval before the call runs.
     *
     * @param question the question to the person
     */
    record Ask(String question) implements Verdict {
        public Ask {
            Objects.requireNonNull(question, "question");
        }

        @Override
        public Kind kind() {
            return Kind.ASK;
        }
    }

    /**
     * Returns a verdict that permits the call to run.
     *
     * @return the verdict
     */
    static Verdict proceed() {
        return new Proceed();
    }

    /**
     * Returns a verdict that forbids the call for the given reason.
     *
     * @param reason the reason, which the model receives
     * @return the verdict
     */
    static Verdict deny(String reason) {
        return new Deny(reason);
    }

    /**
     * Returns a verdict that requires a person's approval before the call runs.
     *
     * @param question the question to the person
     * @return the verdict
     */
    static Verdict ask(String question) {
        return new Ask(question);
    }

    /**
     * Returns the strictest of several verdicts on one call. A denial takes precedence over a question, and a question
     * over permission. Among equally strict verdicts the first is returned.
     *
     * @param verdicts the verdicts in the order of the gates, at least one
     * @return one of them
     */
    static Verdict strictest(Verdict... verdicts) {
        return Arrays.stream(verdicts)
                .peek(verdict -> Objects.requireNonNull(verdict, "a gate returned null"))
                .max(Comparator.comparing(Verdict::kind))
                .orElseThrow();
    }
}
