package dev.escapement.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Executes commands and captures their output. */
final class Commands {

    /** The result of a command. */
    record Result(int exitCode, String out, String err) {

        /** Returns the output of a successful command. */
        String success() {
            assertEquals(0, exitCode, out + err);
            assertEquals("", err);
            return out;
        }

        /** Returns the message of a command that failed. */
        String failure(int expected) {
            assertEquals(expected, exitCode, out + err);
            return err;
        }
    }

    private Commands() {}

    static Result run(EscapementCommand command, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = command.output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute(args);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Executes a command as the program does. */
    static Result run(Map<String, String> variables, String... args) {
        return run(EscapementCommand.of(variables), args);
    }
}
