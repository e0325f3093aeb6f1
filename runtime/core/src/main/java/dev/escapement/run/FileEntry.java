package dev.escapement.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A thread in the index of a directory.
 *
 * @param ends the header and the standing in the thread's file
 * @param state the content of the side file, if its changes of the due time apply or it has a lease; otherwise null
 */
record FileEntry(ThreadFileEnds ends, @Nullable LeaseState state) {

    /** Returns an entry, given the content of the side file. */
    static FileEntry of(ThreadFileEnds ends, @Nullable LeaseState state) {
        return new FileEntry(ends, state == null ? null : state.at(ends.end()));
    }

    /** Returns the id of the thread. */
    String id() {
        return ends.header().thread();
    }

    /** Returns the name of the thread's agent. */
    String agent() {
        return ends.header().agent();
    }

    /** Returns the labels of the thread. */
    Map<String, String> labels() {
        return ends.header().labels();
    }

    /** Returns the time from which a driver must continue the thread, without regard to leases. */
    Optional<Instant> due() {
        return due(ends.standing(), state);
    }

    /**
     * Returns the time from which a driver must continue a thread.
     *
     * @param state the state of its side file for the current length of the thread's file; null if there is none
     */
    static Optional<Instant> due(StoredStanding standing, @Nullable LeaseState state) {
        if (state != null && (state.isParked() || state.due().isPresent())) {
            return state.due();
        }
        return standing.due();
    }

    /** Returns whether a thread is due at a time, and its lease is free. */
    static boolean isDue(StoredStanding standing, @Nullable LeaseState state, Instant now) {
        return due(standing, state).filter(due -> !due.isAfter(now)).isPresent() && !LeaseState.isHeld(state, now);
    }

    /** Returns whether the thread is due at a time. */
    boolean isDue(Instant now) {
        return isDue(ends.standing(), state, now);
    }

    /** Returns this thread in the form of the index. */
    ThreadIndex.ThreadEntry toThreadEntry() {
        Standing standing = ends.standing().standing();
        boolean isChanged = state != null && (state.isParked() || state.due().isPresent());
        return new ThreadIndex.ThreadEntry(
                id(),
                agent(),
                ends.standing().size(),
                isChanged ? new Standing(standing.phase(), due(), standing.questions()) : standing,
                ends.standing().since(),
                ends.standing().at(),
                state == null ? 0 : state.attempts(),
                state != null && state.isParked(),
                labels(),
                ends.header().erased());
    }

    /** Returns the open questions of the thread in the form of the index. */
    List<ThreadIndex.QuestionEntry> toQuestionEntries() {
        return ends.standing().standing().questions().stream()
                .map(question -> new ThreadIndex.QuestionEntry(id(), agent(), question, labels()))
                .toList();
    }
}
