package dev.escapement.run;

import dev.escapement.engine.EventVisitor;
import dev.escapement.model.Delta;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints a thread as it grows, for people: who said, called, decided and answered what. Gates that let a call pass are
 * not worth a line. Of the hash of a call's arguments only the beginning is shown, and long results are cut.
 *
 * <p>If it is the runner's {@linkplain Runner.Builder#deltas listener for deltas}, too, the words of the model appear
 * while they arrive. Safe for use by many threads of execution, but then what they print stands among each other.
 */
public final class ThreadPrinter implements ThreadListener, DeltaListener {

    private final PrintStream out;
    private final boolean colour;
    private @Nullable String arriving;
    private String heldBack = "";

    /**
     * A printer to any stream.
     *
     * @param out where to print
     * @param colour whether to colour the lines with ANSI escape sequences
     */
    public ThreadPrinter(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /**
     * A printer to standard output, in colour if that is a terminal and the environment variable {@code NO_COLOR} is
     * not set.
     *
     * @return the printer
     */
    // JDK 22 to 24 may return a console that is no terminal; 17 to 21 and 25 do not.
    @SuppressWarnings("SystemConsoleNull")
    public static ThreadPrinter standard() {
        String terminal = System.getenv("TERM");
        boolean colour = System.console() != null
                && System.getenv("NO_COLOR") == null
                && terminal != null
                && !terminal.equals("dumb");
        return new ThreadPrinter(System.out, colour);
    }

    @Override
    public synchronized void arrived(AgentThread thread, Delta delta) {
        if (delta instanceof Delta.Text text) {
            arrived(thread.id(), text.text());
        }
        if (delta instanceof Delta.Discarded && thread.id().equals(arriving)) {
            endArriving();
            print(PrintedLine.line(PrintedLine.Style.DIM, "", "This reply was lost."));
        }
    }

    private void arrived(String id, String text) {
        if (!id.equals(arriving)) {
            String begun = text.stripLeading();
            if (begun.isEmpty()) {
                return;
            }
            endArriving();
            out.print(PrintedLine.label("model"));
            arriving = id;
            print(begun);
        } else {
            print(text);
        }
        out.flush();
    }

    /** Holds back half a character and half a line break: the other half may come in the next piece. */
    private void print(String text) {
        String all = heldBack + text;
        char last = all.isEmpty() ? ' ' : all.charAt(all.length() - 1);
        int end = Character.isHighSurrogate(last) || last == '\r' ? all.length() - 1 : all.length();
        heldBack = all.substring(end);
        out.print(PrintedLine.indented(all.substring(0, end), PrintedLine.MAX_WORDS));
    }

    private void endArriving() {
        if (arriving != null) {
            out.println();
            arriving = null;
            heldBack = "";
        }
    }

    @Override
    public synchronized void recorded(AgentThread thread, Event event) {
        boolean shown = event.kind() == EventKind.MODEL_REPLIED && thread.id().equals(arriving);
        endArriving();
        EventVisitor.visit(event, new EventLines(thread, shown)).forEach(this::print);
    }

    private void print(PrintedLine line) {
        out.println(line.printed(colour));
    }
}
