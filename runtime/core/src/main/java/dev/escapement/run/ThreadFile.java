package dev.escapement.run;

import dev.escapement.internal.file.PrivateFiles;
import dev.escapement.internal.file.SymbolicLinkException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.file.FileSystemException;
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
 * writing reads without the lock. To append, the lines that were counted earlier are not read again: a file that is at
 * least as long as before, and has a line feed at the same position, has only grown. The checksums of new lines confirm
 * that they continue the counted ones.
 *
 * <p>While this process holds the lease of the thread, the file stays open for appending. Each append is one write,
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

    /** The complete appends that were counted and verified. */
    private VerifiedLines lines = VerifiedLines.NONE;

    /** The earlier ends of appends, from which the later events can be read. */
    private final RecentEnds recent = new RecentEnds();

    /** The number of leases of the thread that this process holds. */
    private int leases;

    /** The file for appending. Only a file under lease stays open. */
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
        this.channel = new AppendChannel(directory, path);
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
        int size = known.events().size();
        Optional<List<Event>> more = load(size);
        if (more.isEmpty()) {
            return Optional.empty();
        } else if (storedEvents() < size) {
            return load(); // another thread has replaced the known one
        }
        AgentThread latest = known;
        for (Event event : more.get()) {
            latest = latest.with(event);
        }
        return Optional.of(latest);
    }

    /** Reads the file, without the appends before a position if their end is known. */
    private synchronized ThreadFilePart read(int fromPosition) throws IOException {
        LockFile.Held lock = lockForReading();
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
            release(lock);
        }
    }

    private synchronized int storedEvents() {
        return lines.events();
    }

    /** Returns the lock, or null if the lock file cannot be opened for writing, as in a read-only directory. */
    private LockFile.@Nullable Held lockForReading() throws IOException {
        try {
            return directory.lock(id);
        } catch (SymbolicLinkException e) {
            throw e;
        } catch (FileSystemException notWritable) {
            return null;
        }
    }

    private static void release(LockFile.@Nullable Held lock) throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    /**
     * Performs an operation on the counted lines under the lock of the thread.
     *
     * @param operation receives the complete appends
     */
    synchronized <T> T underLock(Locked<T> operation) throws IOException {
        LockFile.Held lock = directory.lock(id);
        try {
            count();
            return operation.perform(lines);
        } finally {
            lock.close();
        }
    }

    /**
     * Performs an operation on the counted lines under the lock of the thread, unless another process holds the lock for
     * long, for example because it was stopped.
     *
     * @return empty if the lock is not free
     */
    synchronized <T> Optional<T> underLockSoon(Locked<Optional<T>> operation) throws IOException {
        LockFile.Held lock = directory.lockSoon(id);
        if (lock == null) {
            return Optional.empty();
        }
        try {
            count();
            return operation.perform(lines);
        } finally {
            lock.close();
        }
    }

    /** An operation that requires the lock of the thread. */
    interface Locked<T> {

        /** Performs the operation. */
        T perform(VerifiedLines lines) throws IOException;
    }

    /** Keeps the file open after appends until {@link #closeLease} is called. */
    synchronized void openLease() {
        leases++;
    }

    /** Closes the file when the last lease is closed. Later appends open it again. */
    synchronized void closeLease() throws IOException {
        leases--;
        if (leases == 0) {
            channel.close();
        }
    }

    /** Durably stores an append, or throws one of the exceptions of {@link ThreadStore#append}. */
    synchronized void append(Append append) throws IOException {
        LockFile.Held lock = directory.lock(id);
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
            lock.close();
        }
    }

    private void requireLease(Append append) throws IOException {
        if (append.lease().isPresent()) {
            LeaseState state = LeaseFile.read(directory.lease(id));
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
    synchronized boolean erase() throws IOException {
        LockFile.Held lock = directory.lock(id);
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
            lock.close();
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
    synchronized boolean delete() throws IOException {
        LockFile.Held lock = directory.lock(id);
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
            lock.close();
        }
    }

    private void write(Append append) throws IOException {
        AppendText text = AppendText.of(append, lines, directory.clock().instant(), events);
        channel.append(text.bytes(), lines.end());
        fileKey = channel.fileKey();
        recent.add(lines);
        lines = text.lines();
        if (leases == 0) {
            channel.close();
        }
    }

    /** Counts the lines that other processes have appended. */
    private void count() throws IOException {
        BasicFileAttributes attributes = attributes();
        if (attributes == null) {
            leaveFile();
            return;
        }
        if (fileKey != null && !fileKey.equals(attributes.fileKey())) {
            leaveFile(); // another file has replaced the counted one
        }
        fileKey = attributes.fileKey();
        if (attributes.size() != lines.end() && !countAppended(attributes.size())) {
            countAgain();
        }
    }

    /** Counts the lines after the counted ones. Returns false if the counted lines have changed. */
    private boolean countAppended(long length) throws IOException {
        if (lines.lines() == 0 || length < lines.end()) {
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
