package dev.escapement.samples.deploybot;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The threads of the bot: files in a directory, numbered in the order in which they began. */
final class DeploymentThreads {

    private static final String PREFIX = "deploy-";

    private final AgentLoop loop;
    private final FileThreadStore store;

    DeploymentThreads(AgentLoop loop, Path directory) {
        this.loop = loop;
        this.store = FileThreadStore.in(directory);
    }

    FileThreadStore store() {
        return store;
    }

    String newId() {
        return PREFIX
                + (all().stream().mapToLong(thread -> number(thread.id())).max().orElse(0) + 1);
    }

    /** All threads, oldest first. */
    List<AgentThread> all() {
        return store.ids().stream()
                .sorted(Comparator.comparingLong(DeploymentThreads::number))
                .map(store::load)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The threads that have not ended. */
    List<AgentThread> open() {
        return all().stream()
                .filter(thread -> !(loop.next(thread) instanceof Command.Rest))
                .toList();
    }

    /** The thread with an id. */
    AgentThread byId(String id) {
        return store.load(id).orElseThrow(() -> new UnclearRequestException("There is no thread " + id + "."));
    }

    /**
     * The thread to continue if none is named: the only one that has not ended, or else the newest.
     *
     * @throws UnclearRequestException if there is none, or if several have not ended
     */
    AgentThread only() {
        List<AgentThread> open = open();
        if (open.size() > 1) {
            throw new UnclearRequestException("Several threads wait: "
                    + String.join(", ", open.stream().map(AgentThread::id).toList())
                    + ". Say which one with --thread.");
        }
        List<AgentThread> candidates = open.isEmpty() ? all() : open;
        if (candidates.isEmpty()) {
            throw new UnclearRequestException("There is no thread yet. Start one without arguments.");
        }
        return candidates.get(candidates.size() - 1);
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(PREFIX.length()));
    }
}
