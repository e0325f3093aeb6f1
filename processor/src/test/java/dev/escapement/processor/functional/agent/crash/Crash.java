package dev.escapement.processor.functional.agent.crash;

/** A simulated crash of the process. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process is gone");
    }

    /** Throws a given exception again unless it is a crash or results directly from one. */
    static void require(RuntimeException thrown) {
        if (!(thrown instanceof Crash) && !(thrown.getCause() instanceof Crash)) {
            throw thrown;
        }
    }
}
