package dev.escapement.run;

import java.time.Duration;
import java.time.Instant;

/** The right of an engine to execute a thread. The engine ensures that it is exclusive, so that it does not expire. */
record EngineLease(String threadId, Instant acquiredAt) implements ThreadStore.Lease {

    @Override
    public long token() {
        return 0;
    }

    @Override
    public Duration time() {
        return Duration.ofDays(1);
    }

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public boolean renew() {
        return true;
    }

    @Override
    public void close() {
        // the engine ends it
    }
}
