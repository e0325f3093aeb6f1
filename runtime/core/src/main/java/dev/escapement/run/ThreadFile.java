package dev.escapement.run;

import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file of one thread: a header, then an event a line. What stands after the last line feed is of an append that a
 * crash cut short: it does not count, and the next append cuts it.
 *
 * <p>Everything happens under a lock that all processes know. What was counted once is not read again to append: a file
 * that is not shorter than it was, and still has a line that ends there, has only grown.
 *
 * <p>Reads and writes with {@link RandomAccessFile}, because the channels of NIO are closed when a thread of execution is
 * interrupted, and an event must not be written by half for that.
 */
final class ThreadFile {

    private final String id;
    private final Path directory;
    private final Path path;
    private final Path locks;
    private final long place;

    /** How many lines were counted, the header included. */
    private int lines;

    /** Where the last of these lines ends. */
    private long end;

    /** Whether the entry in the directory outlasts a loss of power. */
    private boolean durable;

    /**
     * A file that need not exist.
     *
     * @param id the thread's id
     * @param directory where the file is
     * @param locks the file of the lock
     * @param place the byte of the lock
     */
    ThreadFile(String id, Path directory, Path locks, long place) {
        this.id = id;
        this.directory = directory;
        this.path = directory.resolve(ThreadFileName.of(id));
        this.locks = locks;
        this.place = place;
    }

    /** Reads the thread. */
    Optional<AgentThread> load() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        return new ThreadFileLines(path, id, read()).thread();
    }

    private synchronized byte[] read() throws IOException {
        LockFile.Held lock = LockFile.lock(locks, place);
        try {
            return countAgain();
        } finally {
            lock.close();
        }
    }

    /** Adds an event durably, if the thread has so many events. */
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

    /** What no thread can begin with is refused as everywhere. */
    private void requireBeginning(Event event) {
        AgentThread unused = new AgentThread(id, List.of(event));
    }

    private void write(byte[] text, int count) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            if (!durable) {
                DurableDirectory.sync(directory);
                durable = true;
            }
            if (file.length() > end) {
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
        end += text.length;
        lines += count;
    }

    /** An append that failed is not to be found later. If this fails too, at worst a whole event is. */
    private void takeBack(RandomAccessFile file, IOException failure) {
        try {
            file.setLength(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Counts the lines that others added. */
    private void count() throws IOException {
        if (!Files.exists(path)) {
            forget();
            durable = false;
            return;
        }
        long length = Files.size(path);
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

    private void forget() {
        lines = 0;
        end = 0;
    }

    /** Counts all lines, and returns what was read for it. */
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
