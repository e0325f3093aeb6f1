package dev.escapement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;

/** What a {@link dev.escapement.Gate} decides about a call that was selected and has not run. */
public sealed interface Verdict {

    /** The kinds of verdicts, the least strict first. */
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

    /** The call may run. */
    record Proceed() implements Verdict {
        @Override
        public Kind kind() {
            return Kind.PROCEED;
        }
    }

    /**
     * The call must not run.
     *
     * @param reason what the model is told
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
     * A person has to approve the call before it may run.
     *
     * @param question what the person is asked
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
     * Lets the call run.
     *
     * @return the verdict
     */
    static Verdict proceed() {
        return new Proceed();
    }

    /**
     * Refuses the call.
     *
     * @param reason what the model is told
     * @return the verdict
     */
    static Verdict deny(String reason) {
        return new Deny(reason);
    }

    /**
     * Asks a person.
     *
     * @param question what the person is asked
     * @return the verdict
     */
    static Verdict ask(String question) {
        return new Ask(question);
    }

    /**
     * The strictest of several verdicts about one call: a denial before a question before a pass; among equals the
     * first.
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
