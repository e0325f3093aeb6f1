package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
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
 * <p>All operations hold a lock that is shared with other processes. To append, the lines that were counted earlier are
 * not read again: a file that is at least as long as before, and has a line feed at the same position, has only grown.
 *
 * <p>While this process holds the lease of the thread, the file stays open for appending. Each append is one write,
 * followed by one synchronization, which also covers lines of other processes that are not on the disk yet. Uses {@link
 * RandomAccessFile}, because an interruption of a Java thread closes NIO channels and could leave an event half-written.
 */
final class ThreadFile {

    private final String id;
    private final Path directory;
    private final Path path;
    private final Path locks;
    private final long place;

    /** The number of counted lines, including the header. */
    private int lines;

    /** The byte offset after the last counted line. */
    private long end;

    /** The length of the file, including a torn line. */
    private long length;

    /** True if the file's directory entry is known to survive a power failure. */
    private boolean durable;

    /** True while this process holds the thread's lease. */
    private boolean leased;

    /** The file opened for appending, or null if the file is not open. Only a file under lease stays open. */
    private @Nullable RandomAccessFile open;

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
    }

    /** Returns the stored thread, or empty if the file does not exist or does not contain an event. */
    Optional<AgentThread> load() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        return new ThreadFileLines(path, id, read()).thread();
    }

    /** Returns the current version of the thread, or empty if the file does not exist or does not contain an event. */
    Optional<AgentThread> latest(AgentThread known) throws IOException {
        return storedEvents() == known.events().size() ? Optional.of(known) : load();
    }

    private synchronized int storedEvents() throws IOException {
        LockFile.Held lock = LockFile.lock(locks, place);
        try {
            count();
            return lines - 1;
        } finally {
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

    private synchronized byte[] read() throws IOException {
        LockFile.Held lock = LockFile.lock(locks, place);
        try {
            return countAgain();
        } finally {
            lock.close();
        }
    }

    /** Appends an event durably if the thread has the given number of events. */
    synchronized void append(int position, Event event) throws IOException {
        byte[] line = JsonLine.of(Event.CODEC, event);
        LockFile.Held lock = LockFile.lock(locks, place);
        try {
            count();
            int size = Math.max(0, lines - 1);
            if (size != position) {
                throw new ConcurrentRunException(id, position, size);
            }
            if (size == 0) {
                requireBeginning(event);
            }
            if (lines == 0) {
                byte[] header = ThreadFileHeader.line(id);
                byte[] both = Arrays.copyOf(header, header.length + line.length);
                System.arraycopy(line, 0, both, header.length, line.length);
                write(both, 2);
            } else {
                write(line, 1);
            }
        } finally {
            lock.close();
        }
    }

    /** Throws an exception if a thread cannot start with a given event. */
    private void requireBeginning(Event event) {
        AgentThread unused = new AgentThread(id, List.of(event));
    }

    private void write(byte[] text, int count) throws IOException {
        RandomAccessFile file = open == null ? openForAppending() : open;
        boolean keep = false;
        try {
            append(text, file);
            keep = leased;
        } finally {
            open = keep ? file : null;
            if (!keep) {
                file.close();
            }
        }
        end += text.length;
        length = end;
        lines += count;
    }

    private RandomAccessFile openForAppending() throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        fileKey = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return file;
    }

    private void append(byte[] text, RandomAccessFile file) throws IOException {
        if (!durable) {
            DurableDirectory.sync(directory);
            durable = true;
        }
        if (length > end) {
            file.setLength(end);
        }
        file.seek(end);
        try {
            file.write(text);
            file.getFD().sync();
        } catch (IOException e) {
            takeBack(file, e);
            throw e;
        }
    }

    /** Removes the partial line of a failed append. If this also fails, the complete event may remain in the file. */
    private void takeBack(RandomAccessFile file, IOException failure) {
        try {
            file.setLength(end);
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
        if (length > end && end > 0) {
            byte[] more = bytes(end - 1);
            if (more[0] == '\n') {
                count(more, 1);
                return;
            }
        }
        if (length != end) {
            countAgain();
        }
    }

    private @Nullable BasicFileAttributes attributes() throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException missing) {
            return null;
        }
    }

    /** Resets the state of this object after the file was deleted or replaced. */
    private void leaveFile() throws IOException {
        forget();
        length = 0;
        durable = false;
        fileKey = null;
        closeFile();
    }

    private void forget() {
        lines = 0;
        end = 0;
    }

    /** Counts all lines again and returns the content of the file. */
    private byte[] countAgain() throws IOException {
        forget();
        byte[] all = bytes(0);
        new ThreadFileLines(path, id, all).requireHeader();
        count(all, 0);
        return all;
    }

    private void count(byte[] text, int start) {
        int from = start;
        for (int next = JsonLine.end(text, from); next >= 0; next = JsonLine.end(text, from)) {
            end += next - from;
            lines++;
            from = next;
        }
    }

    private byte[] bytes(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }
}
