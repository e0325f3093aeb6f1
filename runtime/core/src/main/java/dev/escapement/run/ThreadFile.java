package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The file of one thread, with a header line and the lines of its appends. Lines after the last complete append are the
 * remainder of an append that a crash interrupted; they are ignored, and the next append removes them.
 *
 * <p>All operations hold a lock that is shared with other processes. Only a process that cannot open the lock file for
 * writing reads without the lock. To append, the lines that were counted earlier are not read again: a file that has the
 * last counted checksum at the same position has only grown. The checksums of new lines confirm that they continue the
 * counted ones.
 *
 * <p>While this process holds the lease of the thread, the file, its side file and the locks stay open. Each append is one write,
 * followed by one synchronization, which also covers lines of other processes that are not on the disk yet. An
 * interruption of a Java thread closes the channel; the append is then repeated.
 */
final class ThreadFile {

    /** The maximum number of attempts to read the file without the lock while other processes append. */
    private static final int MAX_READS = 10;

    private final StoreDirectory directory;
    private final String id;
    private final Path path;
    private final EventText events;
    private final ThreadLock lock;

    /** The complete appends that were counted and verified. */
    private VerifiedLines lines = VerifiedLines.NONE;

    /** The earlier ends of appends, from which the later events can be read. */
    private final RecentEnds recent = new RecentEnds();

    /** The files that stay open under lease. */
    private final LeasedFiles files;

    private final AppendChannel channel;

    /**
     * The identity of the file whose lines were counted, or null if it is unknown. Some file systems do not have file
     * identities.
     */
    private @Nullable Object fileKey;

    /** Creates an instance for the file of a thread, which may not exist yet. */
    ThreadFile(String id, StoreDirectory directory) {
        this.id = id;
        this.directory = directory;
        this.path = directory.thread(id);
        this.lock = new ThreadLock(directory, id);
        this.files = new LeasedFiles(directory, id, lock);
        this.channel = files.channel();
        this.events = new EventText(path, id, directory.cipher());
    }

    /** Returns the id of the thread. */
    String id() {
        return id;
    }

    /** Returns the path of the file. */
    Path path() {
        return path;
    }

    /**
     * Returns the stored thread, or empty if the file does not exist or does not contain an event.
     *
     * @throws ErasedThreadException if the content of the thread was erased
     */
    Optional<AgentThread> load() throws IOException {
        if (attributes() == null) {
            return Optional.empty();
        }
        List<Event> stored = read(0).events(0, events);
        if (stored.isEmpty()) {
            return Optional.empty();
        } else if (!(stored.get(0) instanceof Event.Started)) {
            throw CorruptThreadException.firstEvent(path, id);
        }
        return Optional.of(new AgentThread(id, stored));
    }

    /**
     * Returns the events from a position, or empty if the file does not exist or does not contain an event.
     *
     * @throws ErasedThreadException if the content of the thread was erased
     */
    Optional<List<Event>> load(int fromPosition) throws IOException {
        if (attributes() == null) {
            return Optional.empty();
        }
        ThreadFilePart part = read(fromPosition);
        return part.lines().events() == 0 ? Optional.empty() : Optional.of(part.events(fromPosition, events));
    }

    /** Passes the JSON of each event to an action. Has no effect if the content of the thread was erased. */
    void forEachEvent(Consumer<String> action) throws IOException {
        if (attributes() == null) {
            return;
        }
        try {
            read(0).forEach((line, number) -> {
                if (line.hasEvent()) {
                    action.accept(events.json(line, number));
                }
            });
        } catch (ErasedThreadException withoutContent) {
            // The thread does not use contents.
        }
    }

    /** Returns the current version of the thread, or empty if the file does not exist or does not contain an event. */
    Optional<AgentThread> latest(AgentThread known) throws IOException {
        if (attributes() == null) {
            return Optional.empty();
        }
        int size = known.events().size();
        ThreadFilePart part = read(size);
        if (part.lines().events() < size) {
            return load(); // another thread has replaced the known one
        }
        AgentThread latest = known;
        for (Event event : part.events(size, events)) {
            latest = latest.with(event);
        }
        return Optional.of(latest);
    }

    /** Reads the file, without the appends before a position if their end is known. */
    private ThreadFilePart read(int fromPosition) throws IOException {
        ThreadLock.ThreadHold held = lock.lockForReading();
        try {
            VerifiedLines before = VerifiedLines.NONE;
            if (fromPosition > 0) {
                count();
                before = recent.before(fromPosition, lines);
            }
            byte[] text = before.lines() == 0 ? countAgain() : PrivateFiles.read(path, before.end());
            if (lines.isErased()) {
                throw new ErasedThreadException(id);
            }
            return new ThreadFilePart(before, text, lines);
        } finally {
            held.release();
        }
    }

    /**
     * Performs an operation on the counted lines under the lock of the thread.
     *
     * @param operation receives the complete appends
     */
    <T> T underLock(Locked<T> operation) throws IOException {
        ThreadLock.ThreadHold held = lock.lock();
        try {
            count();
            return operation.perform(lines);
        } finally {
            held.release();
        }
    }

    /**
     * Performs an operation on the counted lines under the lock of the thread, unless another holder has the lock for
     * long, for example because its process was stopped.
     *
     * @return empty if the lock is not free
     */
    <T> Optional<T> underLockSoon(Locked<Optional<T>> operation) throws IOException {
        ThreadLock.ThreadHold held = lock.lockSoon();
        if (held == null) {
            return Optional.empty();
        }
        try {
            count();
            return operation.perform(lines);
        } finally {
            held.release();
        }
    }

    /** An operation that requires the lock of the thread. */
    interface Locked<T> {

        /** Performs the operation. */
        T perform(VerifiedLines lines) throws IOException;
    }

    /** Keeps the files open after appends until {@link #closeLease} is called. */
    void openLease() throws IOException {
        ThreadLock.ThreadHold held = lock.lockInStore();
        try {
            files.addLease();
        } finally {
            held.release();
        }
    }

    /** Closes the files when the last lease is closed. Later appends open them again. */
    void closeLease() throws IOException {
        ThreadLock.ThreadHold held = lock.lockInStore();
        try {
            files.removeLease();
        } finally {
            held.release();
        }
    }

    /** Durably stores an append, or throws one of the exceptions of {@link ThreadStore#append}. */
    void append(Append append) throws IOException {
        ThreadLock.ThreadHold held = lock.lock();
        try {
            count();
            requireLease(append);
            if (lines.isErased()) {
                throw new ErasedThreadException(id);
            } else if (lines.events() != append.position()) {
                throw new ConcurrentRunException(id, append.position(), lines.events());
            } else if (lines.events() == 0) {
                requireBeginning(append.events());
                LeaseFile.delete(directory.lease(id)); // of a deleted thread
            }
            write(append);
        } finally {
            held.release();
        }
    }

    private void requireLease(Append append) throws IOException {
        if (append.lease().isPresent()) {
            LeaseState state = files.leaseState();
            if (state == null || state.token() != append.lease().get().token()) {
                throw new LeaseLostException(id);
            }
        }
    }

    /** Throws an exception if a thread cannot start with given events. */
    private void requireBeginning(List<Event> beginning) {
        if (beginning.isEmpty()) {
            throw new UnknownThreadException(id);
        }
        AgentThread unused = new AgentThread(id, beginning);
    }

    /** Erases the content of the thread. Returns false if the thread is not stored. */
    boolean erase() throws IOException {
        ThreadLock.ThreadHold held = lock.lock();
        try {
            if (attributes() == null) {
                return false;
            }
            byte[] text = countAgain();
            if (lines.events() > 0 && !lines.isErased()) {
                byte[] erased = ErasedText.of(text, lines, directory.clock().instant(), events);
                channel.close();
                ReplacedFile.write(path, erased, true);
                keepTokenOnly(erased.length);
                leaveFile();
                return true;
            }
            return lines.events() > 0;
        } finally {
            held.release();
        }
    }

    /** Removes the changes of the due time from the side file. */
    private void keepTokenOnly(long end) throws IOException {
        LeaseState state = LeaseFile.read(directory.lease(id));
        if (state != null) {
            LeaseFile.write(
                    directory.lease(id),
                    LeaseState.first(state.token(), state.holder(), end).until(state.until()));
        }
    }

    /** Removes the files of the thread. Returns false if the thread is not stored. */
    boolean delete() throws IOException {
        ThreadLock.ThreadHold held = lock.lock();
        try {
            boolean isStored = attributes() != null;
            if (isStored) {
                channel.close();
                Files.delete(path);
                directory.sync();
            }
            LeaseFile.delete(directory.lease(id));
            leaveFile();
            return isStored;
        } finally {
            held.release();
        }
    }

    private void write(Append append) throws IOException {
        AppendText text = AppendText.of(append, lines, directory.clock().instant(), events);
        channel.append(text.bytes(), lines.end());
        fileKey = channel.fileKey();
        recent.add(lines);
        lines = text.lines();
        files.closeUnleased();
    }

    /** Counts the lines that other processes have appended. */
    private void count() throws IOException {
        BasicFileAttributes attributes = attributes();
        if (attributes == null) {
            leaveFile();
            return;
        }
        boolean isSame = fileKey == null || fileKey.equals(attributes.fileKey());
        boolean isCounted = isSame
                && attributes.size() >= lines.end()
                && (lines.lines() == 0 || channel.contains(lines, attributes.fileKey()));
        if (!isCounted) {
            leaveFile(); // another file has replaced the counted one, which may have its identity
        }
        fileKey = attributes.fileKey();
        if (attributes.size() != lines.end() && !countAppended()) {
            countAgain();
        }
    }

    /** Counts the lines after the counted ones. Returns false if the counted lines have changed. */
    private boolean countAppended() throws IOException {
        if (lines.lines() == 0) {
            return false;
        }
        byte[] more = PrivateFiles.read(path, lines.end() - 1);
        VerifiedLines all =
                more.length > 0 && more[0] == '\n' ? LineVerifier.verifyMore(path, id, lines, more, 1) : null;
        if (all != null) {
            recent.add(lines);
            lines = all;
        }
        return all != null;
    }

    private @Nullable BasicFileAttributes attributes() throws IOException {
        return StoreDirectory.attributes(path);
    }

    /** Resets the state of this object after the file was deleted or replaced. */
    private void leaveFile() throws IOException {
        lines = VerifiedLines.NONE;
        recent.clear();
        fileKey = null;
        channel.leave();
    }

    /** Counts all lines again and returns the content of the file. */
    private byte[] countAgain() throws IOException {
        lines = VerifiedLines.NONE;
        recent.clear();
        byte[] text = PrivateFiles.read(path, 0);
        for (int i = 1; ; i++) {
            try {
                lines = LineVerifier.verify(path, id, text);
                return text;
            } catch (CorruptThreadException e) {
                byte[] again = PrivateFiles.read(path, 0);
                if (i == MAX_READS || Arrays.equals(text, again)) {
                    throw e;
                }
                text = again; // an append changed the file while it was read without the lock
            }
        }
    }
}
