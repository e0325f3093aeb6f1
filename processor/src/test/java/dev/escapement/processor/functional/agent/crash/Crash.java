package dev.escapement.processor.functional.agent.crash;

/** A simulated crash of the process. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process is gone");
    }
}
