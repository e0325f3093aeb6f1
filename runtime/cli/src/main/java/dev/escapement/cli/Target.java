package dev.escapement.cli;

import dev.escapement.internal.text.Excerpt;
import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The thread and the call to which a command applies. Arguments may omit them if only one is possible.
 *
 * @param threadId the id of the thread
 * @param callId the id of the call
 */
record Target(String threadId, String callId) {

    private static final int MAX_CANDIDATES = 10;
    private static final int MAX_ID = 100;

    /**
     * Returns the call for operands.
     *
     * @param operands the ids of the thread and the call, or the former, or neither
     * @param kinds the kinds of questions that the command answers
     */
    static Target of(OpenStore store, List<String> operands, Set<Standing.Kind> kinds) {
        if (operands.size() > 2) {
            throw CommandException.usage(
                    "Unexpected argument: " + operands.get(2) + ". The arguments are the ids of a thread and a call.");
        }
        String thread = operands.isEmpty() ? thread(store, kinds) : operands.get(0);
        if (operands.size() > 1) {
            return new Target(thread, operands.get(1));
        }
        store.agent(thread); // reports an unknown thread
        Set<String> calls = store.index().entry(thread).stream()
                .flatMap(entry -> entry.standing().questions().stream())
                .filter(question -> kinds.contains(question.kind()))
                .map(Standing.Question::callId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (calls.isEmpty()) {
            throw CommandException.refused("Thread " + thread + " does not have an open question for this command ("
                    + names(kinds) + "). " + remedy(store, thread, kinds));
        } else if (calls.size() > 1) {
            throw CommandException.refused("Thread " + thread + " has several open questions for this command: "
                    + list(calls) + ". Name the call after the thread.");
        }
        return new Target(thread, calls.iterator().next());
    }

    /** Returns the ids of the questions in the threads below a thread, or else another command. */
    private static String remedy(OpenStore store, String thread, Set<Standing.Kind> kinds) {
        List<String> below = TreeReport.below(store, thread).stream()
                .filter(question -> kinds.contains(question.kind()))
                .limit(MAX_CANDIDATES)
                .map(question -> Excerpt.line(question.threadId() + " " + question.callId(), MAX_ID))
                .toList();
        return below.isEmpty()
                ? "The command show prints its state."
                : "Threads that it started have some. Use their ids: " + String.join(", ", below) + ".";
    }

    /** Returns the only thread with an open question of given kinds. */
    static String thread(OpenStore store, Set<Standing.Kind> kinds) {
        Set<String> threads = new LinkedHashSet<>();
        for (Standing.Kind kind : EnumSet.copyOf(kinds)) {
            QuestionQuery query = QuestionQuery.all().kind(kind).limit(MAX_CANDIDATES);
            store.index().questions(query).entries().forEach(entry -> threads.add(entry.threadId()));
        }
        return only(threads, "has an open question for this command (" + names(kinds) + ")");
    }

    /** Returns the only thread in given phases. */
    static String thread(OpenStore store, Standing.Phase... phases) {
        ThreadQuery query = ThreadQuery.all().limit(MAX_CANDIDATES);
        List<String> names = new ArrayList<>();
        for (Standing.Phase phase : phases) {
            query = query.phase(phase);
            names.add(phase.name().toLowerCase(Locale.ROOT));
        }
        Set<String> threads = store.index().threads(query).entries().stream()
                .map(ThreadIndex.ThreadEntry::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return only(threads, "is " + String.join(" or ", names));
    }

    private static String only(Set<String> threads, String condition) {
        if (threads.isEmpty()) {
            throw CommandException.refused("No thread " + condition + ". The command threads lists all threads.");
        } else if (threads.size() > 1) {
            throw CommandException.refused("More than one thread " + condition + ": " + list(threads)
                    + ". Name the thread after the command.");
        }
        return threads.iterator().next();
    }

    private static String names(Set<Standing.Kind> kinds) {
        return EnumSet.copyOf(kinds).stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String list(Set<String> ids) {
        return ids.stream()
                        .limit(MAX_CANDIDATES)
                        .map(id -> Excerpt.line(id, MAX_ID))
                        .collect(Collectors.joining(", "))
                + (ids.size() >= MAX_CANDIDATES ? ", …" : "");
    }
}
