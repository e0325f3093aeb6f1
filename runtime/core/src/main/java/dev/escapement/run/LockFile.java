package dev.escapement.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds nothing and whose bytes are locked, each for a purpose: against the other threads of execution of
 * this process and against other processes. When a process dies, the operating system frees its locks.
 *
 * <p>POSIX frees all locks that a process has on a file as soon as the process closes any of its channels to it. So a
 * process has one channel to such a file, however many stores use it, for as long as it holds a lock on it; and nothing
 * is ever locked in a file that is read. (Copies of this class by several class loaders of one process know nothing of
 * each other: they must not share a directory.)
 */
final class LockFile {

    /** How long to wait for another process before asking again. An append takes about as long. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** What this process has locked something in. Guarded by itself. */
    private static final Map<Path, LockFile> OPEN = new HashMap<>();

    private final Path path;
    private final FileChannel channel;
    private int users;

    private LockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Locks a byte, if nobody has locked it.
     *
     * @param path the file: its real path, so that no file has two
     * @param place which byte, from 0 to {@link Long#MAX_VALUE} - 1; the file need not be that long
     * @return the lock; null if somebody has it
     */
    static @Nullable Held tryLock(Path path, long place) throws IOException {
        synchronized (OPEN) {
            LockFile file = OPEN.get(path);
            if (file == null) {
                file = new LockFile(path, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                OPEN.put(path, file);
            }
            file.users++;
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
    }

    /** Locks a byte, and waits for it if somebody has locked it. An interruption is kept for later. */
    static Held lock(Path path, long place) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                // Asks again and again, because a channel that waits for a lock is closed by an interruption, and all
                // its other locks with it.
                Held held = tryLock(path, place);
                if (held != null) {
                    return held;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Held tryLock(long place) throws IOException {
        try {
            FileLock lock = channel.tryLock(place, 1, false);
            return lock == null ? null : new Held(this, lock);
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private void leave() throws IOException {
        users--;
        if (users == 0) {
            OPEN.remove(path);
            channel.close();
        }
    }

    /** A lock that this process has. */
    static final class Held implements AutoCloseable {

        private final LockFile file;
        private final FileLock lock;
        private boolean closed;

        private Held(LockFile file, FileLock lock) {
            this.file = file;
            this.lock = lock;
        }

        /** Gives the lock back. Has no effect the second time. */
        @Override
        public void close() throws IOException {
            synchronized (OPEN) {
                if (!closed) {
                    closed = true;
                    try {
                        lock.release();
                    } finally {
                        file.leave();
                    }
                }
            }
        }
    }
}
