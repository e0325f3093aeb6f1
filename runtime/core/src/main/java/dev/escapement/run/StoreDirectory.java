package dev.escapement.run;

import dev.escapement.internal.file.DurableDirectory;
import dev.escapement.internal.file.SymbolicLinkException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a store, and the settings that the parts of the store share.
 *
 * @param path the real path of the directory
 * @param cipher the cipher of the events; empty to store them in clear
 * @param clock the clock of leases, due times and schedules
 * @param ticker the monotonic clock of {@link ThreadStore.Lease#isHeld}
 */
record StoreDirectory(Path path, Optional<PayloadCipher> cipher, InstantSource clock, Ticker ticker) {

    private static final String LOCKS = "threads.lock";
    private static final String SCHEDULES = "schedules.json";
    private static final String CONTENTS = "contents";

    /** The index of the lock of the schedules, which differs from all locks of threads. */
    private static final long SCHEDULES_PLACE = 1;

    /** The time to wait for a lock that another process may hold for long. */
    static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** The time to wait for the lock of the schedules, which other processes hold during an append. */
    private static final long SCHEDULES_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A monotonic clock. */
    @FunctionalInterface
    interface Ticker {

        /** Returns a time in nanoseconds, from an arbitrary origin. */
        long nanos();
    }

    /** Returns the path of the file of a thread. */
    Path thread(String id) {
        return path.resolve(ThreadFileName.of(id));
    }

    /** Returns the path of the side file of a thread. */
    Path lease(String id) {
        return path.resolve(ThreadFileName.ofLease(ThreadFileName.of(id)));
    }

    /** Returns the path of the lock file. */
    Path locks() {
        return path.resolve(LOCKS);
    }

    /** Returns the path of the file of the schedules. */
    Path schedules() {
        return path.resolve(SCHEDULES);
    }

    /** Returns the path of the subdirectory of the contents. */
    Path contents() {
        return path.resolve(CONTENTS);
    }

    /**
     * Locks the schedules.
     *
     * @throws LockNotFreeException if another holder does not release the lock, for example because its process was stopped
     */
    LockFile.Held lockSchedules() throws IOException {
        LockFile.Held held = LockFile.lockWithin(locks(), SCHEDULES_PLACE, SCHEDULES_NANOS);
        if (held == null) {
            throw new LockNotFreeException("the schedules");
        }
        return held;
    }

    /** Writes the entries of the directory to disk. */
    void sync() throws IOException {
        DurableDirectory.sync(path);
    }

    /**
     * Returns the attributes of a file, or null if it does not exist.
     *
     * @throws FileSystemException if it is a symbolic link, a directory or another special file
     */
    static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            return null;
        }
        if (attributes.isSymbolicLink()) {
            throw new SymbolicLinkException(file);
        }
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(file.toString(), null, RunMessages.NOT_REGULAR);
        }
        return attributes;
    }

    /** Returns the index of the byte in the lock file that is the lock of a thread. It is even. */
    static long place(String id) {
        return (ByteBuffer.wrap(ThreadFileName.sha256(id)).getLong() >>> 3) << 1;
    }
}
