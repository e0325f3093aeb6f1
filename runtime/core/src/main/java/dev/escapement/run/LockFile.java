package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An empty file whose bytes serve as locks, both between Java threads of this process and between processes. If a
 * process dies, the operating system releases its locks.
 *
 * <p>POSIX releases all locks of a process on a file as soon as the process closes any channel to the file. Therefore,
 * a process uses one channel for each lock file, shared by all stores, for as long as it holds a lock or keeps the file
 * open; and the locks are in a file that is never read. (Copies of this class in several class loaders do not share the channel, so they
 * must not use the same directory.)
 */
final class LockFile {

    /**
     * The pause between attempts to obtain a lock that another process holds. The pause is about as long as an append.
     */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** The lock files in which this process holds locks, or that it keeps open. Guarded by itself. */
    private static final Map<Path, LockFile> OPEN = new HashMap<>();

    private final Path path;
    private final FileChannel channel;

    /** The number of locks that are held or being obtained, and of {@link OpenLocks}. Guarded by {@link #OPEN}. */
    private int users;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Attempts to lock a byte of a file, without waiting.
     *
     * @param path the real path of the file, so that each file has one entry
     * @param place the index of the byte, from 0 to {@link Long#MAX_VALUE} - 1; may exceed the length of the file
     * @return the lock, or null if the byte is locked already
     * @throws FileSystemException if the file cannot be opened for writing
     */
    static @Nullable Held tryLock(Path path, long place) throws IOException {
        LockFile file = enter(path);
        Held held = null;
        try {
            held = file.tryLock(place);
            return held;
        } finally {
            if (held == null) {
                file.leave();
            }
        }
    }

    /**
     * Locks a byte of a file, waiting for other holders to release it. An interruption is deferred until the method
     * returns.
     *
     * @throws FileSystemException if the file cannot be opened for writing
     */
    static Held lock(Path path, long place) throws IOException {
        Held held = null;
        while (held == null) {
            held = lockWithin(path, place, Long.MAX_VALUE);
        }
        return held;
    }

    /**
     * Locks a byte of a file, waiting for other holders for a limited time. An interruption is deferred until the method
     * returns.
     *
     * @return the lock, or null if other holders did not release it
     * @throws FileSystemException if the file cannot be opened for writing
     */
    static @Nullable Held lockWithin(Path path, long place, long nanos) throws IOException {
        boolean interrupted = false;
        try {
            Held held = tryLock(path, place);
            for (long start = System.nanoTime(); held == null && System.nanoTime() - start < nanos; ) {
                // Polls, because an interruption closes a channel that waits for a lock, which releases its other
                // locks.
                LockSupport.parkNanos(PAUSE_NANOS);
                interrupted |= Thread.interrupted();
                held = tryLock(path, place);
            }
            return held;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Keeps a file open until the result is closed, so that each lock does not open it again.
     *
     * @throws FileSystemException if the file cannot be opened for writing
     */
    static OpenLocks keepOpen(Path path) throws IOException {
        return new OpenLocks(enter(path));
    }

    /** Returns the open lock file, which it opens if necessary. */
    private static LockFile enter(Path path) throws IOException {
        synchronized (OPEN) {
            LockFile file = OPEN.get(path);
            if (file == null) {
                file = new LockFile(path, PrivateFiles.openForWriting(path));
                OPEN.put(path, file);
            }
            file.users++;
            return file;
        }
    }

    private void leave() throws IOException {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(path);
                channel.close();
            }
        }
    }

    /**
     * Attempts to lock a byte. One attempt at a time: while an attempt is in progress, even one that fails, the JVM
     * refuses any other attempt for the same byte, which could then be refused although the byte is free.
     */
    private synchronized @Nullable Held tryLock(long place) throws IOException {
        try {
            FileLock lock = channel.tryLock(place, 1, false);
            return lock == null ? null : new Held(this, lock);
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    /** A lock file that this process keeps open. */
    static final class OpenLocks implements AutoCloseable {

        private final LockFile file;
        private final AtomicBoolean closed = new AtomicBoolean();

        private OpenLocks(LockFile file) {
            this.file = file;
        }

        /** Closes the file when the last lock is released. Further calls have no effect. */
        @Override
        public void close() throws IOException {
            if (!closed.getAndSet(true)) {
                file.leave();
            }
        }
    }

    /** A lock held by this process. */
    static final class Held implements AutoCloseable {

        private final LockFile file;
        private final FileLock lock;
        private final AtomicBoolean closed = new AtomicBoolean();

        Held(LockFile file, FileLock lock) {
            this.file = file;
            this.lock = lock;
        }

        /** Releases the lock. Further calls have no effect. */
        @Override
        public void close() throws IOException {
            if (closed.getAndSet(true)) {
                return;
            }
            try {
                lock.release();
            } finally {
                file.leave();
            }
        }
    }
}
