package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The base class of the contracts of {@link ThreadIndex}. The tests read the index of the second instance. */
public abstract class IndexContract extends StoreContract {

    /** Creates a contract. */
    IndexContract() {}

    /** Returns the index of the second instance. */
    final ThreadIndex index() {
        return other() instanceof ThreadIndex index
                ? index
                : fail("the store " + other().getClass().getName() + " does not implement ThreadIndex");
    }

    final ThreadEntry entry(String id) {
        return index().entry(id).orElseGet(() -> fail("entry(\"" + id + "\") must return the entry of the thread"));
    }

    final List<String> ids(ThreadQuery query) {
        return index().threads(query).entries().stream().map(ThreadEntry::id).toList();
    }

    /** Returns the open questions in the form {@code thread/call}. */
    final List<String> questions(QuestionQuery query) {
        return index().questions(query).entries().stream()
                .map(entry -> entry.threadId() + "/" + entry.question().callId())
                .toList();
    }

    final void labelled(String id, Map<String, String> labels) {
        Start start = new Start("hello", "", "", List.of(), labels);
        append(id, 0, Samples.started(Samples.AGENT, start));
    }

    /** Returns a question that was opened a number of seconds after the time of the sample events. */
    static Standing.Question question(String callId, Standing.Kind kind, int second, Optional<Instant> deadline) {
        return new Standing.Question(callId, kind, Samples.AT.plusSeconds(second), deadline);
    }

    static Standing waiting(Standing.Question... questions) {
        return new Standing(Standing.Phase.WAITING, Optional.empty(), List.of(questions));
    }

    /** Checks a time, which a store can keep with less precision than nanoseconds. */
    static void assertWithin(Instant from, Instant actual, Instant to, String name) {
        assertFalse(
                actual.isBefore(from) || actual.isAfter(to.plusMillis(1)),
                () -> name + " must be the time of the store's clock, from " + from + " to " + to + ", not " + actual);
    }
}
