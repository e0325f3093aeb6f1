package dev.escapement.run;

import dev.escapement.internal.file.SymbolicLinkException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock of the file of a thread. It consists of a lock between the Java threads of a store, and a lock between stores
 * and processes, which is obtained second.
 */
final class ThreadLock {

    /** The file of the locks between processes. */
    private final Path locks;

    /** The index of the byte in the file that is the lock of the thread. */
    private final long place;

    private final ReentrantLock inStore = new ReentrantLock();

    ThreadLock(StoreDirectory directory, String id) {
        this.locks = directory.locks();
        this.place = StoreDirectory.place(id);
    }

    /** Keeps the file of the locks between processes open until the result is closed. */
    LockFile.OpenLocks keepOpen() throws IOException {
        return LockFile.keepOpen(locks);
    }

    /** Obtains the lock, waiting for other holders. */
    ThreadHold lock() throws IOException {
        return lock(() -> LockFile.lock(locks, place));
    }

    /** Obtains the lock. Obtains only the lock of the store if the directory cannot be written. */
    ThreadHold lockForReading() throws IOException {
        return lock(() -> {
            try {
                return LockFile.lock(locks, place);
            } catch (SymbolicLinkException e) {
                throw e;
            } catch (FileSystemException notWritable) {
                return null;
            }
        });
    }

    /** An attempt to obtain the lock between processes. */
    private interface LockRequest {

        /** Returns the lock, or null if it was not obtained. */
        LockFile.@Nullable Held perform() throws IOException;
    }

    private ThreadHold lock(LockRequest attempt) throws IOException {
        inStore.lock();
        ThreadHold held = null;
        try {
            held = new ThreadHold(attempt.perform());
            return held;
        } finally {
            if (held == null) {
                inStore.unlock();
            }
        }
    }

    /** Obtains the lock, or returns null if other holders do not release it soon or this Java thread is interrupted. */
    @Nullable
    ThreadHold lockSoon() throws IOException {
        if (!lockInStoreSoon()) {
            return null;
        }
        LockFile.Held between = null;
        try {
            between = LockFile.lockWithin(locks, place, StoreDirectory.SOON_NANOS);
            return between == null ? null : new ThreadHold(between);
        } finally {
            if (between == null) {
                inStore.unlock();
            }
        }
    }

    private boolean lockInStoreSoon() {
        try {
            return inStore.tryLock(StoreDirectory.SOON_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Obtains the lock of the store only. */
    ThreadHold lockInStore() {
        inStore.lock();
        return new ThreadHold(null);
    }

    /** A lock held by a Java thread. */
    final class ThreadHold {

        private final LockFile.@Nullable Held between;

        private ThreadHold(LockFile.@Nullable Held between) {
            this.between = between;
        }

        /** Releases the lock. */
        void release() throws IOException {
            try {
                if (between != null) {
                    between.close();
                }
            } finally {
                inStore.unlock();
            }
        }
    }
}
