package dev.escapement.run;

import dev.escapement.content.ContentStore;
import dev.escapement.content.FileContentStore;
import dev.escapement.internal.file.DurableDirectory;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A store that keeps each thread in a separate file in a directory, with its index and its queue. The files are readable
 * and can be copied at any time. Safe for concurrent use.
 *
 * <pre>{@code
 * FileThreadStore store = FileThreadStore.in(Path.of("threads"));
 * Runner runner = Runner.of(loop).model(model).store(store).build();
 * }</pre>
 *
 * <p>A file is UTF-8 text. Its first line is the header, a JSON object with the id of the thread, the format version, the
 * name of the agent and the labels. Each further line is a JSON object that ends with a line feed: an event in the form of
 * {@link Event#CODEC}, with the additional first property {@code sum}. The last line of each append also has the property
 * {@code standing}, with the number of events, the time of the append and the {@link Standing}; an append without events
 * is a line without an event. A last line without a line feed, and last lines without a standing, are the remainder of an
 * append during which the process or the machine failed; they are ignored, and the next append removes them. Complete
 * lines never change, except by {@link #erase}. When {@link #append} returns, all events have been written to the disk.
 *
 * <p>The property {@code sum} is a checksum that depends on all lines before it: the first 16 hexadecimal digits of the
 * SHA-256 of the previous checksum, followed by the text of the line after the comma that follows its own checksum. The
 * checksum before the first event is that of the header. A complete line that was changed, removed, added or moved causes
 * {@link CorruptThreadException}. Checksums detect accidents, not forgeries. They do not detect that complete appends are
 * missing at the end of a file, for example after it was restored from an older copy. {@link #erase} replaces each event by
 * its kind and time, with the checksum of the erased text. In an erased file, the checksum of the last line is computed
 * from the header and the whole other lines: the hash of the header, each time followed by the next line, is hashed.
 *
 * <p>A lease is recorded in a side file, with the suffix {@code .lease} in place of {@code .jsonl}, and expires by the
 * clock of the process. If a side file is missing or damaged, the next lease has the current time in
 * microseconds as its token, which is greater than all earlier ones unless the clock was set back.
 *
 * <p>The index and the queue examine the names and attributes of all files on each call, and read the beginning and the
 * end of the files that have changed. The cost of {@link #claim}, {@link #threads}, {@link #questions} and {@link #count}
 * is proportional to the number of stored threads. Ids are ordered by their code
 * points. Threads whose file is damaged, unreadable or of a later release are not in the index and not claimed; {@link
 * #ids} lists them.
 *
 * <p>On POSIX file systems, only the owner can access the files: the store creates files with the permissions 0600, and
 * its directory and missing parents with 0700, for any umask. Existing directories, and files that are appended to, keep
 * their permissions. The directory may be a symbolic link; symbolic links in place of files are not followed.
 *
 * <p>A directory that this process cannot write to, for example on a read-only mount, can be read: {@link #load}, {@link
 * #latest}, {@link #ids} and the methods of {@link ThreadIndex} do not write.
 *
 * <p>Several stores, in one or several processes, may use the same directory concurrently, if its file system supports
 * locks across them, as local file systems do. A store ignores interruptions while it waits for another one. The file
 * {@code threads.lock} is part of the store and must not be removed while the store is in use.
 *
 * <p>All methods throw {@link ThreadFileException} if the directory or a file cannot be read or written, and {@link
 * NewerThreadException} if a later release has written the thread. The events of a failed append are not stored, unless
 * removing the partial text also fails.
 */
public final class FileThreadStore implements ThreadStore, ThreadIndex, ThreadQueue {

    /** The maximum number of files whose line counts are cached. The lines of other files are counted again. */
    private static final int MAX_REMEMBERED = 10_000;

    private final StoreDirectory directory;
    private final Map<String, ThreadFile> files = Collections.synchronizedMap(new LatestFiles());
    private final FileIndex index;
    private final FileLeases leases;
    private final FileQueue queue;

    FileThreadStore(StoreDirectory directory) {
        this.directory = directory;
        this.index = new FileIndex(directory);
        String holder = ProcessHandle.current().pid() + "-" + RandomIds.SHARED.get();
        this.leases = new FileLeases(directory, holder);
        this.queue = new FileQueue(directory, this::file, index, leases);
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
            return new FileThreadStore(
                    new StoreDirectory(directory.toRealPath(), Optional.empty(), Clock.systemUTC(), System::nanoTime));
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(RunMessages.openFailed(directory), null, directory, e);
        }
    }

    /**
     * Returns a store of the same directory that encrypts the events which it appends. Reads events in clear as well.
     *
     * @param cipher the cipher
     * @return the store
     */
    public FileThreadStore withCipher(PayloadCipher cipher) {
        return new FileThreadStore(
                new StoreDirectory(directory.path(), Optional.of(cipher), directory.clock(), directory.ticker()));
    }

    /**
     * Returns a store of the same directory with another clock for the times of appends, leases, due threads and
     * schedules. Default: the system clock. All processes that use the directory must have the same time.
     *
     * @param clock the clock
     * @return the store
     */
    public FileThreadStore withClock(InstantSource clock) {
        Objects.requireNonNull(clock, "clock");
        return new FileThreadStore(new StoreDirectory(directory.path(), directory.cipher(), clock, directory.ticker()));
    }

    /**
     * {@inheritDoc}
     *
     * @throws CorruptThreadException if a line is invalid, its checksum is wrong, or it cannot be decrypted; the file is
     *     not changed
     * @throws NewerThreadException if a later release has written the thread
     * @throws ThreadFileException if the file cannot be read, or is a symbolic link
     */
    @Override
    public Optional<AgentThread> load(String id) {
        return read(Objects.requireNonNull(id, "id"), ThreadFile::load);
    }

    @Override
    public List<Event> load(String id, int fromPosition) {
        if (fromPosition < 0) {
            throw new IllegalArgumentException("fromPosition must be 0 or more, not " + fromPosition);
        }
        return read(Objects.requireNonNull(id, "id"), file -> file.load(fromPosition))
                .orElseThrow(() -> new UnknownThreadException(id));
    }

    @Override
    public AgentThread latest(AgentThread known) {
        String id = Objects.requireNonNull(known, "known").id();
        return read(id, file -> file.latest(known)).orElseThrow(() -> new UnknownThreadException(id));
    }

    /** An operation on the file of a thread. */
    private interface FileOperation<T> {

        /** Performs the operation. */
        T perform(ThreadFile file) throws IOException;
    }

    private <T> T read(String id, FileOperation<T> operation) {
        ThreadFile file = file(id);
        try {
            return operation.perform(file);
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.loadFailed(id, directory.path()), id, file.path(), e);
        }
    }

    private <T> T write(String id, BiFunction<String, Path, String> failure, FileOperation<T> operation) {
        ThreadFile file = file(id);
        try {
            return operation.perform(file);
        } catch (IOException e) {
            throw ThreadFileException.ofWrite(failure.apply(id, directory.path()), id, file.path(), e);
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
        String id = Objects.requireNonNull(append, "append").threadId();
        write(id, RunMessages::appendFailed, file -> {
            file.append(append);
            return true;
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws ThreadFileException if the side file cannot be written, or is a symbolic link
     */
    @Override
    public Optional<Lease> lease(String id, Duration time) {
        Objects.requireNonNull(id, "id");
        FileQueue.requirePositive(Objects.requireNonNull(time, "time"));
        return write(
                id,
                RunMessages::leaseFailed,
                file -> leases.acquire(file, time, (lines, state, now) -> true).map(FileLeases.Acquired::lease));
    }

    /**
     * {@inheritDoc} Reads the whole file.
     *
     * @throws CorruptThreadException if the thread is damaged, or an event cannot be decrypted; nothing is erased
     */
    @Override
    public boolean erase(String id) {
        return write(Objects.requireNonNull(id, "id"), FileStoreMessages::eraseFailed, ThreadFile::erase);
    }

    /** {@inheritDoc} Also deletes a thread whose file is damaged. */
    @Override
    public boolean delete(String id) {
        return write(Objects.requireNonNull(id, "id"), FileStoreMessages::deleteFailed, ThreadFile::delete);
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
        return listed(() -> ThreadFileListing.ids(directory.path()));
    }

    /** A read of several files. */
    private interface Listing<T> {

        /** Performs the read. */
        T perform() throws IOException;
    }

    private <T> T listed(Listing<T> listing) {
        try {
            return listing.perform();
        } catch (IOException e) {
            throw ThreadFileException.of(RunMessages.listingFailed(directory.path()), null, directory.path(), e);
        }
    }

    /**
     * Returns the store of the contents, in the subdirectory {@code contents}.
     *
     * @return the store
     */
    public ContentStore contents() {
        return FileContentStore.in(directory.contents());
    }

    /**
     * Removes the contents that no thread uses. Reads the events of all threads.
     *
     * @param olderThan the time since a content was last put or found by {@link ContentStore#contains}, within which it is
     *     kept, because the event that uses it may not be stored yet; for example 24 hours
     * @return the number of removed contents
     * @throws CorruptThreadException if a thread cannot be read; nothing is removed
     */
    public int collectContents(Duration olderThan) {
        Instant before = Instant.now().minus(olderThan);
        FileContentStore contents = FileContentStore.in(directory.contents());
        UsedContents used = new UsedContents(contents.putBefore(before));
        for (String id : used.unused().isEmpty() ? List.<String>of() : ids()) {
            read(id, file -> {
                file.forEachEvent(used::search);
                return true;
            });
        }
        return (int) used.unused().stream()
                .filter(hash -> contents.removeIfPutBefore(hash, before))
                .count();
    }

    @Override
    public Page<QuestionEntry> questions(QuestionQuery query) {
        return IndexPages.questions(
                listed(index::entries).stream().flatMap(entry -> entry.toQuestionEntries().stream()), query);
    }

    @Override
    public Page<ThreadEntry> threads(ThreadQuery query) {
        return IndexPages.threads(listed(index::entries).stream().map(FileEntry::toThreadEntry), query);
    }

    /** {@inheritDoc} The bound limits the result of this store only, not the cost. */
    @Override
    public int count(ThreadQuery query, int bound) {
        return IndexPages.count(listed(index::entries).stream().map(FileEntry::toThreadEntry), query, bound);
    }

    @Override
    public Optional<ThreadEntry> entry(String id) {
        Objects.requireNonNull(id, "id");
        return listed(() -> index.entry(id)).map(FileEntry::toThreadEntry);
    }

    @Override
    public List<Claim> claim(Set<String> agents, int limit, Duration time) {
        return queue.claim(agents, limit, time);
    }

    @Override
    public void renew(Collection<? extends Lease> some) {
        queue.renew(some);
    }

    @Override
    public void retry(Claim claim, Duration delay) {
        queue.retry(claim, delay);
    }

    @Override
    public void park(Claim claim) {
        queue.park(claim);
    }

    @Override
    public boolean wake(String id) {
        return queue.wake(id);
    }

    @Override
    public Instant time() {
        return queue.time();
    }

    @Override
    public Instant register(String schedule, String definition, Instant first) {
        return queue.register(schedule, definition, first);
    }

    @Override
    public boolean fire(Tick tick, Append start) {
        return queue.fire(tick, start);
    }

    private ThreadFile file(String id) {
        return files.computeIfAbsent(id, key -> new ThreadFile(key, directory));
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
