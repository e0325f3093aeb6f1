package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;

/** A holder of an agent whose steps fail in every way, package-private like its members. */
final class FailingSteps {

    private FailingSteps() {}

    /** A checked exception of the contract. */
    static class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** A subclass of a contract exception. */
    static final class RefusedAtNight extends Refused {
        private static final long serialVersionUID = 1L;

        RefusedAtNight() {
            super("closed at night");
        }
    }

    /** An unchecked exception of the contract, without a message. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An error, which leaves the outcome of a step unknown even if the step declares it. */
    static final class Broken extends Error {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("broken, and declared to be");
        }
    }

    /**
     * Fail in a way.
     *
     * @param way which
     */
    @Tool
    record Fail(Way way) {}

    /**
     * Fail without a result.
     *
     * @param way which
     */
    @Tool
    record FailSilently(Way way) {}

    /**
     * Fail at the end.
     *
     * @param way which
     */
    @Tool
    record FailAtLast(Way way) {}

    /** The ways in which a step can fail. */
    enum Way {
        NOT,
        REFUSED,
        REFUSED_AT_NIGHT,
        BUSY,
        BROKEN,
        UNDECLARED,
        INTERRUPTED;

        /** Returns the name of the exception's class, for ways that can leave the outcome unknown. */
        String exception() {
            return switch (this) {
                case BUSY -> Busy.class.getName();
                case BROKEN -> Broken.class.getName();
                case UNDECLARED -> IllegalStateException.class.getName();
                case NOT, REFUSED, REFUSED_AT_NIGHT, INTERRUPTED -> throw new IllegalStateException();
            };
        }

        void go() throws Refused, InterruptedException {
            switch (this) {
                case NOT -> {}
                case REFUSED -> throw new Refused("no");
                case REFUSED_AT_NIGHT -> throw new RefusedAtNight();
                case BUSY -> throw new Busy();
                case BROKEN -> throw new Broken();
                case UNDECLARED -> throw new IllegalStateException("password: 12345");
                case INTERRUPTED -> throw new InterruptedException();
            }
        }
    }

    /** The agent. */
    @SuppressWarnings("ESC043")
    @Agent
    static final class Desk {

        @Prompt
        String prompt() {
            return "";
        }

        @Step
        String fail(Fail call) throws Refused, RefusedAtNight, Busy, Refused, InterruptedException, Broken {
            call.way().go();
            return "fine";
        }

        @Step
        void fail(FailSilently call, StepContext context) throws RefusedAtNight, Refused, InterruptedException {
            call.way().go();
        }

        @Step
        Finish<String> fail(FailAtLast call) throws InterruptedException, Refused {
            call.way().go();
            return Finish.with("fine");
        }
    }
}
