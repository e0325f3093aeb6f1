package dev.escapement.thread;

import dev.escapement.internal.collection.PersistentList;
import dev.escapement.model.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The default rendering of a prefix of a thread's events. A longer transcript shares its messages, so that the
 * rendering of a thread costs as much as the rendering of the events since the previous one. Immutable.
 */
final class Transcript {

    /** The empty transcript. */
    static final Transcript EMPTY = new Transcript(0, 0, PersistentList.empty(), Map.of(), PersistentList.empty());

    private final int events;

    /** The number of events on which the messages depend. It includes answers and a reply after the rendered events. */
    private final int basis;

    private final PersistentList<Message> messages;

    /** A map from each context source to the index of the message that contains the source's newest context. */
    private final Map<String, Integer> contexts;

    /** The events that have messages, with those of context left out. */
    private final PersistentList<RenderedEvent> history;

    private Transcript(
            int events,
            int basis,
            PersistentList<Message> messages,
            Map<String, Integer> contexts,
            PersistentList<RenderedEvent> history) {
        this.events = events;
        this.basis = basis;
        this.messages = messages;
        this.contexts = contexts;
        this.history = history;
    }

    /** Returns the number of rendered events. */
    int events() {
        return events;
    }

    /** Returns the number of events that a version requires to begin with this transcript. */
    int basis() {
        return basis;
    }

    PersistentList<Message> messages() {
        return messages;
    }

    /**
     * Returns the events that have messages, oldest first. It includes superseded context. Context does not have its
     * messages here.
     */
    List<RenderedEvent> history() {
        return history;
    }

    /** Returns the message with the newest context of a source. */
    Message context(String source) {
        return messages.get(contexts.getOrDefault(source, -1));
    }

    /**
     * Returns the transcript of the events before the last reply. It never changes, because later events can only add
     * answers to the calls of the last reply.
     *
     * @param all the events of a thread that begins with the rendered ones
     */
    Transcript beforeLastReply(List<Event> all) {
        int last = all.size() - 1;
        while (last > events && all.get(last).kind() != EventKind.MODEL_REPLIED) {
            last--;
        }
        return to(last, all, last + 1); // the reply determines which messages before it are unseen
    }

    /**
     * Returns the transcript of the events before the first message that follows the last reply. If the next reply was
     * written without knowledge of the messages, they follow it in the conversation. The transcript ends before the
     * reply if an answer to it follows a message, because shorter versions of the thread do not contain the answer. The
     * same applies if a file was not sent before the last reply, because later events can omit it.
     *
     * @param all the events of a thread that begins with the rendered ones
     */
    Transcript beforeLastMessages(List<Event> all) {
        int end = all.size();
        int last = end - 1;
        for (; last >= events && all.get(last).kind() != EventKind.MODEL_REPLIED; last--) {
            end = all.get(last).kind() == EventKind.MESSAGE_RECEIVED ? last : end;
        }
        int sent = last < events ? events : Math.max(0, last - ((Event.ModelReplied) all.get(last)).unseen());
        if (UnsentFiles.mayFollow(all, sent)) {
            return beforeLastReply(all);
        }
        return to(end, all, all.size());
    }

    /**
     * Returns a transcript that extends this transcript to a given number of events, or this one if it is long enough.
     *
     * @param end the number of events
     * @param all the events of a thread that begins with the rendered ones
     */
    Transcript to(int end, List<Event> all) {
        return to(end, all, all.size());
    }

    private Transcript to(int end, List<Event> all, int needed) {
        Transcript longer = this;
        for (int i = events; i < end; i++) {
            RenderedEvent added = RenderedEvent.of(all, i);
            if (!added.messages().isEmpty()) {
                longer = longer.with(added);
            }
        }
        return end <= events
                ? this
                : new Transcript(end, Math.max(basis, needed), longer.messages, longer.contexts, longer.history);
    }

    /**
     * Returns this transcript with the messages for an event appended. Context replaces the earlier context of its
     * source.
     */
    private Transcript with(RenderedEvent added) {
        Optional<String> source = added.source();
        Transcript before = source.isPresent() ? without(source.get()) : this;
        PersistentList<Message> longer = before.messages;
        for (Message message : added.messages()) {
            longer = longer.with(message);
        }
        return source.isEmpty()
                ? new Transcript(events, basis, longer, contexts, history.with(added))
                : new Transcript(
                        events,
                        basis,
                        longer,
                        before.contextsWith(source.get()),
                        history.with(added.withoutMessages()));
    }

    private Map<String, Integer> contextsWith(String source) {
        Map<String, Integer> more = new HashMap<>(contexts);
        more.put(source, messages.size());
        return more;
    }

    /** Returns this transcript without the context from a given source. */
    private Transcript without(String source) {
        Integer index = contexts.get(source);
        if (index == null) {
            return this;
        }
        PersistentList<Message> shorter = messages.first(index);
        for (int i = index + 1; i < messages.size(); i++) {
            shorter = shorter.with(messages.get(i));
        }
        Map<String, Integer> others = new HashMap<>();
        contexts.forEach((other, at) -> others.put(other, at > index ? at - 1 : at));
        others.remove(source);
        return new Transcript(events, basis, shorter, others, history);
    }
}
