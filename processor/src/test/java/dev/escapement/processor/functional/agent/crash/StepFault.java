package dev.escapement.processor.functional.agent.crash;

/** A fault in the middle of a step. */
enum StepFault {

    /** The step throws an exception that it does not declare. */
    EXCEPTION {
        @Override
        void happen(FragileStore process) {
            throw new InjectedFault.Failure(null);
        }
    },

    /** The step throws an {@link Error}. */
    ERROR {
        @Override
        void happen(FragileStore process) {
            throw new InjectedFault.Breakdown();
        }
    },

    /** The step is interrupted and ends with an exception. */
    INTERRUPTION {
        @Override
        void happen(FragileStore process) {
            Thread.currentThread().interrupt();
            throw new InjectedFault.Failure(new InterruptedException());
        }
    },

    /** The step ignores that it is interrupted. */
    IGNORED_INTERRUPTION {
        @Override
        void happen(FragileStore process) {
            Thread.currentThread().interrupt();
        }
    },

    /** The process ends. */
    KILL {
        @Override
        void happen(FragileStore process) {
            throw process.kill();
        }
    };

    /** Lets the fault happen in a process. */
    abstract void happen(FragileStore process);
}
