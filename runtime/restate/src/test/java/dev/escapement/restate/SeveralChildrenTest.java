package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonText;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.ChildEndedBody;
import dev.escapement.restate.wire.ChildEndedBodyCodec;
import dev.escapement.restate.wire.ObjectKey;
import dev.escapement.restate.wire.ThreadRow;
import dev.escapement.restate.wire.ThreadRowCodec;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadDriver;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests a thread with several children that run at the same time. */
class SeveralChildrenTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Invocations INVOCATIONS = new Invocations();
    private static final int CHILDREN = 5;

    /** Limits that the ends of three children exceed. */
    private static final ResultSizes SIZES = new ResultSizes(5_000, 4_000);

    /** Starts a thread that starts its children with its first reply. */
    private static InMemoryRestate started(String result) {
        return started(result, ResultSizes.RESTATE);
    }

    private static InMemoryRestate started(String result, ResultSizes sizes) {
        InMemoryRestate restate = restate(result, sizes);
        String agent = new LedgerDeskLoop(new LedgerDesk()).agent();
        Event started = new Event.Started(AT, agent, Start.of("Close all accounts"), Budget.UNLIMITED);
        AppendBody body = new AppendBody(0, List.of(new JsonText(Event.CODEC.encode(started))), Standing.RUNNABLE);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
        return restate;
    }

    /** Returns a Restate whose agent starts its children with its first reply. */
    private static InMemoryRestate restate(String result, ResultSizes sizes) {
        Model model = request -> {
            if (request.prompt().contains("audit")) {
                return ModelReply.call("c0", "report_audit", "{\"result\": \"" + result + "\"}");
            }
            boolean isFirst = request.messages().stream().noneMatch(message -> message instanceof Message.Assistant);
            return isFirst
                    ? ModelReply.calls(IntStream.range(0, CHILDREN)
                            .mapToObj(i -> new Call("a" + i, "audit_account", "{\"account\": \"a-" + i + "\"}"))
                            .toArray(Call[]::new))
                    : ModelReply.call("end", "close_ledger", "{\"summary\": \"done\"}");
        };
        Runner runner = Runner.of(new LedgerDeskLoop(new LedgerDesk()), new AuditDeskLoop(new AuditDesk()))
                .model(model)
                .clock(CLOCK)
                .build();
        return new InMemoryRestate(() -> new ObjectDefinitions(INVOCATIONS)
                .threads(new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), CLOCK, sizes)));
    }

    private static ThreadRow row(InMemoryRestate restate) {
        return ObjectJournal.decoded(
                ThreadRowCodec.INSTANCE, restate.state("t1").get("row"));
    }

    @Test
    void severalEndsRequestOneExecution() {
        InMemoryRestate restate = started("fine");
        List<List<String>> ends = restate.journals().stream()
                .filter(journal -> journal.stream().anyMatch(entry -> entry.startsWith("run childEnded")))
                .toList();
        long requests = ends.stream()
                .flatMap(List::stream)
                .filter(entry -> entry.startsWith("send "))
                .count();

        assertEquals(Standing.Phase.FINISHED, row(restate).standing().phase());
        assertTrue(ends.size() >= CHILDREN, () -> "" + ends);
        assertEquals(1, requests);
    }

    /** Makes the thread wait for its first child again, and returns the key of the child. */
    private static String waiting(InMemoryRestate restate) {
        List<JsonText> events = new ArrayList<>();
        String last = "";
        while (!last.contains("delegate_ended")) {
            last = restate.state("t1").get("e" + events.size());
            events.add(new JsonText(last));
        }
        events.remove(events.size() - 1);
        ThreadRow row = RowChanges.appended(row(restate), events.size(), Standing.of(Standing.Phase.WAITING), AT);
        restate.state("t1").clear();
        for (int i = 0; i < events.size(); i++) {
            restate.state("t1").put("e" + i, events.get(i).json());
        }
        restate.state("t1").put("row", ThreadRowCodec.INSTANCE.encode(row));
        return new EventTexts("t1", events)
                .thread()
                .state()
                .delegates()
                .values()
                .iterator()
                .next()
                .threadId();
    }

    private static void end(InMemoryRestate restate, String child) {
        ChildEndedBody body = new ChildEndedBody(child, "a0");
        String unused = restate.call("t1", "childEnded", ChildEndedBodyCodec.INSTANCE.encode(body));
    }

    private static void resume(InMemoryRestate restate) {
        AppendBody body = new AppendBody(row(restate).size(), List.of(), Standing.RUNNABLE);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
    }

    @Test
    void unreadableChildParksItsParent() {
        InMemoryRestate restate = started("fine");
        String child = waiting(restate);
        String key = ObjectKey.of(child);
        String event = restate.state(key).put("e1", "{\"event\": \"of_a_newer_release\"}");
        end(restate, child);
        boolean parked = row(restate).parked();
        resume(restate);
        boolean parkedAgain = row(restate).parked();
        restate.state(key).put("e1", String.valueOf(event));
        resume(restate);

        assertTrue(parked);
        assertTrue(parkedAgain);
        assertEquals(Standing.Phase.FINISHED, row(restate).standing().phase());
    }

    private static void cancel(InMemoryRestate restate) {
        Event stopped = new Event.Stopped(AT, "", StopCause.CANCELLED, "not required");
        AppendBody body = new AppendBody(row(restate).size(), List.of(EventTexts.of(stopped)), Standing.RUNNABLE);
        String unused = restate.call("t1", "append", AppendBodyCodec.INSTANCE.encode(body));
    }

    /** Returns the results of executions with the ends of children. */
    private static List<String> ends(InMemoryRestate restate) {
        return restate.journals().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.startsWith("run ended ") || entry.startsWith("run advance "))
                .filter(entry -> entry.contains("delegate_ended"))
                .map(entry -> entry.substring(entry.indexOf('{')))
                .toList();
    }

    private static int count(String text) {
        return text.split("delegate_ended", -1).length - 1;
    }

    /** Starts a thread whose children have ended with large results, and which still waits for all of them. */
    private static InMemoryRestate withLargeEnds() {
        InMemoryRestate restate = started("x".repeat(1_500), SIZES);
        String unused = waiting(restate);
        return restate;
    }

    @Test
    void largeEndsOfChildrenAreSeveralResults() {
        InMemoryRestate restate = withLargeEnds();
        cancel(restate);

        assertEquals(
                List.of(2, 2, 1),
                ends(restate).stream().map(SeveralChildrenTest::count).toList());
        assertTrue(ends(restate).stream().allMatch(end -> end.length() <= SIZES.maxBytes()));
        assertEquals(Standing.Phase.STOPPED, row(restate).standing().phase());
    }

    @TestFactory
    Stream<DynamicTest> crashBetweenLargeEndsLosesNone() {
        InMemoryRestate whole = withLargeEnds();
        int first = whole.entries();
        cancel(whole);
        return IntStream.range(first, whole.entries())
                .mapToObj(entry -> DynamicTest.dynamicTest("entry " + entry, () -> {
                    InMemoryRestate crashed = withLargeEnds().crashingAt(entry);
                    cancel(crashed);

                    assertEquals(1, crashed.failures());
                    assertEquals(CHILDREN, count(crashed.state("t1").toString()));
                    assertEquals(Standing.Phase.STOPPED, row(crashed).standing().phase());
                }));
    }

    @Test
    void endThatRestateRefusesParksItsParent() {
        InMemoryRestate large = started("x".repeat(6_000), ResultSizes.RESTATE);
        String child = waiting(large);
        InMemoryRestate restate = restate("", SIZES);
        large.keys().forEach(key -> restate.state(key).putAll(large.state(key)));
        int size = row(restate).size();

        end(restate, child);

        assertTrue(row(restate).parked());
        assertEquals(size, row(restate).size());
    }

    @Test
    void unreadableParentIsParked() {
        InMemoryRestate restate = started("fine");
        String child = waiting(restate);
        restate.state("t1").put("e1", "{\"event\": \"of_a_newer_release\"}");

        end(restate, child);

        assertTrue(row(restate).parked());
    }
}
