package dev.escapement.run;

import dev.escapement.internal.file.DurableDirectory;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A store that keeps each thread in a separate file in a directory. A file contains one line for each event. The files
 * are readable and can be copied at any time. Safe for concurrent use.
 *
 * <pre>{@code
 * ThreadStore store = FileThreadStore.in(Path.of("threads"));
 * Runner runner = Runner.of(loop).model(model).store(store).build();
 * }</pre>
 *
 * <p>A file is UTF-8 text. Its first line is the header, a JSON object with the id of the thread and the format version.
 * Each further line is an event in the form of {@link Event#CODEC}, with the additional first property {@code sum}. Each
 * line ends with a line feed. A last line without a line feed is the remainder of an append during which the process or
 * the machine failed; it is ignored, and the next append removes it. Complete lines never change. When {@link #append}
 * returns, the event has been written to the disk.
 *
 * <p>The property {@code sum} is a checksum that depends on all lines before it: the first 16 hexadecimal digits of the
 * SHA-256 of the previous checksum, followed by the text of the line after the comma that follows its own checksum. The
 * checksum before the first event is that of the header, {@code {"thread":"…","version":2}}. A complete line that was
 * changed, removed, added or moved causes {@link CorruptThreadException}. Checksums detect accidents, not forgeries.
 * They do not detect that complete lines are missing at the end of a file, for example after it was restored from an
 * older copy.
 *
 * <p>On POSIX file systems, only the owner can access the files: the store creates files with the permissions 0600, and
 * its directory and missing parents with 0700, for any umask. Existing files and directories keep their permissions. The
 * directory may be a symbolic link; symbolic links in place of files are not followed.
 *
 * <p>A directory that this process cannot write to, for example on a read-only mount, can be read: {@link #load}, {@link
 * #latest} and {@link #ids} do not write.
 *
 * <p>Several stores, in one or several processes, may use the same directory concurrently, if its file system supports
 * locks across them, as local file systems do. A store ignores interruptions while it waits for another one. The file
 * {@code threads.lock} is part of the store and must not be removed while the store is in use.
 *
 * <p>All methods throw {@link ThreadFileException} if the directory or a file cannot be read or written, and {@link
 * NewerThreadException} if a later release has written the thread. The event of a failed append is not stored, unless
 * removing the partial line also fails.
 */
public final class FileThreadStore implements ThreadStore {

    private static final String LOCKS = "threads.lock";

    /** The maximum number of files whose line counts are cached. The lines of other files are counted again. */
    private static final int MAX_REMEMBERED = 10_000;

    private final Path directory;
    private final Path locks;
    private final Map<String, ThreadFile> files = Collections.synchronizedMap(new LatestFiles());

    private FileThreadStore(Path directory) {
        this.directory = directory;
        this.locks = directory.resolve(LOCKS);
    }

    /**
     * Returns a store that keeps its threads in a directory.
     *
     * @param directory the directory, in the default file system; created if it does not exist; intended for
     *     the files of the store only
     * @return the store, which does not require closing
     * @throws ThreadFileException if the directory does not exist and cannot be created
     */
    public static FileThreadStore in(Path directory) {
        Objects.requireNonNull(directory, "directory");
        try {
            DurableDirectory.create(directory.toAbsolutePath());
            return new FileThreadStore(directory.toRealPath());
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.openFailed(directory), null, directory, e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if a line is invalid or its checksum is wrong; the file is not changed
     * @throws NewerThreadException if a later release has written the thread
     * @throws ThreadFileException if the file cannot be read, or is a symbolic link
     */
    @Override
    public Optional<AgentThread> load(String id) {
        ThreadFile file = file(Objects.requireNonNull(id, "id"));
        try {
            return file.load();
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.loadFailed(id, directory), id, file.path(), e);
        }
    }

    @Override
    public AgentThread latest(AgentThread known) {
        String id = Objects.requireNonNull(known, "known").id();
        ThreadFile file = file(id);
        try {
            return file.latest(known).orElseThrow(() -> new UnknownThreadException(id));
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.loadFailed(id, directory), id, file.path(), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if the header or a checksum in the file is wrong; the file is not changed. A store
     *     verifies each line once. Whether the lines are events is verified by {@link #load} only
     * @throws NewerThreadException if the file has the format of a later release
     * @throws ThreadFileException if the file cannot be written, or is a symbolic link
     */
    @Override
    public void append(Append append) {
        String id = append.threadId();
        ThreadFile file = file(id);
        try {
            int position = append.position();
            for (Event event : append.events()) {
                file.append(position++, event);
            }
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(RunMessages.appendFailed(id, directory), id, file.path(), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws ThreadFileException if the lock file cannot be written, or is a symbolic link
     */
    @Override
    public Optional<Lease> lease(String id, Duration time) {
        long place = place(Objects.requireNonNull(id, "id"));
        try {
            return Optional.ofNullable(LockFile.tryLock(locks, place + 1)).map(lock -> lease(file(id), lock));
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(RunMessages.leaseFailed(id, directory), id, locks, e);
        }
    }

    /**
     * Returns the ids of all stored threads, including threads that cannot be loaded because their files are corrupt,
     * cannot be read, or are symbolic links.
     *
     * @return the ids, sorted by their UTF-16 code units
     * @throws CorruptThreadException if neither the name nor the first line of a file contains the id
     * @throws ThreadFileException if the directory cannot be read, or a file cannot be read and its name does not
     *     contain the complete id
     */
    public List<String> ids() {
        try {
            return ThreadFileListing.ids(directory);
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.listingFailed(directory), null, directory, e);
        }
    }

    private ThreadFile file(String id) {
        return files.computeIfAbsent(id, key -> new ThreadFile(key, directory, locks, place(key)));
    }

    private Lease lease(ThreadFile file, LockFile.Held lock) {
        file.keepOpen();
        AtomicBoolean isHeld = new AtomicBoolean(true);
        return new FileLease(file, lock, isHeld);
    }

    /** A lease, which is a lock of a byte of the lock file. */
    private final class FileLease implements Lease {

        private final ThreadFile file;
        private final LockFile.Held lock;
        private final AtomicBoolean isHeld;

        FileLease(ThreadFile file, LockFile.Held lock, AtomicBoolean isHeld) {
            this.file = file;
            this.lock = lock;
            this.isHeld = isHeld;
        }

        @Override
        public String threadId() {
            return file.id();
        }

        @Override
        public long token() {
            return 1;
        }

        @Override
        public Instant acquiredAt() {
            return Instant.EPOCH;
        }

        @Override
        public boolean isHeld() {
            return isHeld.get();
        }

        @Override
        public boolean renew() {
            return isHeld.get();
        }

        @Override
        public void close() {
            if (isHeld.getAndSet(false)) {
                release(file, lock);
            }
        }
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        List<Event> events =
                load(id).orElseThrow(() -> new UnknownThreadException(id)).events();
        return events.subList(Math.min(fromPosition, events.size()), events.size());
    }

    @Override
    public boolean delete(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean erase(String id) {
        throw new UnsupportedOperationException();
    }

    private void release(ThreadFile file, LockFile.Held lock) {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.releaseFailed(file.id(), directory), file.id(), locks, e);
        }
    }

    /**
     * Returns the position of the lock-file byte that protects a thread's file. The next byte represents the thread's
     * lease.
     */
    private static long place(String id) {
        return (ByteBuffer.wrap(ThreadFileName.sha256(id)).getLong() >>> 3) << 1;
    }

    /** A cache of the most recently used files. */
    private static final class LatestFiles extends LinkedHashMap<String, ThreadFile> {

        private static final long serialVersionUID = 1L;

        LatestFiles() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ThreadFile> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }
}
