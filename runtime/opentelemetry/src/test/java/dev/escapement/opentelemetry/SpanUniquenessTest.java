package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Finish;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that each reply and each run of a step has one span, however often the thread is stopped, loaded and continued.
 */
@ExtendWith(SilencedDefectLog.class)
class SpanUniquenessTest {

    private static final List<ModelReply> SCRIPT = List.of(
            LampShopModel.detailed(
                    "One moment.",
                    StopReason.COMPLETE,
                    LampShopModel.lookUp("c1", "A-1"),
                    LampShopModel.lookUp("c2", "B-7"),
                    new Call("c3", "nope", "{}")),
            LampShopModel.detailed(
                    "", StopReason.COMPLETE, LampShopModel.note("c4", "x"), LampShopModel.note("c5", "")),
            LampShopModel.detailed("Half a se", StopReason.LENGTH),
            LampShopModel.detailed("", StopReason.COMPLETE, LampShopModel.close("c6")));

    /** A store that ends the process directly after it stores an event, except the start of a further attempt. */
    private static final class MortalStore extends ForwardingStore {

        private static final class Killed extends Error {
            private static final long serialVersionUID = 1L;
        }

        MortalStore(ThreadStore store) {
            super(store);
        }

        @Override
        public void append(Append append) {
            super.append(append);
            for (Event event : append.events()) {
                if (!(event instanceof Event.StepStarted started) || started.attempt() == 1) {
                    throw new Killed();
                }
            }
        }
    }

    /** An agent that lists the calls of its methods. */
    private static final class ListingLampShop extends LampShop {

        private final List<String> done;

        ListingLampShop(List<String> done) {
            this.done = done;
        }

        @Override
        String openingHours() throws IOException {
            done.add("fetch_context opening_hours");
            return super.openingHours();
        }

        @Override
        String lookUp(LookUp call) throws OrderNotFound {
            done.add("execute_tool look_up");
            return super.lookUp(call);
        }

        @Override
        void note(Note call) {
            done.add("execute_tool note");
            super.note(call);
        }

        @Override
        Finish<String> close(Close call) {
            done.add("execute_tool close");
            return super.close(call);
        }
    }

    private final List<String> done = new ArrayList<>();
    private final TelemetryCollector collector = new TelemetryCollector();
    private final LampShopLoop loop = new LampShopLoop(new LampShop());
    private final InMemoryThreadStore store = new InMemoryThreadStore();

    @AfterEach
    void shutDown() {
        collector.close();
    }

    /** Returns a runner of a new process, which shares only the store with earlier ones. */
    private Runner runner(ThreadStore threads) {
        long replies = store.load("t1").stream()
                .flatMap(thread -> events(thread, Event.ModelReplied.class))
                .count();
        Model model = LampShopModel.of(SCRIPT.subList((int) replies, SCRIPT.size()));
        return Runner.of(new LampShopLoop(new ListingLampShop(done)))
                .model(new LampShopModel(LampShopModel.INFO, request -> {
                    done.add("chat gpt-4o-mini");
                    return model.reply(request);
                }))
                .store(threads)
                .ids(() -> "t1")
                .interceptor(AgentTelemetry.of(collector.sdk()))
                .build();
    }

    private static <E extends Event> Stream<E> events(AgentThread thread, Class<E> kind) {
        return thread.events().stream().filter(kind::isInstance).map(kind::cast);
    }

    private AgentThread oneEventAProcess() {
        MortalStore mortal = new MortalStore(store);
        untilKilled(() -> runner(mortal).start("Where is A-1?"));
        while (!loop.next(stored()).isAtRest()) {
            untilKilled(() -> runner(mortal).resume("t1"));
        }
        return stored();
    }

    private static void untilKilled(Runnable process) {
        try {
            process.run();
        } catch (MortalStore.Killed killed) {
            return;
        }
        throw new AssertionError("a process did nothing");
    }

    private AgentThread stored() {
        return store.load("t1").orElseThrow();
    }

    private List<String> traced() {
        return collector.spans().stream()
                .map(SpanData::getName)
                .filter(name -> !name.startsWith("invoke_agent"))
                .toList();
    }

    @Test
    void eachReplyHasOneSpan() {
        AgentThread thread = oneEventAProcess();

        assertEquals(SCRIPT.size(), events(thread, Event.ModelReplied.class).count());
        assertEquals(SCRIPT.size(), collector.spansOf("chat").size());
        assertEquals(
                SCRIPT.size(),
                collector.metric("gen_ai.client.inference.duration").getHistogramData().getPoints().stream()
                        .mapToLong(HistogramPointData::getCount)
                        .sum());
    }

    /** The second look-up ran with the first and was not stored when the process ended, so it ran twice. */
    @Test
    void eachRunOfAStepHasOneSpan() {
        oneEventAProcess();

        assertEquals(
                List.of(
                        "fetch_context opening_hours",
                        "chat gpt-4o-mini",
                        "execute_tool look_up",
                        "execute_tool look_up",
                        "execute_tool look_up",
                        "chat gpt-4o-mini",
                        "execute_tool note",
                        "execute_tool note",
                        "chat gpt-4o-mini",
                        "chat gpt-4o-mini",
                        "execute_tool close"),
                done);
        assertEquals(done, traced());
    }

    @Test
    void replayRecordsNothing() {
        AgentThread thread = oneEventAProcess();
        int before = collector.spans().size();

        for (int length = 1; length <= thread.events().size(); length++) {
            AgentThread replayed =
                    AgentThread.fromJson(new AgentThread("t1", thread.events().subList(0, length)).toJson());
            loop.next(replayed);
            Rendering.messages(replayed, false);
            Rendering.text(replayed);
        }
        runner(store).resume("t1");

        assertEquals(before, collector.spans().size());
    }
}
