package dev.escapement.testkit;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events for the tests of the contracts. */
final class Samples {

    static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    static final String AGENT = "com.example.Desk";

    private Samples() {}

    static Event started(String input) {
        return started(AGENT, Start.of(input));
    }

    static Event started(String agent, Start start) {
        return new Event.Started(AT, agent, start, Budget.UNLIMITED);
    }

    static Event message(String text) {
        return new Event.MessageReceived(AT, text);
    }

    static Event stopped() {
        return new Event.Stopped(AT, "alice", StopCause.CANCELLED, "enough");
    }

    /** Returns the text of a message, and the kind of any other event. */
    static String text(Event event) {
        return event instanceof Event.MessageReceived message
                ? message.text()
                : event.kind().toString();
    }

    static Optional<AgentThread> thread(String id, Event... events) {
        return Optional.of(new AgentThread(id, List.of(events)));
    }
}
