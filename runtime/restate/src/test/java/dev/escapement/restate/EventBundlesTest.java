package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.JsonText;
import dev.escapement.restate.wire.AppendBody;
import dev.escapement.restate.wire.AppendBodyCodec;
import dev.escapement.restate.wire.EventsBody;
import dev.escapement.restate.wire.EventsBodyCodec;
import dev.escapement.restate.wire.EventsReply;
import dev.escapement.restate.wire.EventsReplyCodec;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadDriver;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests the state of threads with more events than a bundle. */
class EventBundlesTest {

    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
    private static final Invocations INVOCATIONS = new Invocations();

    /** Returns a Restate whose agent runs a number of steps. */
    static InMemoryRestate restate(int steps) {
        LedgerModel model = new LedgerModel(Collections.nCopies(steps, "read_balance"));
        return new InMemoryRestate(() -> {
            Runner runner = Runner.of(new LedgerDeskLoop(new LedgerDesk()))
                    .model(model)
                    .clock(CLOCK)
                    .build();
            return new ObjectDefinitions(INVOCATIONS)
                    .threads(new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), CLOCK));
        });
    }

    private static InMemoryRestate started(InMemoryRestate restate) {
        return started(restate, "Close account a-1");
    }

    private static InMemoryRestate started(InMemoryRestate restate, String input) {
        Event started =
                new Event.Started(AT, new LedgerDeskLoop(new LedgerDesk()).agent(), Start.of(input), Budget.UNLIMITED);
        append(restate, 0, started);
        return restate;
    }

    private static void append(InMemoryRestate restate, int position, Event... events) {
        List<JsonText> texts = EventTexts.of(List.of(events));
        String unused = restate.call(
                "t1", "append", AppendBodyCodec.INSTANCE.encode(new AppendBody(position, texts, Standing.RUNNABLE)));
    }

    private static EventsReply read(InMemoryRestate restate, int from) {
        return ObjectJournal.decoded(
                EventsReplyCodec.INSTANCE,
                restate.call("t1", "events", EventsBodyCodec.INSTANCE.encode(new EventsBody(from))));
    }

    private static long count(InMemoryRestate restate, String prefix) {
        return restate.state("t1").keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .count();
    }

    @Test
    void completeBundleReplacesItsEvents() {
        InMemoryRestate restate = started(restate(22));

        assertEquals(1, count(restate, "b"));
        assertEquals(read(restate, 0).size() - EventBundles.SIZE, count(restate, "e"));
        assertFalse(restate.state("t1").containsKey("e63"));
        assertTrue(restate.state("t1").containsKey("e64"));
    }

    @Test
    void shortThreadIsNotBundled() {
        InMemoryRestate restate = started(restate(3));

        assertEquals(0, count(restate, "b"));
    }

    @Test
    void largeEventsRemainSeparate() {
        InMemoryRestate restate = started(restate(22), "x".repeat(1 << 20));

        assertEquals(0, count(restate, "b"));
        assertEquals(read(restate, 0).size(), read(restate, 0).events().size());
    }

    @Test
    void pageBeginsAtAnyEvent() {
        InMemoryRestate restate = started(restate(45));
        List<JsonText> all = read(restate, 0).events();
        List<List<JsonText>> rests = new ArrayList<>();
        List<List<JsonText>> pages = new ArrayList<>();
        for (int from = 0; from <= all.size(); from++) {
            rests.add(all.subList(from, all.size()));
            pages.add(read(restate, from).events());
        }

        assertEquals(2, count(restate, "b"));
        assertEquals(rests, pages);
    }

    @Test
    void pagesOfLargeEventsFitIntoMessages() {
        InMemoryRestate restate = started(restate(1));
        for (int i = 0; i < 4; i++) {
            append(restate, read(restate, 0).size(), new Event.MessageReceived(AT, "x".repeat(3 << 20), List.of()));
        }
        List<JsonText> events = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        EventsReply reply = read(restate, 0);
        while (!reply.events().isEmpty()) {
            events.addAll(reply.events());
            lengths.add(reply.events().stream()
                    .mapToInt(event -> event.json().length())
                    .sum());
            reply = read(restate, events.size());
        }

        assertEquals(reply.size(), events.size());
        assertTrue(lengths.stream().allMatch(length -> length < 5 << 20), () -> lengths.toString());
    }

    @Test
    void handlersReadTheStateTheyUse() {
        Runner runner = Runner.of(new LedgerDeskLoop(new LedgerDesk()))
                .model(new LedgerModel(List.of()))
                .build();
        ObjectContext context = new ObjectContext(ThreadDriver.of(runner), new ObjectTargets("Thread"), CLOCK);

        assertEquals(
                Boolean.TRUE,
                new ObjectDefinitions(INVOCATIONS).threads(context).getEnableLazyState());
    }

    @Test
    void appendedEventFollowsABundle() {
        InMemoryRestate restate = started(restate(22));
        int size = read(restate, 0).size();

        append(restate, size, new Event.MessageReceived(AT, "Open it again", List.of()));

        assertEquals(size + 1, read(restate, 0).events().size());
    }

    @TestFactory
    Stream<DynamicTest> crashDoesNotChangeTheState() {
        InMemoryRestate whole = started(restate(22));
        Map<String, String> state = Map.copyOf(whole.state("t1"));
        int last = whole.entries();
        return IntStream.range(last - EventBundles.SIZE - 4, last)
                .mapToObj(entry -> DynamicTest.dynamicTest("entry " + entry, () -> {
                    InMemoryRestate crashed = started(restate(22).crashingAt(entry));

                    assertEquals(1, crashed.failures());
                    assertEquals(state, crashed.state("t1"));
                }));
    }
}
