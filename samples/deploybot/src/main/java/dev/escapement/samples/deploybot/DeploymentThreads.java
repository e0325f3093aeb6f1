package dev.escapement.samples.deploybot;

import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A directory of the bot's threads. Each thread is a file; the threads are numbered in the order in which they started.
 */
final class DeploymentThreads {

    private static final String PREFIX = "deploy-";

    private final FileThreadStore store;

    DeploymentThreads(Path directory) {
        this.store = FileThreadStore.in(directory);
    }

    FileThreadStore store() {
        return store;
    }

    String newId() {
        return PREFIX
                + (all().stream().mapToLong(thread -> number(thread.id())).max().orElse(0) + 1);
    }

    /** Returns all threads, oldest first. */
    List<AgentThread> all() {
        return store.ids().stream()
                .sorted(Comparator.comparingLong(DeploymentThreads::number))
                .map(store::load)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the threads that have not ended, oldest first. */
    List<AgentThread> open() {
        return all().stream().filter(thread -> !thread.hasEnded()).toList();
    }

    /** Returns the thread with a given id. */
    AgentThread byId(String id) {
        return store.load(id).orElseThrow(() -> new UnclearRequestException("Thread " + id + " does not exist."));
    }

    /**
     * Returns the thread to continue if the arguments do not name a thread. It is the only thread that has not ended;
     * if all threads have ended, it is the newest.
     *
     * @throws UnclearRequestException if no thread exists, or several have not ended
     */
    AgentThread only() {
        List<AgentThread> open = open();
        if (open.size() > 1) {
            throw new UnclearRequestException("Several threads wait: "
                    + String.join(", ", open.stream().map(AgentThread::id).toList())
                    + ". Select one with --thread.");
        }
        List<AgentThread> candidates = open.isEmpty() ? all() : open;
        if (candidates.isEmpty()) {
            throw new UnclearRequestException("No thread exists yet. Run the program without arguments to start one.");
        }
        return candidates.get(candidates.size() - 1);
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(PREFIX.length()));
    }
}
