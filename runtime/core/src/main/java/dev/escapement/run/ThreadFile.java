package dev.escapement.run;

import dev.escapement.internal.file.DeferredInterruption;
import dev.escapement.internal.file.DurableDirectory;
import dev.escapement.internal.file.PrivateFiles;
import dev.escapement.internal.file.SymbolicLinkException;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of one thread, with a header line and one line for each event. Text after the last line feed is the
 * remainder of an append that a crash interrupted; it is ignored, and the next append removes it.
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

    private final String id;
    private final Path directory;
    private final Path path;
    private final Path locks;
    private final long place;

    /** The complete lines that were counted and verified. */
    private VerifiedLines lines;

    /** The length of the file, including a torn line. */
    private long length;

    /** True if the file's directory entry is known to survive a power failure. */
    private boolean durable;

    /** True while this process holds the thread's lease. */
    private boolean leased;

    /** The file opened for appending, or null if the file is not open. Only a file under lease stays open. */
    private @Nullable FileChannel open;

    /**
     * The identity of the file whose lines were counted, or null if it is unknown. Some file systems do not have file
     * identities.
     */
    private @Nullable Object fileKey;

    /**
     * Creates an instance for a file that may not exist yet.
     *
     * @param id the id of the thread
     * @param directory the directory of the file
     * @param locks the lock file
     * @param place the index of the lock in the lock file
     */
    ThreadFile(String id, Path directory, Path locks, long place) {
        this.id = id;
        this.directory = directory;
        this.path = directory.resolve(ThreadFileName.of(id));
        this.locks = locks;
        this.place = place;
        this.lines = VerifiedLines.none(id);
    }

    /** Returns the id of the thread. */
    String id() {
        return id;
    }

    /** Returns the path of the file. */
    Path path() {
        return path;
    }

    /** Returns the stored thread, or empty if the file does not exist or does not contain an event. */
    Optional<AgentThread> load() throws IOException {
        if (attributes() == null) {
            return Optional.empty();
        }
        return new ThreadFileLines(path, id, read()).thread();
    }

    /** Returns the current version of the thread, or empty if the file does not exist or does not contain an event. */
    Optional<AgentThread> latest(AgentThread known) throws IOException {
        return storedEvents() == known.events().size() ? Optional.of(known) : load();
    }

    private synchronized int storedEvents() throws IOException {
        LockFile.Held lock = lockForReading();
        try {
            count();
            return lines.count() - 1;
        } finally {
            release(lock);
        }
    }

    private synchronized byte[] read() throws IOException {
        LockFile.Held lock = lockForReading();
        try {
            return countAgain();
        } finally {
            release(lock);
        }
    }

    /** Returns the lock, or null if the lock file cannot be opened for writing, as in a read-only directory. */
    private LockFile.@Nullable Held lockForReading() throws IOException {
        try {
            return LockFile.lock(locks, place);
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

    /** Keeps the file open after appends until {@link #close} is called. */
    synchronized void keepOpen() {
        leased = true;
    }

    /** Closes the file. Later appends open it again. */
    synchronized void close() throws IOException {
        leased = false;
        closeFile();
    }

    private void closeFile() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Appends an event durably if the thread has the given number of events. */
    synchronized void append(int position, Event event) throws IOException {
        byte[] json = JsonLine.of(Event.CODEC, event);
        LockFile.Held lock = LockFile.lock(locks, place);
        try {
            count();
            int size = Math.max(0, lines.count() - 1);
            if (size != position) {
                throw new ConcurrentRunException(id, position, size);
            }
            if (size == 0) {
                requireBeginning(event);
            }
            write(json);
        } finally {
            lock.close();
        }
    }

    /** Throws an exception if a thread cannot start with a given event. */
    private void requireBeginning(Event event) {
        AgentThread unused = new AgentThread(id, List.of(event));
    }

    private void write(byte[] json) throws IOException {
        ChecksumChain sum = lines.last().next(json);
        byte[] line = sum.line(json);
        byte[] header = lines.count() == 0 ? ThreadFileHeader.line(id) : new byte[0];
        byte[] text = Arrays.copyOf(header, header.length + line.length);
        System.arraycopy(line, 0, text, header.length, line.length);
        boolean written = false;
        try {
            length = DeferredInterruption.complete(() -> append(text));
            written = true;
        } finally {
            if (!written || !leased) {
                closeFile();
            }
        }
        VerifiedLines before = header.length == 0 ? lines : lines.withHeader(header.length);
        lines = before.with(sum, line.length);
    }

    /** Writes a text after the counted lines, and returns the length of the file. */
    private long append(byte[] text) throws IOException {
        FileChannel file = open == null || !open.isOpen() ? openForAppending() : open;
        if (!durable) {
            DurableDirectory.sync(directory);
            durable = true;
        }
        long end = lines.end();
        if (length > end) {
            file.truncate(end);
        }
        length = end + text.length; // if the write is repeated, the file may contain a part of the text
        try {
            PrivateFiles.write(file, text, end);
            file.force(true);
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            takeBack(file, e);
            throw e;
        }
        return length;
    }

    private FileChannel openForAppending() throws IOException {
        FileChannel file = PrivateFiles.openForWriting(path);
        open = file;
        fileKey = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
        return file;
    }

    /** Removes the partial line of a failed append. If this also fails, the complete event may remain in the file. */
    private void takeBack(FileChannel file, IOException failure) {
        try {
            file.truncate(lines.end());
        } catch (IOException e) {
            failure.addSuppressed(e);
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
        length = attributes.size();
        if (length != lines.end() && !countAppended()) {
            countAgain();
        }
    }

    /** Counts the lines after the counted ones. Returns false if the counted lines have changed. */
    private boolean countAppended() throws IOException {
        if (lines.count() == 0 || length < lines.end()) {
            return false;
        }
        byte[] more = PrivateFiles.read(path, lines.end() - 1);
        VerifiedLines all = more.length > 0 && more[0] == '\n' ? lines.withAll(more, 1) : null;
        if (all != null) {
            lines = all;
        }
        return all != null;
    }

    /**
     * Returns the attributes of the file, or null if it does not exist.
     *
     * @throws FileSystemException if it is a symbolic link, a directory or another special file
     */
    private @Nullable BasicFileAttributes attributes() throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            return null;
        }
        if (attributes.isSymbolicLink()) {
            throw new SymbolicLinkException(path);
        }
        if (!attributes.isRegularFile()) {
            throw new FileSystemException(path.toString(), null, RunMessages.NOT_REGULAR);
        }
        return attributes;
    }

    /** Resets the state of this object after the file was deleted or replaced. */
    private void leaveFile() throws IOException {
        lines = VerifiedLines.none(id);
        length = 0;
        durable = false;
        fileKey = null;
        closeFile();
    }

    /** Counts all lines again and returns the content of the file. */
    private byte[] countAgain() throws IOException {
        lines = VerifiedLines.none(id);
        byte[] text = PrivateFiles.read(path, 0);
        for (int i = 1; ; i++) {
            try {
                lines = new ThreadFileLines(path, id, text).verified();
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
