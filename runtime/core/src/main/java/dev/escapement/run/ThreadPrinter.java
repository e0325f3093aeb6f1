package dev.escapement.run;

import dev.escapement.json.Excerpt;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
import dev.escapement.loop.Rendering;
import dev.escapement.tool.Call;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a thread as it grows, for people: who said, called and answered what. */
public final class ThreadPrinter implements ThreadListener {

    private static final int MAX_LENGTH = 300;

    private enum Style {
        DIM(2),
        RED(31),
        GREEN(32),
        YELLOW(33),
        BLUE(34),
        CYAN(36);

        private final int code;

        Style(int code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final boolean colour;

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
    public void recorded(AgentThread thread, Event event) {
        if (event instanceof Event.Started started) {
            line(Style.DIM, "", "thread " + thread.id() + " of " + started.agent());
            line(Style.BLUE, "person", started.input());
        } else if (event instanceof Event.ReplyReceived received) {
            line(Style.BLUE, "person", received.text());
        } else if (event instanceof Event.ModelReplied replied) {
            if (!replied.text().isEmpty()) {
                line(Style.GREEN, "model", replied.text());
            }
            for (Call call : replied.calls()) {
                line(Style.CYAN, "call", call.tool() + " " + call.arguments());
            }
        } else if (event instanceof Event.StepStarted started) {
            line(Style.DIM, "run", started.effect().name().toLowerCase(Locale.ROOT) + " " + started.idempotencyKey());
        } else if (event instanceof Event.StepReturned returned) {
            line(Style.DIM, "result", Rendering.result(returned.result()));
        } else if (event instanceof Event.CallRejected rejected) {
            line(Style.RED, "rejected", rejected.reason());
        } else if (event instanceof Event.StepFailed failed) {
            line(Style.RED, "failed", failed.message());
        } else if (event instanceof Event.Finished finished) {
            line(Style.YELLOW, "finished", Rendering.result(finished.result()));
        } else if (event instanceof Event.Stopped stopped) {
            line(Style.YELLOW, "stopped", stopped.reason());
        }
    }

    private void line(Style style, String label, String text) {
        // What a model says must not move the cursor or colour the screen of the person who reads it.
        String indented = Excerpt.lines(text.strip(), MAX_LENGTH).replace("\n", "\n          ");
        String printed = label.isEmpty() ? indented : String.format(Locale.ROOT, "%8s  %s", label, indented);
        out.println(colour ? "\u001b[" + style.code + "m" + printed + "\u001b[0m" : printed);
    }
}
