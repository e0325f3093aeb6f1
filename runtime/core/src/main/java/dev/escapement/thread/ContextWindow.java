package dev.escapement.thread;

import dev.escapement.content.Content;
import dev.escapement.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fold that reduces a thread's messages to a number of tokens, as {@link BoundedRendering} documents. Each event
 * changes the reduction at most once, and later events never revert it. Not safe for concurrent use.
 */
final class ContextWindow {

    /** The tokens of the last sentence and of the notice about omitted messages, whether they are shown or not. */
    private static final int RESERVE =
            TokenEstimate.of(List.of(user(Rendering.LAST_REQUEST), omitted(1_000_000, List.of())));

    private final int limit;
    private final Optional<String> compactor;

    /** The events that are shown, oldest first, beginning with the input. */
    private final Set<WindowEntry> entries = new LinkedHashSet<>();

    private final Map<String, WindowEntry> contexts = new HashMap<>();
    private @Nullable WindowEntry newestExchange;
    private @Nullable WindowEntry compaction;

    /** The tokens of the input, of context and of the compaction. */
    private long fixed = RESERVE;

    /** The tokens of all other events. */
    private long variable;

    private long omitted;
    private final List<Content.File> omittedFiles = new ArrayList<>(0);

    /**
     * Creates an empty window.
     *
     * @param limit the maximum number of tokens
     * @param compactor the tool whose result replaces earlier messages, if any
     */
    ContextWindow(int limit, Optional<String> compactor) {
        this.limit = limit;
        this.compactor = compactor;
    }

    /** Appends the next event of the thread. */
    void add(RenderedEvent event) {
        WindowEntry entry =
                new WindowEntry(event, entries.isEmpty() || event.source().isPresent());
        event.source().ifPresent(source -> {
            WindowEntry superseded = contexts.put(source, entry);
            if (superseded != null && entries.remove(superseded)) {
                fixed -= superseded.tokens();
            }
        });
        if (event.isExchange()) {
            newestExchange = entry;
            if (compactor.filter(event::hasResultOf).isPresent()) {
                compact(entry);
            }
        }
        entries.add(entry);
        if (entry.isFixed()) {
            fixed += entry.tokens();
        } else {
            variable += entry.tokens();
        }
        if (fixed + variable > limit) {
            reduce();
        }
    }

    /** Replaces all messages that are not the input or context by an exchange. */
    private void compact(WindowEntry exchange) {
        if (compaction != null) {
            compaction.release();
            fixed -= compaction.tokens();
            variable += compaction.tokens();
        }
        omitUntil(0, null);
        exchange.fix();
        compaction = exchange;
    }

    private void reduce() {
        long available = Math.max(0, limit - fixed);
        long half = available / 2;
        for (WindowEntry entry : entries) {
            if (entry == newestExchange || variable <= half) {
                break;
            }
            if (!entry.isFixed()) {
                variable -= entry.shorten(WindowEntry.SHORT);
            }
        }
        if (variable > available - available / 4 && newestExchange != null) {
            omitUntil(half, newestExchange);
        }
        if (variable > available && newestExchange != null && !newestExchange.isFixed()) {
            long others = variable - newestExchange.tokens();
            variable -= newestExchange.shortenTo(available - others);
        }
    }

    /** Omits the oldest messages until a number of tokens remains or an event is reached. */
    private void omitUntil(long tokens, @Nullable WindowEntry end) {
        for (Iterator<WindowEntry> all = entries.iterator(); variable > tokens && all.hasNext(); ) {
            WindowEntry entry = all.next();
            if (entry == end) {
                return;
            }
            if (!entry.isFixed()) {
                all.remove();
                variable -= entry.tokens();
                omitted += entry.size();
                omit(entry.files());
            }
        }
    }

    /** Adds files to the notice about omitted messages. */
    private void omit(List<Content.File> files) {
        if (!files.isEmpty()) {
            fixed -= TokenEstimate.of(omitted(omitted, omittedFiles));
            omittedFiles.addAll(files);
            fixed += TokenEstimate.of(omitted(omitted, omittedFiles));
        }
    }

    /** Returns the messages that are shown. */
    List<Message> messages(Transcript transcript, boolean lastRequest) {
        List<Message> messages = new ArrayList<>();
        for (WindowEntry entry : entries) {
            messages.addAll(entry.messages(transcript));
            if (messages.size() == 1 && omitted > 0) {
                messages.add(omitted(omitted, omittedFiles));
            }
        }
        if (lastRequest) {
            messages.add(user(Rendering.LAST_REQUEST));
        }
        return List.copyOf(messages);
    }

    private static Message omitted(long count, List<Content.File> files) {
        String notice = Rendering.LEFT_OUT + count;
        return user(files.isEmpty() ? notice : notice + ". " + OmittedFiles.words(files));
    }

    private static Message user(String words) {
        return new Message.User(Rendering.notice(words));
    }
}
