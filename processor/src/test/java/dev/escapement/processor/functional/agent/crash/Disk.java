package dev.escapement.processor.functional.agent.crash;

import dev.escapement.run.Append;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The data of a thread that survives crashes of processes. There is one kind for each store of the library. */
interface Disk {

    /** Returns the store of a new process. */
    ThreadStore open();

    /** Returns the store of another party that works at the same time as a process with a given store. */
    ThreadStore shared(ThreadStore process);

    /** Removes the second half of the last stored event, as if the process had been killed while it wrote the event. */
    void tear();

    /** Returns data that a process passes to the next one as JSON. */
    static Disk memory() {
        return new Memory();
    }

    /** Returns data in the files of a directory. */
    static Disk files(Path directory) {
        return new InFiles(directory);
    }

    /** Data in memory. */
    final class Memory implements Disk {

        private ThreadStore last = new InMemoryThreadStore();

        @Override
        public ThreadStore open() {
            ThreadStore next = new InMemoryThreadStore();
            last.load(ScenarioWorker.ID).ifPresent(thread -> copy(AgentThread.fromJson(thread.toJson()), next));
            last = next;
            return next;
        }

        @Override
        public ThreadStore shared(ThreadStore process) {
            return process;
        }

        private static void copy(AgentThread thread, ThreadStore store) {
            for (int i = 0; i < thread.events().size(); i++) {
                store.append(Append.of(thread.id(), i, thread.events().get(i)));
            }
        }

        @Override
        public void tear() {
            throw new UnsupportedOperationException("an append in memory is atomic");
        }
    }

    /** Data in files. */
    final class InFiles implements Disk {

        private final Path directory;

        private InFiles(Path directory) {
            this.directory = directory;
        }

        @Override
        public ThreadStore open() {
            return FileThreadStore.in(directory);
        }

        @Override
        public ThreadStore shared(ThreadStore process) {
            return open();
        }

        @Override
        public void tear() {
            try (FileChannel file = FileChannel.open(threadFile(), StandardOpenOption.WRITE)) {
                byte[] text = Files.readAllBytes(threadFile());
                int line = text.length - 1;
                while (line > 0 && text[line - 1] != '\n') {
                    line--;
                }
                file.truncate((line + text.length) / 2);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path threadFile() throws IOException {
            try (Stream<Path> files = Files.list(directory)) {
                List<Path> threads =
                        files.filter(file -> file.toString().endsWith(".jsonl")).toList();
                if (threads.size() != 1) {
                    throw new IllegalStateException("not one thread: " + threads);
                }
                return threads.get(0);
            }
        }
    }
}
