package dev.escapement.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lease of {@link FileThreadStore}, which is recorded in the side file of the thread. */
final class FileLease implements ThreadStore.Lease {

    private final ThreadFile file;
    private final FileLeases leases;
    private final StoreDirectory directory;
    private final long token;
    private final Duration time;
    private final Instant acquiredAt;

    /** The time of the monotonic clock at which the last successful renewal began. */
    private volatile long renewedAt;

    /** True if the lease was released or is superseded. */
    private final AtomicBoolean ended = new AtomicBoolean();

    FileLease(ThreadFile file, FileLeases leases, long token, Duration time, Instant acquiredAt, long begunAt)
            throws IOException {
        this.file = file;
        this.leases = leases;
        this.directory = leases.directory();
        this.token = token;
        this.time = time;
        this.acquiredAt = acquiredAt;
        this.renewedAt = begunAt;
        file.openLease();
    }

    @Override
    public String threadId() {
        return file.id();
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public Duration time() {
        return time;
    }

    @Override
    public Instant acquiredAt() {
        return acquiredAt;
    }

    @Override
    public boolean isHeld() {
        Duration elapsed = Duration.ofNanos(directory.ticker().nanos() - renewedAt);
        return !ended.get() && ThreadStore.Lease.isWithin(time, elapsed);
    }

    /**
     * Renews the lease. Does not wait for long, because one Java thread renews all leases of a runner.
     *
     * @throws ThreadFileException if another holder has the lock of the thread for long, or the side file cannot be written
     */
    @Override
    public boolean renew() {
        if (ended.get()) {
            return false;
        }
        long begunAt = directory.ticker().nanos();
        try {
            Optional<Boolean> result = file.underLockSoon(lines -> {
                Instant until = directory.clock().instant().plus(time);
                boolean renewed = FileLeases.replace(directory, this, state -> state.until(Optional.of(until)));
                if (renewed) {
                    renewedAt = begunAt;
                } else {
                    end();
                }
                return Optional.of(renewed);
            });
            return result.orElseThrow(() -> new LockNotFreeException("the thread"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        if (ended.get()) {
            return;
        }
        try {
            try {
                file.underLock(lines -> FileLeases.replace(directory, this, state -> state.until(Optional.empty())));
            } finally {
                end();
            }
        } catch (IOException e) {
            RunLog.log(
                    FileLease.class, System.Logger.Level.WARNING, DriveMessages.releaseFailed(threadId()), failed(e));
        }
    }

    /** Ends this lease without a change of the side file. */
    void end() throws IOException {
        if (!ended.getAndSet(true)) {
            leases.ended(this);
            file.closeLease();
        }
    }

    private ThreadFileException failed(IOException cause) {
        String operation = RunMessages.leaseFailed(threadId(), directory.path());
        return ThreadFileException.ofWrite(operation, threadId(), directory.lease(threadId()), cause);
    }
}
