package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * <p>A file is UTF-8 text. Its first line contains the id of the thread; each further line is an event in the form of
 * {@link Event#CODEC}. Each line ends with a line feed. A last line without a line feed is the remainder of an append
 * during which the process or the machine failed; it is ignored, and the next append removes it. Complete lines never
 * change. When {@link #append} returns, the event has been written to the disk.
 *
 * <p>Several stores, in one or several processes, may use the same directory concurrently, if its file system supports
 * locks across them, as local file systems do. A store ignores interruptions while it waits for another one. The file
 * {@code threads.lock} is part of the store and must not be removed while the store is in use.
 *
 * <p>All methods throw {@link UncheckedIOException} if the directory cannot be read or written. The event of a failed
 * append is not stored, unless removing the partial line also fails.
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
     * @throws UncheckedIOException if the directory does not exist and cannot be created
     */
    public static FileThreadStore in(Path directory) {
        try {
            DurableDirectory.create(directory.toAbsolutePath());
            return new FileThreadStore(directory.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.openFailed(directory), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if a line is not an event; the file is not changed
     */
    @Override
    public Optional<AgentThread> load(String id) {
        try {
            return file(id).load();
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.loadFailed(id, directory), e);
        }
    }

    @Override
    public AgentThread latest(AgentThread known) {
        try {
            return file(known.id()).latest(known).orElseThrow(() -> new UnknownThreadException(known.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.loadFailed(known.id(), directory), e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if the header of the file is invalid; the file is not changed. Earlier events are
     *     validated by {@link #load} only
     */
    @Override
    public void append(String id, int position, Event event) {
        try {
            file(id).append(position, event);
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.appendFailed(id, directory), e);
        }
    }

    @Override
    public Optional<Lease> lease(String id) {
        try {
            return Optional.ofNullable(LockFile.tryLock(locks, place(id) + 1)).map(lock -> lease(file(id), lock));
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.leaseFailed(id, directory), e);
        }
    }

    /**
     * Returns the ids of all stored threads, including threads that cannot be loaded because their files are corrupt.
     *
     * @return the ids, sorted by their UTF-16 code units
     * @throws CorruptThreadException if neither the name nor the first line of a file contains the id
     */
    public List<String> ids() {
        try {
            return ThreadFileListing.ids(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.listingFailed(directory), e);
        }
    }

    private ThreadFile file(String id) {
        return files.computeIfAbsent(id, key -> new ThreadFile(key, directory, locks, place(key)));
    }

    private static Lease lease(ThreadFile file, LockFile.Held lock) {
        file.keepOpen();
        AtomicBoolean isHeld = new AtomicBoolean(true);
        return () -> {
            if (isHeld.getAndSet(false)) {
                release(file, lock);
            }
        };
    }

    private static void release(ThreadFile file, LockFile.Held lock) {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(RunMessages.RELEASE_FAILED, e);
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
