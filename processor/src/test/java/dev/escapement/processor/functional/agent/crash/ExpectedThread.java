package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** The expected result of a scenario that was interrupted after a number of stored events. */
final class ExpectedThread {

    private final ScenarioRun whole;
    private final int stored;

    ExpectedThread(ScenarioRun whole, int stored) {
        this.whole = whole;
        this.stored = stored;
    }

    /** Asserts that the thread is the same, except that the steps that were running start again. */
    void assertSameThread(ScenarioRun played) {
        assertSameThread(index -> index == stored - 1, played);
    }

    /** Asserts that the thread is the same, except for the first event that was not stored. */
    void assertSameThread(Event instead, ScenarioRun played) {
        List<Event> events = new ArrayList<>(whole.events());
        events.set(stored, instead);
        assertEquals(timeless(events), timeless(played.events()));
    }

    /** Asserts that the model received the same requests, and only those without a stored reply. */
    void assertSameRequests(ScenarioRun played) {
        int replies = (int) whole.events().subList(0, stored).stream()
                .filter(Event.ModelReplied.class::isInstance)
                .count();
        assertEquals(lines(whole.requests().tailMap(replies)), lines(played.requests()));
    }

    /**
     * Returns the lines of requests in an order of their own, without the starts of steps. A rendering of all events
     * shows each attempt, and a rejection before or after it.
     */
    private static Map<Integer, List<String>> lines(Map<Integer, ModelRequest> requests) {
        Map<Integer, List<String>> texts = new TreeMap<>();
        requests.forEach((number, request) -> texts.put(
                number,
                request.toString()
                        .replaceAll("<step_started [^>]*/>\n", "")
                        .lines()
                        .sorted()
                        .toList()));
        return texts;
    }

    /**
     * Asserts that every action was done exactly once, except for read-only steps that may have been running
     * concurrently during the crash.
     */
    void assertDoneOnce(ScenarioRun played) {
        assertDone(played, List.of());
    }

    /** Asserts that every action was done exactly once, and the action that was not stored twice. */
    void assertLostDoneTwice(ScenarioRun played) {
        assertDone(played, whole.doneBefore(stored));
    }

    /** Asserts that the thread is the same, except that steps that were running at any of several crashes start again. */
    void assertSameThread(IntPredicate crashedAfter, ScenarioRun played) {
        assertEquals(timeless(Restarts.after(whole.events(), crashedAfter)), timeless(played.events()));
    }

    /** Asserts that every action was done exactly once, and read-only actions at least once. */
    void assertChangedOnce(ScenarioRun played) {
        assertEquals(withoutLooks(whole), withoutLooks(played));
        assertEquals(
                Set.copyOf(whole.world().journal()), Set.copyOf(played.world().journal()));
    }

    private static List<World.Entry> withoutLooks(ScenarioRun played) {
        return played.world().journal().stream()
                .filter(entry -> entry.deed() != World.Deed.LOOK)
                .toList();
    }

    private void assertDone(ScenarioRun played, List<World.Entry> again) {
        List<World.Entry> expected = new ArrayList<>(whole.world().journal());
        expected.addAll(again);
        Set<String> reading = readingWhenInterrupted();
        assertEquals(counts(expected, reading), counts(played.world().journal(), reading));
        for (String key : reading) {
            long times = played.world().journal().stream()
                    .filter(entry -> entry.key().equals(key))
                    .count();
            assertTrue(times == 1 || times == 2, () -> key + " was read " + times + " times");
        }
        assertEquals(whole.world().changes(), played.world().changes());
    }

    private static Map<String, Integer> counts(List<World.Entry> journal, Set<String> without) {
        Map<String, Integer> counts = new TreeMap<>();
        for (World.Entry entry : journal) {
            if (!without.contains(entry.key())) {
                counts.merge(entry.toString(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private Set<String> readingWhenInterrupted() {
        Map<String, String> reading = new TreeMap<>();
        for (Event event : whole.events().subList(0, stored)) {
            if (event instanceof Event.StepStarted started && started.effect() == Effect.READ) {
                reading.put(started.callId(), started.idempotencyKey());
            } else if (event instanceof Event.OfCall ofCall) {
                reading.remove(ofCall.callId());
            }
        }
        return new TreeSet<>(reading.values());
    }

    static String timeless(List<Event> events) {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            text.append(Event.CODEC.encode(event).replaceAll("\"(at|took)\":\"[^\"]*\",?", ""))
                    .append('\n');
        }
        return text.toString();
    }
}
