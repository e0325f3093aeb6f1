package dev.escapement.testkit;

import dev.escapement.content.ContentStore;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Threads in memory, whose collector examines copies of them, without the uses that it ignores. */
final class CollectorFixture implements CollectionFixture {

    private final ManualClock clock = new ManualClock(Instant.parse("2026-05-06T07:08:09Z"));
    private final InMemoryThreadStore threads = new InMemoryThreadStore(clock);
    private final InMemoryThreadStore copies = new InMemoryThreadStore(clock);
    private final CollectionFault.Collector collector;

    CollectorFixture(CollectionFault.Collector collector) {
        this.collector = collector;
    }

    @Override
    public ThreadStore open() {
        return new CopyingStore();
    }

    @Override
    public ContentStore contents() {
        return copies.contents();
    }

    @Override
    public void collect() {
        clock.advance(Duration.ofDays(2));
        if (collector.isEnabled()) {
            copies.collectContents(Duration.ofDays(1));
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void advance(Duration time) {
        clock.advance(time);
    }

    /** A store that copies each thread. */
    private final class CopyingStore extends DelegatingStore {

        CopyingStore() {
            super(threads);
        }

        @Override
        public void append(Append append) {
            super.append(append);
            copies.append(new Append(
                    append.threadId(),
                    append.position(),
                    append.events().stream().map(this::copy).toList(),
                    Optional.empty(),
                    append.standing()));
        }

        private Event copy(Event event) {
            if (!collector.ignores(event)) {
                return event;
            }
            return event instanceof Event.Started ? Samples.started("") : Samples.message("");
        }

        @Override
        public boolean erase(String id) {
            if (collector.followsErasures()) {
                copies.erase(id);
            }
            return super.erase(id);
        }

        @Override
        public boolean delete(String id) {
            copies.delete(id);
            return super.delete(id);
        }
    }
}
