package dev.escapement.loop;

import java.util.Objects;

/** What a {@link dev.escapement.Gate} decides about a call that was selected and has not run. */
public sealed interface Verdict {

    /** The call may run. */
    record Proceed() implements Verdict {}

    /**
     * The call must not run.
     *
     * @param reason what the model is told
     */
    record Deny(String reason) implements Verdict {
        public Deny {
            Objects.requireNonNull(reason, "reason");
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
        Verdict strictest = verdicts[0];
        for (Verdict verdict : verdicts) {
            if (strictness(verdict) > strictness(strictest)) {
                strictest = verdict;
            }
        }
        return strictest;
    }

    private static int strictness(Verdict verdict) {
        Objects.requireNonNull(verdict, "a gate returned null");
        return verdict instanceof Deny ? 2 : verdict instanceof Ask ? 1 : 0;
    }
}
