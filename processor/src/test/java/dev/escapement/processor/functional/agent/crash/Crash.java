package dev.escapement.processor.functional.agent.crash;

/** The process is gone. */
final class Crash extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process is gone");
    }
}
