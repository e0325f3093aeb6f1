package dev.escapement.cli;

import dev.escapement.run.ConcurrentRunException;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.DriveException;
import dev.escapement.run.ErasedThreadException;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.StoreException;
import dev.escapement.run.UnknownThreadException;
import dev.escapement.run.WrongAgentException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Prints failures on the stream for errors, as one line and a remedy, and returns the exit codes. */
record FailureReport(CommandOutput output) implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final List<Class<? extends RuntimeException>> REFUSALS = List.of(
            NotWaitingException.class,
            InvalidInputException.class,
            UnknownThreadException.class,
            WrongAgentException.class,
            ErasedThreadException.class,
            ConcurrentRunException.class);

    private static final List<Class<? extends RuntimeException>> OF_STORE =
            List.of(StoreException.class, CorruptThreadException.class, NewerThreadException.class);

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        output.error(String.valueOf(e.getMessage()));
        return usage(e.getCommandLine());
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof CommandException failure) {
            output.error(String.valueOf(failure.getMessage()));
            return failure.exitCode() == ExitCode.USAGE ? usage(command) : failure.exitCode();
        } else if (isOneOf(REFUSALS, e)) {
            (effect(e) + e.getMessage()).lines().forEach(output::error);
            output.error("The commands threads and show print the state of the threads.");
            return ExitCode.REFUSED;
        } else if (e instanceof DriveException drive) {
            boolean ofStore = drive.getCause() != null && isOneOf(OF_STORE, drive.getCause());
            output.error(String.valueOf(drive.getMessage()));
            output.error("The command resume continues the thread.");
            if (ofStore) {
                store(command);
            }
            return ofStore ? ExitCode.STORE : ExitCode.EXECUTION;
        } else if (isOneOf(OF_STORE, e)) {
            output.error(String.valueOf(e.getMessage()));
            store(command);
            if (e.getCause() instanceof SQLException cause) {
                output.error("Cause: " + cause.getMessage());
            }
            if (e instanceof StoreException store && store.isTemporary()) {
                output.error("Repeat the command when the store is available.");
            }
            return ExitCode.STORE;
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        output.error("The command failed unexpectedly. Report this as a defect:");
        trace.toString().lines().forEach(output::error);
        return ExitCode.DEFECT;
    }

    private void store(CommandLine command) {
        if (command.getCommand() instanceof NamedStore named) {
            named.storeName().ifPresent(name -> output.error("Store: " + name));
        }
    }

    /** Returns a sentence about the effect of a refused command. */
    private static String effect(Exception refusal) {
        return refusal instanceof NotWaitingException late && late.reason() == NotWaitingException.Reason.EXPIRED
                ? "The decision was not recorded, but the expiry of the question is. "
                : "Nothing was changed. ";
    }

    private static boolean isOneOf(List<Class<? extends RuntimeException>> types, Throwable failure) {
        return types.stream().anyMatch(type -> type.isInstance(failure));
    }

    private int usage(CommandLine command) {
        output.error("For help: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }
}
