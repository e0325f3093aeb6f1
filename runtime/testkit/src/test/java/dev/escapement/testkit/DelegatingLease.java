package dev.escapement.testkit;

import dev.escapement.run.ThreadStore;
import java.time.Duration;
import java.time.Instant;

/** The base class of leases with a fault. */
class DelegatingLease implements ThreadStore.Lease {

    private final ThreadStore.Lease correct;

    DelegatingLease(ThreadStore.Lease correct) {
        this.correct = correct;
    }

    @Override
    public String threadId() {
        return correct.threadId();
    }

    @Override
    public long token() {
        return correct.token();
    }

    @Override
    public Duration time() {
        return correct.time();
    }

    @Override
    public Instant acquiredAt() {
        return correct.acquiredAt();
    }

    @Override
    public boolean isHeld() {
        return correct.isHeld();
    }

    @Override
    public boolean renew() {
        return correct.renew();
    }

    @Override
    public void close() {
        correct.close();
    }
}
