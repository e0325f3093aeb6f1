package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.EventFactory;
import dev.escapement.json.JsonText;
import dev.escapement.model.Model;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadDriver;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the events that the listener of a service receives. */
class ServiceListenerTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Invocations INVOCATIONS = new Invocations();

    private final AgentLoop loop = new LedgerDeskLoop(new LedgerDesk());
    private final List<EventKind> heard = new ArrayList<>();

    private InMemoryRestate restate(AgentLoop first, Model model) {
        Runner runner = Runner.of(first)
                .model(model)
                .clock(CLOCK)
                .listener((thread, event) -> heard.add(event.kind()))
                .build();
        return new InMemoryRestate(() -> new ObjectDefinitions(INVOCATIONS)
                .threads(new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), CLOCK)));
    }

    private static Model offline() {
        return request -> {
            throw new IllegalStateException("offline");
        };
    }

    private static void append(InMemoryRestate restate, int position, List<Event> events, Standing standing) {
        AppendBody body = new AppendBody(position, EventTexts.of(events), standing);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
    }

    private void start(InMemoryRestate restate) {
        Event started = new Event.Started(AT, loop.agent(), Start.of("Close account a-1"), Budget.UNLIMITED);
        append(restate, 0, List.of(started), Standing.RUNNABLE);
    }

    private static void cancel(InMemoryRestate restate) {
        Event stopped = new Event.Stopped(AT, "", StopCause.CANCELLED, "not required");
        append(restate, row(restate).size(), List.of(stopped), Standing.of(Standing.Phase.STOPPED));
    }

    private static ThreadRow row(InMemoryRestate restate) {
        return ObjectJournal.decoded(
                ThreadRowCodec.INSTANCE, restate.state("t1").get("row"));
    }

    private static AgentThread thread(InMemoryRestate restate) {
        List<JsonText> events = new ArrayList<>();
        for (int i = 0; i < row(restate).size(); i++) {
            events.add(new JsonText(restate.state("t1").get("e" + i)));
        }
        return new EventTexts("original", events).thread();
    }

    @Test
    void cancellationIsReceived() {
        InMemoryRestate restate = restate(loop, offline());
        start(restate);
        cancel(restate);

        assertEquals(EventKind.STOPPED, heard.get(heard.size() - 1));
        assertEquals(row(restate).size(), row(restate).heard());
        assertEquals(Standing.of(Standing.Phase.STOPPED), row(restate).standing());
    }

    @Test
    void foreignAgentDoesNotChangeACancelledThread() {
        InMemoryRestate restate = restate(new AuditDeskLoop(new AuditDesk()), offline());
        start(restate);
        cancel(restate);

        assertEquals(Standing.of(Standing.Phase.STOPPED), row(restate).standing());
    }

    @Test
    void copiedEventsAreNotReceived() {
        InMemoryRestate original = restate(loop, LedgerModel.of("read_balance"));
        start(original);
        List<EventKind> all = List.copyOf(heard);
        heard.clear();
        InMemoryRestate copy = restate(loop, LedgerModel.of("read_balance"));
        List<Event> events = EventFactory.forked(thread(original), 2, "t1");
        append(copy, 0, events, Standing.RUNNABLE);

        assertEquals(all.size(), thread(copy).events().size());
        assertEquals(all.subList(2, all.size()), heard);
    }
}
