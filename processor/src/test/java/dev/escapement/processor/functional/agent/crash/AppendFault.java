package dev.escapement.processor.functional.agent.crash;

/** A fault in the middle of the append of an event. */
enum AppendFault {
    CRASH_BEFORE(false) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            throw process.kill();
        }
    },
    CRASH_AFTER(true) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            append.run();
            throw process.kill();
        }
    },
    TORN_LINE(false) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            append.run();
            disk.tear();
            throw process.kill();
        }
    },
    EXCEPTION_BEFORE(false) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            throw new InjectedFault.Failure(null);
        }
    },
    EXCEPTION_AFTER(true) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            append.run();
            throw new InjectedFault.Failure(null);
        }
    },
    ERROR_BEFORE(false) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            throw new InjectedFault.Breakdown();
        }
    },
    ERROR_AFTER(true) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            append.run();
            throw new InjectedFault.Breakdown();
        }
    },
    INTERRUPTION_BEFORE(true) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            Thread.currentThread().interrupt();
            append.run();
        }
    },
    INTERRUPTION_AFTER(true) {
        @Override
        void during(Runnable append, FragileStore process, Disk disk) {
            append.run();
            Thread.currentThread().interrupt();
        }
    };

    private final boolean stored;

    AppendFault(boolean stored) {
        this.stored = stored;
    }

    /** Returns whether the event is stored despite the fault. */
    boolean stored() {
        return stored;
    }

    /** Performs the append with the fault. */
    abstract void during(Runnable append, FragileStore process, Disk disk);
}
