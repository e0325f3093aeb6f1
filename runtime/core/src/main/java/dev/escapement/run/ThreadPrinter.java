package dev.escapement.run;

import dev.escapement.json.Excerpt;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Event;
import dev.escapement.loop.Rendering;
import dev.escapement.model.Delta;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints a thread as it grows, for people: who said, called, decided and answered what. Gates that let a call pass are
 * not worth a line. Of the hash of a call's arguments only the beginning is shown, and long results are cut.
 *
 * <p>If it is the runner's {@linkplain Runner.Builder#deltas listener for deltas}, too, the words of the model appear
 * while they arrive. Safe for use by many threads of execution, but then what they print stands among each other.
 */
public final class ThreadPrinter implements ThreadListener, DeltaListener {

    private static final int MAX_WORDS = 20_000;
    private static final int MAX_LENGTH = 300;
    private static final int HASH_LENGTH = 8;

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
    private @Nullable String arriving;

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
            if (!thread.id().equals(arriving)) {
                endArriving();
                out.print(label("model"));
                arriving = thread.id();
            }
            out.print(indented(text.text(), MAX_WORDS));
            out.flush();
        } else if (delta instanceof Delta.Discarded && arriving != null) {
            endArriving();
            line(Style.DIM, "", "This reply was lost.");
        }
    }

    private void endArriving() {
        if (arriving != null) {
            out.println();
            arriving = null;
        }
    }

    @Override
    public synchronized void recorded(AgentThread thread, Event event) {
        boolean shown = event instanceof Event.ModelReplied && thread.id().equals(arriving);
        endArriving();
        if (event instanceof Event.ModelReplied replied) {
            replied(replied, shown);
        } else if (event instanceof Event.OfCall ofCall) {
            recorded(thread, ofCall);
        } else if (event instanceof Event.Started started) {
            line(Style.DIM, "", "thread " + thread.id() + " of " + started.agent());
            words(Style.BLUE, "person", started.input());
        } else if (event instanceof Event.MessageReceived received) {
            words(Style.BLUE, "person", received.text());
        } else if (event instanceof Event.ContextFetched fetched) {
            line(Style.DIM, "context", fetched.source() + ": " + Rendering.result(fetched.result()));
        } else if (event instanceof Event.ContextFailed failed) {
            line(Style.RED, "failed", failed.source() + ": " + failed.message());
        } else if (event instanceof Event.TextRejected rejected) {
            line(Style.RED, "rejected", rejected.reason());
        } else if (event instanceof Event.PersonAsked asked) {
            line(Style.YELLOW, "asks", asked.question());
        } else if (event instanceof Event.Stopped stopped) {
            line(Style.YELLOW, "stopped", stopped.reason());
        }
    }

    private void replied(Event.ModelReplied replied, boolean shown) {
        if (!shown && !replied.text().isBlank()) {
            words(Style.GREEN, "model", replied.text());
        }
        replied.calls().forEach(call -> line(Style.CYAN, "call", call));
        if (replied.stop() != StopReason.COMPLETE) {
            line(Style.RED, "stop", replied.stop().name().toLowerCase(Locale.ROOT));
        }
    }

    private void recorded(AgentThread thread, Event.OfCall event) {
        if (event instanceof Event.CallRejected rejected) {
            line(Style.RED, "rejected", rejected.reason());
        } else if (event instanceof Event.GateDenied denied) {
            line(Style.RED, "denied", denied.reason());
        } else if (event instanceof Event.ApprovalAsked asked) {
            // What a person needs in order to answer stands first: a long question is cut.
            line(
                    Style.YELLOW,
                    "approve?",
                    asked.callId() + " " + begin(asked.argumentsSha256()) + ": " + asked.question());
        } else if (event instanceof Event.Approved approved) {
            line(
                    Style.BLUE,
                    "approved",
                    approved.callId() + " " + begin(approved.argumentsSha256()) + " by " + approved.by());
            approved.editedArguments().ifPresent(arguments -> line(Style.BLUE, "edited", arguments));
        } else if (event instanceof Event.Refused refused) {
            line(Style.BLUE, "refused", refused.callId() + " by " + refused.by() + ": " + refused.reason());
        } else if (event instanceof Event.StepStarted started) {
            String tool = thread.call(started.callId()).map(Call::tool).orElse(started.callId());
            line(Style.DIM, "run", tool + " (" + started.effect().name().toLowerCase(Locale.ROOT) + ")");
        } else if (event instanceof Event.StepReturned returned) {
            line(Style.DIM, "result", Rendering.result(returned.result()));
        } else if (event instanceof Event.CallSelected selected) {
            line(Style.CYAN, "next", selected.next());
        } else if (event instanceof Event.StepFailed failed) {
            line(Style.RED, "failed", failed.message());
        } else if (event instanceof Event.RerunAllowed allowed) {
            line(Style.BLUE, "decided", allowed.callId() + " may run again, by " + allowed.by());
        } else if (event instanceof Event.StepConfirmed confirmed) {
            line(
                    Style.BLUE,
                    "decided",
                    confirmed.callId() + " has run, by " + confirmed.by() + ": " + confirmed.note());
        } else if (event instanceof Event.ReplyAsked asked) {
            line(Style.YELLOW, "asks", asked.callId() + ": " + asked.question());
        } else if (event instanceof Event.ReplyReceived received) {
            line(Style.BLUE, "reply", Rendering.result(received.reply()));
        } else if (event instanceof Event.Finished finished) {
            line(Style.YELLOW, "finished", Rendering.result(finished.result()));
        }
    }

    private static String begin(String sha256) {
        return sha256.substring(0, Math.min(sha256.length(), HASH_LENGTH));
    }

    private void line(Style style, String label, Call call) {
        line(style, label, call.tool() + " " + call.arguments());
    }

    private void line(Style style, String label, String text) {
        line(style, label, text, MAX_LENGTH);
    }

    /** What people and models say to each other is worth reading whole. */
    private void words(Style style, String label, String text) {
        line(style, label, text, MAX_WORDS);
    }

    private void line(Style style, String label, String text, int maxLength) {
        String printed = (label.isEmpty() ? "" : label(label)) + indented(text.strip(), maxLength);
        out.println(colour ? "\u001b[" + style.code + "m" + printed + "\u001b[0m" : printed);
    }

    private static String label(String label) {
        return String.format(Locale.ROOT, "%8s  ", label);
    }

    /** What a model says must not move the cursor or colour the screen of the person who reads it. */
    private static String indented(String text, int maxLength) {
        return Excerpt.lines(text, maxLength).replace("\n", "\n          ");
    }
}
