package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the factory of events, especially of the uniqueness of call ids in a thread. */
class EventFactoryTest {

    private static final AgentThread THREAD =
            new AgentThread("t1", List.of(new Event.Started(Instant.EPOCH, "Desk", "go")));

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    /** Returns the ids of the calls of the last of several replies, after the earlier ones were recorded. */
    private static List<String> recorded(List<String> ids, List<String> before) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "go")));
        for (String id : before) {
            thread = thread.with(EventFactory.replied(thread, AT, reply(List.of(id))));
        }
        return EventFactory.replied(thread, AT, reply(ids)).calls().stream()
                .map(Call::id)
                .toList();
    }

    private static ModelReply reply(List<String> ids) {
        List<Call> calls = new ArrayList<>();
        ids.forEach(id -> calls.add(new Call(id, "note", "{}")));
        return new ModelReply("", calls, Usage.NONE);
    }

    @Test
    void anIdThatIsFreeIsKept() {
        assertEquals(List.of("c2", "c3"), recorded(List.of("c2", "c3"), List.of("c1")));
    }

    @Test
    void anIdThatAnEarlierReplyHasIsNumbered() {
        assertEquals(List.of("c1-2"), recorded(List.of("c1"), List.of("c1")));
        assertEquals(List.of("c1-3"), recorded(List.of("c1"), List.of("c1", "c1")));
    }

    @Test
    void anIdThatTheModelNumberedTheSameWayIsNotTakenTwice() {
        assertEquals(List.of("c1-3"), recorded(List.of("c1"), List.of("c1", "c1-2")));
        assertEquals(List.of("c1-2", "c1-2-2"), recorded(List.of("c1", "c1-2"), List.of("c1")));
    }

    @Test
    void anIdThatASelectedCallHasIsNotTakenTwice() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "go")));
        thread = thread.with(EventFactory.replied(thread, AT, reply(List.of("c1"))));
        thread = thread.with(EventFactory.ran(
                new DeskLoop(new Desk()),
                thread,
                new Command.RunStep(
                        new Call("c1", "note", "{}"),
                        Effect.WRITE,
                        Flow.SELECTS,
                        new StepContext("t1", "c1", "t1/1/c1"),
                        1,
                        1),
                AT,
                Duration.ZERO,
                new Outcome.Selected("ping", "{}")));

        assertEquals(new Event.CallSelected(AT, "c1", new Call("c1-2", "ping", "{}")), thread.last());
        assertEquals(
                "c1-2-2",
                EventFactory.replied(thread, AT, reply(List.of("c1-2")))
                        .calls()
                        .get(0)
                        .id());
    }

    @Test
    void aReplyIsRecordedWithItsTextAndItsPrice() {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "go")));
        Usage usage = new Usage(10, 2, 3, new BigDecimal("0.01"));
        Call call = new Call("c1", "note", "{");

        assertEquals(
                new Event.ModelReplied(AT, "On it.", List.of(call), usage),
                EventFactory.replied(thread, AT, new ModelReply("On it.", List.of(call), usage)));
    }

    @Test
    void fetchingGivesContextAndNothingElse() {
        assertEquals(
                new Event.ContextFetched(AT, "tags", "1", Duration.ZERO),
                EventFactory.fetched(THREAD, "tags", AT, Duration.ZERO, new Outcome.Returned("1")));
        assertEquals(
                new Event.ContextFailed(AT, "tags", "no", true),
                EventFactory.fetched(THREAD, "tags", AT, Duration.ZERO, new Outcome.Failed("no")));
        for (Outcome outcome : List.<Outcome>of(
                new Outcome.Finished("1"), new Outcome.Paused("?", "{}"), new Outcome.Selected("ping", "{}"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> EventFactory.fetched(THREAD, "tags", AT, Duration.ZERO, outcome));
        }
    }

    @Test
    void aVerdictThatIsNoneIsNotRecorded() {
        Command.CheckGate check = new Command.CheckGate(new Call("c1", "note", "{}"), "hash", false);

        assertThrows(NullPointerException.class, () -> EventFactory.reviewed(check, AT, null));
    }
}
