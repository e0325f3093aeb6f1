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

/**
 * Keeps threads in a directory: a file each, to which a line is added for every event. People can read the files, and
 * they may be copied at any time.
 *
 * <p>A file is UTF-8 text. Its first line tells the thread's id, every other one is an event as {@link Event#CODEC} writes
 * it, and each ends with a line feed. A line at the end that has none is of an append during which the process or the
 * machine died; it does not count, and the next append cuts it. Nothing else is ever changed. An event is on the disk when
 * {@link #append} returns.
 *
 * <p>Several stores, in one process or in many, may use one directory at the same time if its file system has locks that
 * work across them; local ones do. Where a store waits for another it does not heed interruption. A file named
 * {@code threads.lock} is part of the store and must not be removed while it is in use.
 *
 * <p>All methods throw {@link UncheckedIOException} if the directory cannot be read or written. After a failed append the
 * event is not stored, unless the disk does not even let it be taken back.
 */
public final class FileThreadStore implements ThreadStore {

    private static final String LOCKS = "threads.lock";

    /** For how many threads is remembered how long their files are; the others are counted again. */
    private static final int MAX_REMEMBERED = 10_000;

    private final Path directory;
    private final Path locks;
    private final Map<String, ThreadFile> files = Collections.synchronizedMap(new LatestFiles());

    private FileThreadStore(Path directory) {
        this.directory = directory;
        this.locks = directory.resolve(LOCKS);
    }

    /**
     * A store that keeps its threads in a directory.
     *
     * @param directory the directory, in the default file system; made if it does not exist. It is for the files of one
     *     store only
     * @return the store, which need not be closed
     * @throws UncheckedIOException if there is no such directory and none can be made
     */
    public static FileThreadStore in(Path directory) {
        try {
            DurableDirectory.create(directory.toAbsolutePath());
            return new FileThreadStore(directory.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep threads in " + directory, e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if a line is no event; nothing is changed
     */
    @Override
    public Optional<AgentThread> load(String id) {
        try {
            return file(id).load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the file of thread " + id + " in " + directory, e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if the thread's file is no such; nothing is changed. The events before are not read
     *     for this: what is wrong with them, {@link #load} tells
     */
    @Override
    public void append(String id, int position, Event event) {
        try {
            file(id).append(position, event);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the file of thread " + id + " in " + directory, e);
        }
    }

    @Override
    public Optional<Lease> lease(String id) {
        try {
            return Optional.ofNullable(LockFile.tryLock(locks, place(id) + 1)).map(FileThreadStore::lease);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lease thread " + id + " in " + directory, e);
        }
    }

    /**
     * Which threads are stored. A thread that cannot be loaded because its file is corrupt is among them.
     *
     * @return their ids, sorted by their UTF-16 code units
     * @throws CorruptThreadException if a file neither has a name that tells the id nor a first line that does
     */
    public List<String> ids() {
        try {
            return ThreadFileListing.ids(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the threads in " + directory, e);
        }
    }

    private ThreadFile file(String id) {
        return files.computeIfAbsent(id, key -> new ThreadFile(key, directory, locks, place(key)));
    }

    private static Lease lease(LockFile.Held lock) {
        return () -> {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot give a lease back", e);
            }
        };
    }

    /** The byte of the lock file that stands for the file of a thread. The next one stands for its lease. */
    private static long place(String id) {
        return (ByteBuffer.wrap(ThreadFileName.sha256(id)).getLong() >>> 3) << 1;
    }

    /** The files that were used last. */
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
