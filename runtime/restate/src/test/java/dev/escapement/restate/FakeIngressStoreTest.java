package dev.escapement.restate;

import dev.escapement.run.ThreadStore;
import dev.escapement.testkit.ManualClock;
import dev.escapement.testkit.StoreFixture;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The contracts of {@link RestateThreadStore}, with objects in memory in place of Restate. */
class FakeIngressStoreTest extends EngineStoreSuite {

    @Override
    StoreFixture fixture() throws IOException {
        return new FakeFixture();
    }

    private static final class FakeFixture implements StoreFixture {

        private final ManualClock clock = new ManualClock(Instant.parse("2026-11-29T12:00:00Z"));
        private final FakeIngress restate = FakeIngress.start(new FakeObjects(clock));

        FakeFixture() throws IOException {}

        @Override
        public ThreadStore open() {
            return RestateThreadStore.of(restate.address())
                    .admin(restate.address())
                    .build();
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void advance(Duration time) {
            clock.advance(time);
        }

        @Override
        public void close() {
            restate.close();
        }
    }
}
