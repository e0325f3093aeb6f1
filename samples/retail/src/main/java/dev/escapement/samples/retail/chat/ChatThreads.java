package dev.escapement.samples.retail.chat;

import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A directory of stored conversations. Each is a file; they are numbered in the order in which they started. */
record ChatThreads(FileThreadStore store) {

    private static final String PREFIX = "chat-";

    String newId() {
        return PREFIX + (newest().map(ChatThreads::number).orElse(0L) + 1);
    }

    Optional<AgentThread> newest() {
        return all().stream().reduce((earlier, later) -> later);
    }

    /** Returns all conversations, oldest first. */
    List<AgentThread> all() {
        return store.ids().stream()
                .filter(id -> id.matches(PREFIX + "\\d{1,9}"))
                .map(store::load)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingLong(ChatThreads::number))
                .toList();
    }

    private static long number(AgentThread thread) {
        return Long.parseLong(thread.id().substring(PREFIX.length()));
    }
}
