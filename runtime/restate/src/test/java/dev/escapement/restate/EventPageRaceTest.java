package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.EventsBody;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.restate.wire.Status;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests pages of events that are read while an execution ends, which moves events to other keys. */
class EventPageRaceTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");

    /** The number of events in the row before the end of the execution. */
    private static final int STORED = 71;

    /** The number of all events, of which 128 are in bundles at the end. */
    private static final int ALL = 131;

    private final InMemoryRestate restate = EventBundlesTest.restate(0);
    private final Map<String, String> state = restate.state("t1");

    private static String event(int position) {
        return "{\"event\":" + position + "}";
    }

    private static ThreadRow row(int size) {
        return new ThreadRow("acme.Desk", size, Standing.RUNNABLE, AT, AT, 0, false, Map.of(), false, 0);
    }

    private static String bundle(int number) {
        List<String> events = IntStream.range(number * 64, (number + 1) * 64)
                .mapToObj(EventPageRaceTest::event)
                .toList();
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    private void setRow(ThreadRow row) {
        state.put("row", ThreadRowCodec.INSTANCE.encode(row));
    }

    /** Sets the state before the end of an execution, and returns the changes at its end. */
    private Queue<Runnable> execution() {
        state.clear();
        setRow(row(STORED));
        state.put("b0", bundle(0));
        for (int i = 64; i < ALL; i++) {
            state.put("e" + i, event(i));
        }
        Queue<Runnable> changes = new ArrayDeque<>();
        changes.add(() -> setRow(row(ALL)));
        changes.add(() -> state.put("b1", bundle(1)));
        for (int i = 64; i < 128; i++) {
            String name = "e" + i;
            changes.add(() -> state.remove(name));
        }
        return changes;
    }

    private EventsReply read(int from) {
        return ObjectJournal.decoded(
                EventsReplyCodec.INSTANCE,
                restate.call("t1", "events", EventsBodyCodec.INSTANCE.encode(new EventsBody(from))));
    }

    @TestFactory
    Stream<DynamicTest> pageIsCompleteDuringTheEndOfAnExecution() {
        return Stream.of(0, 63, 64, 66, STORED, 100, ALL)
                .map(from -> DynamicTest.dynamicTest("from " + from, () -> {
                    EventsReply complete = new EventsReply(
                            Status.DONE,
                            ALL,
                            IntStream.range(from, ALL)
                                    .mapToObj(i -> new JsonText(event(i)))
                                    .toList());
                    Map<String, EventsReply> others = new HashMap<>();
                    for (int first = 0; first < ALL; first++) {
                        for (int each : List.of(1, 2, 3, 6, 40, ALL)) {
                            EventsReply reply = read(from, first, each);
                            if (!reply.equals(complete)) {
                                others.put(each + " changes from read " + first, reply);
                            }
                        }
                    }

                    assertEquals(Map.of(), others);
                }));
    }

    /** Reads a page while several changes precede each read from one on. */
    private EventsReply read(int from, int first, int each) {
        Queue<Runnable> changes = execution();
        restate.beforeReads(read -> {
            for (int i = 0; read >= first && i < each && !changes.isEmpty(); i++) {
                changes.remove().run();
            }
        });
        return read(from);
    }

    /** Returns the states of a thread at rest after each change of a handler. */
    private List<Map<String, String>> removal(String handler) {
        execution().clear();
        setRow(RowChanges.appended(row(ALL), ALL, Standing.of(Standing.Phase.WAITING), AT));
        List<Map<String, String>> states = new ArrayList<>();
        restate.afterChanges(() -> states.add(Map.copyOf(state)));
        String unused = restate.call("t1", handler, "{}");
        restate.afterChanges(() -> {});
        return states;
    }

    /** Returns the statuses of pages that are read while a handler changes the state, once or several times before each read. */
    private List<Status> statuses(String handler) {
        List<Map<String, String>> states = removal(handler);
        List<Status> statuses = new ArrayList<>();
        for (int first = 0; first < 8; first++) {
            for (int each : List.of(1, 2, 3, 6, 40, ALL)) {
                execution().clear();
                Queue<Map<String, String>> changes = new ArrayDeque<>(states);
                int from = first;
                restate.beforeReads(read -> {
                    for (int i = 0; read >= from && i < each && !changes.isEmpty(); i++) {
                        state.clear();
                        state.putAll(changes.remove());
                    }
                });
                statuses.add(read(64).status());
            }
        }
        return statuses.stream().distinct().toList();
    }

    @Test
    void erasureDuringAReadIsReported() {
        assertEquals(List.of(Status.ERASED), statuses("erase"));
    }

    @Test
    void deletionDuringAReadIsReported() {
        assertEquals(List.of(Status.UNKNOWN), statuses("delete"));
    }

    @Test
    void erasedThreadHasNoContent() {
        List<Map<String, String>> states = removal("erase");

        assertEquals(Set.of("row"), states.get(states.size() - 1).keySet());
    }

    @Test
    void missingEventsAreAnError() {
        execution().clear();
        state.remove("e66");

        assertThrows(RuntimeException.class, () -> read(0));
    }
}
