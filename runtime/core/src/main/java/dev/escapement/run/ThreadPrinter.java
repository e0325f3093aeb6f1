package dev.escapement.run;

import dev.escapement.engine.EventVisitor;
import dev.escapement.model.Delta;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * A listener that prints a running thread's messages, calls, decisions and answers in a readable form. Gates that let a
 * call pass are omitted, hashes of arguments are abbreviated, and long results are cut.
 *
 * <pre>{@code
 * Runner runner = Runner.of(loop).model(model).listener(ThreadPrinter.standard()).build();
 * }</pre>
 *
 * <p>If the printer is also the runner's {@linkplain Runner.Builder#deltas listener for deltas}, it prints the model's
 * text as it arrives. Safe for concurrent use, but the output of concurrent threads is then interleaved.
 */
public final class ThreadPrinter implements ThreadListener, DeltaListener {

    /** The text printed after a discarded reply. */
    static final String LOST_REPLY = "This reply was lost.";

    private final PrintStream out;
    private final boolean colour;
    private @Nullable String arriving;
    private String heldBack = "";

    /**
     * Creates a printer that writes to a given stream.
     *
     * @param out the stream
     * @param colour whether to color the lines with ANSI escape sequences
     */
    public ThreadPrinter(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /**
     * Returns a printer that writes to standard output. The output is colored if it goes to a terminal and the
     * environment variable {@code NO_COLOR} is not set.
     *
     * @return the printer
     */
    // JDK 22 to 24 may return a console that is not a terminal; 17 to 21 and 25 do not.
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
        delta.accept(new DeltaPrinter(thread.id())).run();
    }

    /** A visitor that prints text fragments and notices of discarded replies, and ignores all other deltas. */
    private final class DeltaPrinter implements Delta.Visitor<Runnable> {

        private final String id;

        DeltaPrinter(String id) {
            this.id = id;
        }

        @Override
        public Runnable text(Delta.Text delta) {
            return () -> arrived(id, delta.text());
        }

        @Override
        public Runnable thinking(Delta.Thinking delta) {
            return () -> {};
        }

        @Override
        public Runnable callBegun(Delta.CallBegun delta) {
            return () -> {};
        }

        @Override
        public Runnable arguments(Delta.Arguments delta) {
            return () -> {};
        }

        @Override
        public Runnable discarded(Delta.Discarded delta) {
            return () -> printLost(id);
        }
    }

    private void printLost(String id) {
        if (id.equals(arriving)) {
            endArriving();
            print(PrintedLine.line(PrintedLine.Style.DIM, "", LOST_REPLY));
        }
    }

    private void arrived(String id, String text) {
        if (!id.equals(arriving)) {
            String begun = text.stripLeading();
            if (begun.isEmpty()) {
                return;
            }
            endArriving();
            out.print(PrintedLine.label(EventLines.MODEL));
            arriving = id;
            print(begun);
        } else {
            print(text);
        }
        out.flush();
    }

    /**
     * Prints text, but defers an incomplete surrogate pair or line break at the end of the text. The next fragment may
     * contain the second half.
     */
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
