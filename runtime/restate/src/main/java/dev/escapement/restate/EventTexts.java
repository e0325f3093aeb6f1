package dev.escapement.restate;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonText;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread in its stored form. Events are decoded when they are first required, so that unreadable events are a fault of an
 * action and not of the invocation.
 */
final class EventTexts {

    private final String threadId;
    private final List<JsonText> texts;
    private @Nullable AgentThread thread;

    EventTexts(String threadId, List<JsonText> texts) {
        this.threadId = threadId;
        this.texts = new ArrayList<>(texts);
    }

    String threadId() {
        return threadId;
    }

    int size() {
        return texts.size();
    }

    /** Returns all events in their stored form. */
    List<JsonText> texts() {
        return List.copyOf(texts);
    }

    void add(List<JsonText> events) {
        texts.addAll(events);
    }

    /**
     * Returns the thread.
     *
     * @throws CorruptThreadException if an event is not readable
     * @throws dev.escapement.run.NewerThreadException if an event is of an unknown kind
     * @throws IllegalArgumentException if a thread cannot start with the first event
     */
    AgentThread thread() {
        AgentThread current = thread;
        if (current == null) {
            List<Event> events = new ArrayList<>();
            for (JsonText text : texts) {
                events.add(event(events.size() + 1, text));
            }
            current = new AgentThread(threadId, events);
        }
        for (int i = current.events().size(); i < texts.size(); i++) {
            current = current.with(event(i + 1, texts.get(i)));
        }
        thread = current;
        return current;
    }

    private Event event(int number, JsonText text) {
        return event(threadId, number, text);
    }

    /** Returns an event of its stored form. */
    static Event event(String threadId, int number, JsonText text) {
        return Event.CODEC.decode(text.json()).fold(Decoded.Accepted::value, rejected -> {
            throw CorruptThreadException.unreadable("Restate", threadId, number, text.json(), rejected.violations());
        });
    }

    /** Returns the stored form of events. */
    static List<JsonText> of(List<? extends Event> events) {
        return events.stream().map(EventTexts::of).toList();
    }

    /** Returns the stored form of an event. */
    static JsonText of(Event event) {
        return new JsonText(Event.CODEC.encode(event));
    }
}
