package dev.escapement.cli;

/** The exit codes of the commands. */
final class ExitCode {

    static final int OK = 0;

    /** The state of the thread does not permit the command, or the input is invalid for it. */
    static final int REFUSED = 1;

    /** The arguments are invalid. */
    static final int USAGE = 2;

    /** The store failed, or contains data that cannot be read. */
    static final int STORE = 3;

    /** The decision was recorded, but the execution of the thread failed. */
    static final int EXECUTION = 4;

    /** The command failed unexpectedly. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
