package dev.escapement.samples.benchmarks.restate;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AdvanceBody;
import dev.escapement.restate.wire.AdvanceBodyCodec;
import dev.escapement.restate.wire.AdvanceKind;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.Standing;
import dev.escapement.samples.benchmarks.loop.EscapementLoop;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.restate.common.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values in the journal of an agent thread.
 *
 * @param first the first event
 * @param row the row
 * @param drive the request that executes the thread
 * @param reply the reply of each handler
 * @param actions the actions
 * @param rest the result of the last action, which does not append events
 */
record JournalSizes(Slice first, Slice row, Slice drive, Slice reply, List<JournalAction> actions, Slice rest) {

    /**
     * An action.
     *
     * @param result its result in the journal
     * @param events the events, each of which is set in the state
     */
    record JournalAction(Slice result, List<Slice> events) {}

    /** Returns the values for a thread with a number of steps. */
    static JournalSizes of(int steps) {
        List<Event> events = EscapementLoop.thread(steps).events();
        Instant at = Instant.now();
        List<JournalAction> actions = new ArrayList<>();
        List<Event> action = new ArrayList<>();
        for (Event event : events.subList(1, events.size())) {
            if (!action.isEmpty() && event.kind() != EventKind.FINISHED) {
                actions.add(action(action, at));
                action = new ArrayList<>();
            }
            action.add(event);
        }
        actions.add(action(action, at));
        Standing finished = Standing.of(Standing.Phase.FINISHED);
        ThreadRow row = new ThreadRow(
                "ReservationDesk", events.size(), finished, at, at, 0, false, Map.of(), false, events.size());
        return new JournalSizes(
                Slice.wrap(Event.CODEC.encode(events.get(0))),
                Slice.wrap(ThreadRowCodec.INSTANCE.encode(row)),
                Slice.wrap("{}"),
                Slice.wrap("{\"status\":\"DONE\",\"size\":1}"),
                List.copyOf(actions),
                result(AdvanceKind.AT_REST, at, List.of(), finished));
    }

    /** Returns the request that creates a thread. */
    static String request() {
        Event first = EscapementLoop.thread(1).events().get(0);
        return AppendBodyCodec.INSTANCE.encode(
                new AppendBody(0, List.of(new JsonText(Event.CODEC.encode(first))), Standing.RUNNABLE));
    }

    private static JournalAction action(List<Event> events, Instant at) {
        List<JsonText> texts = events.stream()
                .map(event -> new JsonText(Event.CODEC.encode(event)))
                .toList();
        return new JournalAction(
                result(AdvanceKind.RECORDED, at, texts, Standing.RUNNABLE),
                texts.stream().map(text -> Slice.wrap(text.json())).toList());
    }

    private static Slice result(AdvanceKind kind, Instant at, List<JsonText> events, Standing standing) {
        return Slice.wrap(AdvanceBodyCodec.INSTANCE.encode(new AdvanceBody(
                kind, at, events, standing, false, false, List.of(), List.of(), Optional.empty(), 0, 0)));
    }
}
