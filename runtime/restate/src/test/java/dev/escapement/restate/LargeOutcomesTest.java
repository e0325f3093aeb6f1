package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.EventsBody;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadDriver;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests steps that run at the same time and whose outcomes together exceed the limits of Restate. */
class LargeOutcomesTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Invocations INVOCATIONS = new Invocations();
    private static final int STEPS = 4;

    /** Limits that two outcomes exceed. */
    private static final ResultSizes SIZES = new ResultSizes(5_000, 4_000);

    private final LedgerDesk desk = new LedgerDesk();
    private final InMemoryRestate restate = restate();

    private InMemoryRestate restate() {
        Model model = request -> {
            boolean isFirst = request.messages().stream().noneMatch(message -> message instanceof Message.Assistant);
            return isFirst
                    ? ModelReply.calls(IntStream.range(0, STEPS)
                            .mapToObj(i -> new Call("r" + i, "read_balance", "{\"account\": \"long-" + i + "\"}"))
                            .toArray(Call[]::new))
                    : ModelReply.call("end", "close_ledger", "{\"summary\": \"done\"}");
        };
        Runner runner =
                Runner.of(new LedgerDeskLoop(desk)).model(model).clock(CLOCK).build();
        return new InMemoryRestate(() -> new ObjectDefinitions(INVOCATIONS)
                .threads(new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), CLOCK, SIZES)));
    }

    /** Executes a thread and returns it. */
    private AgentThread executed() {
        String agent = new LedgerDeskLoop(desk).agent();
        Event started = new Event.Started(AT, agent, Start.of("Read all accounts"), Budget.UNLIMITED);
        AppendBody body = new AppendBody(0, List.of(EventTexts.of(started)), Standing.RUNNABLE);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
        String reply = restate.call("t1", "events", EventsBodyCodec.INSTANCE.encode(new EventsBody(0)));
        return new EventTexts(
                        "t1",
                        ObjectJournal.decoded(EventsReplyCodec.INSTANCE, reply).events())
                .thread();
    }

    /** Returns the attempts of the steps that read an account. */
    private static List<Integer> attempts(AgentThread thread) {
        return thread.events().stream()
                .filter(event -> event instanceof Event.StepStarted started
                        && started.callId().startsWith("r"))
                .map(event -> ((Event.StepStarted) event).attempt())
                .toList();
    }

    private static long returned(AgentThread thread) {
        return thread.events().stream()
                .filter(event -> event.kind() == EventKind.STEP_RETURNED)
                .count();
    }

    @Test
    void stepsOfADividedResultRunOnce() {
        AgentThread thread = executed();

        assertEquals(Collections.nCopies(STEPS, 1), attempts(thread));
        assertEquals(STEPS, returned(thread));
        assertEquals(STEPS, desk.effects.size());
        assertEquals(EventKind.FINISHED, thread.last().kind());
    }

    @Test
    void stepsWithLostRemainderRunAgain() {
        int entry = (int) new LargeOutcomesTest()
                .executedEntries()
                .takeWhile(line -> !line.contains("PARTLY_RECORDED"))
                .count();
        restate.crashingAt(entry + 2); // after the append of the first outcome
        AgentThread thread = executed();

        assertEquals(1, restate.failures());
        assertEquals(List.of(1, 1, 1, 1, 2, 2, 2), attempts(thread));
        assertEquals(STEPS, returned(thread));
        assertEquals(EventKind.FINISHED, thread.last().kind());
    }

    /** Executes a thread and returns all entries of the journals. */
    private Stream<String> executedEntries() {
        AgentThread unused = executed();
        return restate.journals().stream().flatMap(List::stream);
    }
}
