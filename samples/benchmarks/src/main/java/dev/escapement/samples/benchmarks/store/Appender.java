package dev.escapement.samples.benchmarks.store;

import dev.escapement.run.Append;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.Event;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** An open file to which events are appended durably. */
interface Appender extends AutoCloseable {

    /** Appends an event and returns after the event has been written to disk. */
    void append(Event event, byte[] line) throws IOException;

    @Override
    void close() throws IOException;

    /** A way to append to a file. */
    enum Kind {
        /** A thread store that holds the thread's lease, as during a run. */
        STORE("FileThreadStore") {
            @Override
            Appender open(Path directory, String id, List<Event> before) throws IOException {
                StoredThread.create(directory, id, before);
                FileThreadStore store = FileThreadStore.in(directory);
                ThreadStore.Lease lease = store.lease(id, Duration.ofMinutes(1)).orElseThrow();
                int size = store.load(id).orElseThrow().events().size();
                if (size != before.size()) {
                    throw new IllegalStateException("the store loaded " + size + " of " + before.size() + " events");
                }
                return new Appender() {
                    private int position = size;

                    @Override
                    public void append(Event event, byte[] line) {
                        store.append(Append.of(id, position++, event).under(lease));
                    }

                    @Override
                    public void close() {
                        lease.close();
                    }
                };
            }
        },

        /** A file channel that is forced to disk after each line. */
        CHANNEL("FileChannel.force(true)") {
            @Override
            Appender open(Path directory, String id, List<Event> before) throws IOException {
                FileChannel file =
                        FileChannel.open(StoredThread.create(directory, id, before), StandardOpenOption.APPEND);
                return new Appender() {
                    @Override
                    public void append(Event event, byte[] line) throws IOException {
                        ByteBuffer rest = ByteBuffer.wrap(line);
                        while (rest.hasRemaining()) {
                            file.write(rest);
                        }
                        file.force(true);
                    }

                    @Override
                    public void close() throws IOException {
                        file.close();
                    }
                };
            }
        },

        /** A file whose descriptor is synced after each line. */
        DESCRIPTOR("FileDescriptor.sync()") {
            @Override
            Appender open(Path directory, String id, List<Event> before) throws IOException {
                RandomAccessFile file = new RandomAccessFile(
                        StoredThread.create(directory, id, before).toFile(), "rw");
                file.seek(file.length());
                return new Appender() {
                    @Override
                    public void append(Event event, byte[] line) throws IOException {
                        file.write(line);
                        file.getFD().sync();
                    }

                    @Override
                    public void close() throws IOException {
                        file.close();
                    }
                };
            }
        };

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Returns the name shown in the result table. */
        String title() {
            return title;
        }

        /** Creates a file that contains the given events, and opens it. */
        abstract Appender open(Path directory, String id, List<Event> before) throws IOException;
    }
}
