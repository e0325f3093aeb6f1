package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonText;
import dev.escapement.model.Model;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.AppendReplyCodec;
import dev.escapement.restate.wire.ChildEndedBody;
import dev.escapement.restate.wire.ChildEndedBodyCodec;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.Status;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the removal of a thread that was cancelled, before the execution that ends its children. */
class RemovedThreadTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Invocations INVOCATIONS = new Invocations();
    private static final String AGENT = new LedgerDeskLoop(new LedgerDesk()).agent();

    /** Starts a thread whose child cannot continue. */
    private static InMemoryRestate started() {
        Model model = request -> {
            if (request.prompt().contains("audit")) {
                throw new IllegalStateException("offline");
            }
            return LedgerModel.of("audit_account").reply(request);
        };
        Runner runner = Runner.of(new LedgerDeskLoop(new LedgerDesk()), new AuditDeskLoop(new AuditDesk()))
                .model(model)
                .clock(CLOCK)
                .build();
        InMemoryRestate restate = new InMemoryRestate(() -> new ObjectDefinitions(INVOCATIONS)
                .threads(new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), CLOCK)));
        append(restate, "t1", 0, new Event.Started(AT, AGENT, Start.of("Close account a-1"), Budget.UNLIMITED));
        return restate;
    }

    private static void append(InMemoryRestate restate, String key, int position, Event event) {
        AppendBody body = new AppendBody(position, List.of(EventTexts.of(event)), Standing.RUNNABLE);
        String unused = restate.call(key, "append", AppendBodyCodec.INSTANCE.encode(body));
    }

    /** Cancels a thread, and removes it before it is executed. */
    private static InMemoryRestate removed(InMemoryRestate restate, String key, String handler) {
        restate.enqueue(key, handler, "{}");
        append(restate, key, row(restate, key).size(), new Event.Stopped(AT, "", StopCause.CANCELLED, "not required"));
        return restate;
    }

    private static String child(InMemoryRestate restate) {
        return restate.keys().stream()
                .filter(key -> !key.equals("t1"))
                .findFirst()
                .orElseThrow();
    }

    private static AgentThread thread(InMemoryRestate restate, String key) {
        List<JsonText> events = new ArrayList<>();
        String next = restate.state(key).get("e0");
        while (next != null) {
            events.add(new JsonText(next));
            next = restate.state(key).get("e" + events.size());
        }
        return new EventTexts("t", events).thread();
    }

    private static ThreadRow row(InMemoryRestate restate, String key) {
        return ObjectJournal.decoded(ThreadRowCodec.INSTANCE, restate.state(key).get("row"));
    }

    @Test
    void erasedThreadEndsItsChildren() {
        InMemoryRestate restate = removed(started(), "t1", "erase");

        assertTrue(row(restate, "t1").erased());
        assertTrue(thread(restate, child(restate)).hasEnded());
    }

    @Test
    void deletedThreadEndsItsChildren() {
        InMemoryRestate restate = removed(started(), "t1", "delete");

        assertEquals(Map.of(), restate.state("t1"));
        assertTrue(thread(restate, child(restate)).hasEnded());
    }

    @Test
    void parentOfAnErasedThreadContinues() {
        InMemoryRestate restate = started();
        InMemoryRestate unused = removed(restate, child(restate), "erase");

        assertTrue(row(restate, child(restate)).erased());
        assertTrue(thread(restate, "t1").events().stream().anyMatch(event -> event.kind() == EventKind.DELEGATE_ENDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erase", "delete"})
    void threadIsKeptWhileAChildCannotEnd(String handler) {
        InMemoryRestate restate = started();
        String event = restate.state(child(restate)).put("e1", "{\"event\": \"of_a_newer_release\"}");
        int size = removed(restate, "t1", handler).state("t1").size();
        AppendReply refused = reply(restate, handler);
        restate.state(child(restate)).put("e1", String.valueOf(event));
        AppendReply removed = reply(restate, handler);

        assertTrue(size > 2);
        assertEquals(Status.UNSETTLED, refused.status());
        assertEquals(Status.DONE, removed.status());
        assertTrue(thread(restate, child(restate)).hasEnded());
    }

    private static AppendReply reply(InMemoryRestate restate, String handler) {
        return ObjectJournal.decoded(AppendReplyCodec.INSTANCE, restate.call("t1", handler, "{}"));
    }

    @Test
    void repeatedErasureRemovesRemainingContent() {
        InMemoryRestate restate = removed(started(), "t1", "erase");
        restate.state("t1").put("e1", "{}"); // as if an operator had killed the first erasure
        String unused = restate.call("t1", "erase", "{}");

        assertEquals(Set.of("row"), restate.state("t1").keySet());
    }

    @Test
    void parentOfADeletedThreadContinues() {
        InMemoryRestate restate = started();
        String child = child(restate);
        InMemoryRestate unused = removed(restate, child, "delete");

        assertEquals(Map.of(), restate.state(child));
        assertTrue(thread(restate, "t1").events().stream().anyMatch(event -> event.kind() == EventKind.DELEGATE_ENDED));
    }

    @Test
    void endOfAChildThatRunsAgainIsIgnored() {
        InMemoryRestate restate = started();
        String child = child(restate);
        ThreadRow before = row(restate, "t1");
        String body = ChildEndedBodyCodec.INSTANCE.encode(new ChildEndedBody(ObjectKey.threadId(child), "c0"));

        AppendReply reply = ObjectJournal.decoded(AppendReplyCodec.INSTANCE, restate.call("t1", "childEnded", body));

        assertEquals(Status.DONE, reply.status());
        assertEquals(before, row(restate, "t1"));
    }

    @TestFactory
    Stream<DynamicTest> crashDoesNotLeaveAChild() {
        int first = started().entries();
        int last = removed(started(), "t1", "erase").entries();
        return IntStream.range(first, last)
                .mapToObj(entry -> DynamicTest.dynamicTest("entry " + entry, () -> {
                    InMemoryRestate crashed = removed(started().crashingAt(entry), "t1", "erase");

                    assertEquals(1, crashed.failures());
                    assertEquals(Set.of("row"), crashed.state("t1").keySet());
                    assertTrue(row(crashed, "t1").erased());
                    assertTrue(thread(crashed, child(crashed)).hasEnded());
                }));
    }

    @Test
    void threadThatHasNotEndedLeavesItsChildren() {
        InMemoryRestate restate = started();
        String unused = restate.call("t1", "erase", "{}");

        assertTrue(row(restate, "t1").erased());
        assertFalse(thread(restate, child(restate)).hasEnded());
    }
}
