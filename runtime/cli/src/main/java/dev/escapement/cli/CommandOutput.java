package dev.escapement.cli;

import dev.escapement.internal.text.Excerpt;
import dev.escapement.run.ThreadPrinter;
import java.io.PrintStream;

/**
 * The output of the commands. Text of threads cannot control the terminal: invisible and control characters are escaped.
 *
 * @param out the stream for results
 * @param err the stream for errors and progress
 * @param printer the printer of events, which writes to {@code out}
 */
record CommandOutput(PrintStream out, PrintStream err, ThreadPrinter printer) {

    private static final int MAX_TEXT = 20_000;

    /** Returns an output without colors. */
    static CommandOutput plain(PrintStream out, PrintStream err) {
        return new CommandOutput(out, err, new ThreadPrinter(out, false));
    }

    /** Returns the output of the process, with colors on a output. */
    static CommandOutput standard() {
        return new CommandOutput(System.out, System.err, ThreadPrinter.standard());
    }

    void line(String text) {
        out.print(Excerpt.line(text, Integer.MAX_VALUE) + "\n");
    }

    void error(String text) {
        err.print(Excerpt.line(text, Integer.MAX_VALUE) + "\n");
        err.flush();
    }

    /** Prints untrusted text. Each line has a prefix, so that the text cannot be mistaken for output of a command. */
    void quote(String indent, String text) {
        String prefix = indent + "| ";
        out.print(prefix + Excerpt.lines(text.strip(), MAX_TEXT).replace("\n", "\n" + prefix) + "\n");
    }

    /** Prints a document with its line breaks. In JSON text, the escapes of invisible characters are escapes of JSON. */
    void document(String text) {
        out.print(Excerpt.lines(text, Integer.MAX_VALUE) + "\n");
    }
}
