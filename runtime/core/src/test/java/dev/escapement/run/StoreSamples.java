package dev.escapement.run;

import dev.escapement.content.Content;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The events and the clock of tests of {@link FileThreadStore}. */
final class StoreSamples {

    static final Duration MINUTE = Duration.ofMinutes(1);

    static final Event STARTED = new Event.Started(
            Instant.EPOCH, "Desk", Start.of("secret hello").label("tenant", "acme"), Budget.UNLIMITED);

    private StoreSamples() {}

    static Event said(String text, Content.File... files) {
        return new Event.MessageReceived(Instant.EPOCH, text, List.of(files));
    }

    static Optional<AgentThread> thread(Event... events) {
        return Optional.of(new AgentThread("t1", List.of(events)));
    }

    /** A clock that a test moves. */
    static final class Clock implements InstantSource {

        private Instant now = Instant.parse("2026-11-29T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration time) {
            now = now.plus(time);
        }
    }
}
