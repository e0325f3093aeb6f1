package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.Command;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Append;
import dev.escapement.run.Approver;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.testing.ForwardingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests of a runner with the generated loops of an agent and of its child agent. */
class DelegateConversationTest {

    private static final ModelReply COMMISSION =
            ModelReply.call("c1", "commission_statement", "{\"topic\": \"Clocks\"}");
    private static final ModelReply CALL_SOURCE = ModelReply.call("w1", "call_source", "{}");
    private static final ModelReply SUBMIT = ModelReply.call("w2", "submit_statement", "{\"text\": \"They tick.\"}");

    private final PressWriterLoop writer = new PressWriterLoop(new PressWriter());
    private final PressOfficeLoop office = new PressOfficeLoop(new PressOffice(writer));

    /** A store whose process ends after one of its appends. */
    private static final class EndingStore extends ForwardingStore {

        private static final class ProcessEnd extends Error {
            private static final long serialVersionUID = 1L;
        }

        private final List<Lease> leases = new ArrayList<>();
        private int left;

        EndingStore(ThreadStore store, int appends) {
            super(store);
            this.left = appends;
        }

        @Override
        public void append(Append append) {
            requireRunning();
            left--;
            super.append(append);
            requireRunning();
        }

        @Override
        public Optional<Lease> lease(String id, Duration time) {
            requireRunning();
            Optional<Lease> lease = super.lease(id, time);
            lease.ifPresent(leases::add);
            return lease;
        }

        /** Releases the leases of the process, as if their time had expired. */
        void expire() {
            leases.forEach(Lease::close);
        }

        private void requireRunning() {
            if (left <= 0) {
                throw new ProcessEnd();
            }
        }
    }

    @Test
    void joinSelectsTheNextStepAfterTheChildFinished() {
        ThreadStore store = new InMemoryThreadStore();
        Runner runner = runner(store, List.of(COMMISSION), List.of(CALL_SOURCE, SUBMIT));

        AgentThread waiting = runner.start("t", "Go");

        assertTrue(
                office.next(waiting) instanceof Command.AwaitChild,
                () -> waiting.events().toString());
        String child = child(waiting);
        AgentThread written = runner.approve(child, "w1", Approver.of("alice"));
        AgentThread finished = runner.resume("t");

        assertEquals(
                Optional.of(new PressWriter.Statement("They tick.")),
                PressWriterLoop.resultOfSubmit(store.load(child).orElseThrow()));
        assertEquals(Optional.of("Clocks: They tick."), PressOfficeLoop.resultOfRelease(finished));
        assertEquals(1, events(finished, Event.ModelReplied.class).size());
        assertEquals(
                "{\"text\":\"They tick.\"}",
                events(finished, DelegateEnded.class).get(0).result());
        assertTrue(written.hasEnded());
    }

    @Test
    void failureOfTheChildIsAnAnswer() {
        ModelReply submitNothing = ModelReply.call("w1", "submit_statement", "{\"text\": \"\"}");
        ModelReply unknown = ModelReply.call("w2", "publish", "{}");
        AtomicReference<String> shown = new AtomicReference<>("");
        ModelReply release = ModelReply.call("c2", "release_statement", "{\"text\": \"No comment.\"}");
        Model ofOffice = script(List.of(COMMISSION, release));
        Runner runner = Runner.of(office, writer)
                .store(new InMemoryThreadStore())
                .model(request -> {
                    shown.set(request.messages().toString());
                    return ofOffice.reply(request);
                })
                .model(writer, script(List.of(submitNothing, unknown, unknown)))
                .build();

        AgentThread finished = runner.start("t", "Go");

        assertEquals(Optional.of("No comment."), PressOfficeLoop.resultOfRelease(finished));
        assertFalse(events(finished, DelegateEnded.class).get(0).succeeded());
        assertTrue(shown.get().contains("press-writer"), shown::get);
    }

    @TestFactory
    Stream<DynamicTest> treeContinuesAfterEachEvent() {
        EndingStore whole = new EndingStore(new InMemoryThreadStore(), Integer.MAX_VALUE);
        AgentThread expected = run(whole);
        int appends = Integer.MAX_VALUE - whole.left;
        assertTrue(appends > expected.events().size(), () -> "appends: " + appends);
        return Stream.iterate(1, number -> number <= appends, number -> number + 1)
                .map(number -> DynamicTest.dynamicTest("after append " + number, () -> {
                    ThreadStore disk = new InMemoryThreadStore();
                    EndingStore ending = new EndingStore(disk, number);
                    assertThrows(EndingStore.ProcessEnd.class, () -> run(ending));
                    ending.expire();

                    AgentThread finished = run(disk);

                    assertEquals(PressOfficeLoop.resultOfRelease(expected), PressOfficeLoop.resultOfRelease(finished));
                    assertEquals(1, events(finished, DelegateStarted.class).size());
                    assertEquals(1, events(finished, DelegateEnded.class).size());
                    assertEquals(1, events(finished, Event.CallSelected.class).size());
                    AgentThread child = disk.load(child(finished)).orElseThrow();
                    assertEquals(1, events(child, Event.Approved.class).size());
                    assertEquals(1, events(child, Event.Finished.class).size());
                }));
    }

    /** Starts or continues the tree until it ends. A person approves the call of the child. */
    private AgentThread run(ThreadStore store) {
        Runner runner = runner(store, List.of(COMMISSION), List.of(CALL_SOURCE, SUBMIT));
        AgentThread waiting = store.load("t").isPresent() ? runner.resume("t") : runner.start("t", "Go");
        if (!waiting.hasEnded()) {
            AgentThread unused = runner.approve(child(waiting), "w1", Approver.of("alice"));
        }
        return runner.resume("t");
    }

    private Runner runner(ThreadStore store, List<ModelReply> ofOffice, List<ModelReply> ofWriter) {
        return Runner.of(office, writer)
                .store(store)
                .model(script(ofOffice))
                .model(writer, script(ofWriter))
                .build();
    }

    /** Returns a model whose reply is a function of the number of earlier replies, so that it survives a restart. */
    private static Model script(List<ModelReply> replies) {
        return request -> {
            long earlier = request.messages().stream()
                    .filter(Message.Assistant.class::isInstance)
                    .count();
            return replies.get((int) earlier);
        };
    }

    private static String child(AgentThread parent) {
        return events(parent, DelegateStarted.class).get(0).threadId();
    }

    private static <E extends Event> List<E> events(AgentThread thread, Class<E> type) {
        return thread.events().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
