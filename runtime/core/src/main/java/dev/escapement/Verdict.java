package dev.escapement;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

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
     * @param limit the time for the decision, more than zero; empty if it is not limited
     */
    record Ask(String question, Optional<Duration> limit) implements Verdict {
        public Ask {
            Objects.requireNonNull(question, "question");
            limit.ifPresent(Pause::requirePositive);
        }

        /**
         * Creates a verdict without a time limit.
         *
         * @param question the question to the person
         */
        public Ask(String question) {
            this(question, Optional.empty());
        }

        /**
         * Returns a verdict with the same question and a time limit. If a person has not decided in time, the call is
         * answered without being run.
         *
         * <pre>{@code
         * Verdict verdict = Verdict.ask("Deploy to production?").within(Duration.ofHours(4));
         * }</pre>
         *
         * @param limit the time for the decision, more than zero
         * @return the verdict
         * @throws IllegalArgumentException if the limit is zero or negative
         */
        public Ask within(Duration limit) {
            return new Ask(question, Optional.of(limit));
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
     * @return the verdict, without a time limit
     */
    static Ask ask(String question) {
        return new Ask(question);
    }

    /**
     * Returns the strictest of several verdicts on one call. A denial takes precedence over a question, and a question
     * over permission. Among equally strict verdicts the first is returned. If it is a question, it has the shortest of
     * the time limits of all questions.
     *
     * @param verdicts the verdicts in the order of the gates, at least one
     * @return the strictest verdict
     */
    static Verdict strictest(Verdict... verdicts) {
        Verdict strictest = Arrays.stream(verdicts)
                .peek(verdict -> Objects.requireNonNull(verdict, "a gate returned null"))
                .max(Comparator.comparing(Verdict::kind))
                .orElseThrow();
        return strictest instanceof Ask ask ? new Ask(ask.question(), shortestLimit(verdicts)) : strictest;
    }

    private static Optional<Duration> shortestLimit(Verdict... verdicts) {
        return Arrays.stream(verdicts)
                .filter(Ask.class::isInstance)
                .flatMap(verdict -> ((Ask) verdict).limit().stream())
                .min(Comparator.naturalOrder());
    }
}
