package dev.escapement.cli;

/** Thrown if a command cannot be completed. The message contains the problem and the remedy. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandException refused(String message) {
        return new CommandException(message, ExitCode.REFUSED);
    }

    static CommandException usage(String message) {
        return new CommandException(message, ExitCode.USAGE);
    }

    static CommandException store(String message) {
        return new CommandException(message, ExitCode.STORE);
    }

    int exitCode() {
        return exitCode;
    }
}
