package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Prefetch;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.DamagedThreadException;
import dev.escapement.engine.RecordedRequest;
import dev.escapement.engine.RequestRenderingException;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.RequestFailed;
import dev.escapement.thread.RequestFailed.Part;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tests of the requests to the model that a thread records. */
class RecordedRequestTest {

    private final InMemoryThreadStore store = new InMemoryThreadStore(DeskRunners.CLOCK);
    private final TestStep work = TestStep.named("work");
    private final TestStep close = TestStep.named("close").finishes();
    private final TestLoop loop = TestLoop.of(work, close);

    private Model model() {
        return new HashingModel(new ArrayList<>(List.of(
                ModelReply.calls(work.call("a", "x")),
                ModelReply.calls(work.call("b", "y")),
                ModelReply.text("done"))));
    }

    private Runner runner(TestLoop of, Model model) {
        return DeskRunners.builder(of, model).store(store).build();
    }

    private static int indexOf(AgentThread thread, Class<? extends Event> kind) {
        return thread.events().stream().map(Event::getClass).toList().indexOf(kind);
    }

    @Test
    void eachRequestIsRenderedAsItWasSent() {
        Runner runner = runner(loop, model());
        AgentThread thread = runner.start("go");

        int requests = 0;
        for (int i = 0; i < thread.events().size(); i++) {
            if (thread.events().get(i) instanceof Event.ModelReplied replied) {
                RecordedRequest request = runner.request("t1", i);
                requests++;
                assertEquals(2 * requests - 1, request.request().messages().size());
                assertEquals(replied.provenance().requestSha256(), request.recordedSha256());
                assertTrue(request.matches());
            }
        }
        assertEquals(3, requests);
    }

    @Test
    void optionsOfTheRunnerApply() {
        RequestOptions options = RequestOptions.NONE.withTemperature(0.5);
        Runner runner =
                DeskRunners.builder(loop, model()).store(store).options(options).build();
        runner.start("go");

        RecordedRequest request = runner.request("t1", 1);

        assertEquals(options, request.request().options());
        assertTrue(request.matches());
    }

    @Test
    void lastRequestOffersOnlyFinishingTools() {
        TestLoop limited = loop.with(Budget.UNLIMITED.withSteps(1));
        Runner runner = runner(limited, model());
        runner.start("go");

        List<String> tools = runner.request("t1", 1).request().tools().stream()
                .map(ToolSpec::name)
                .toList();

        assertEquals(List.of("close"), tools);
    }

    @Test
    void messageDuringTheRequestIsNotPartOfIt() {
        ThreadInbox inbox = ThreadInbox.of(store);
        Model slow = new Model() {
            private final Model hashing = model();

            @Override
            public ModelReply reply(ModelRequest request) {
                if (request.messages().size() == 1) {
                    inbox.message("t1", "Hurry");
                }
                return hashing.reply(request);
            }

            @Override
            public Set<String> requestSha256(ModelRequest request) {
                return hashing.requestSha256(request);
            }
        };
        Runner runner = runner(loop, slow);
        AgentThread thread = runner.start("go");

        RecordedRequest request = runner.request("t1", 2);

        assertInstanceOf(Event.MessageReceived.class, thread.events().get(1));
        assertEquals(List.of(new Message.User("go")), request.request().messages());
        assertTrue(request.matches());
    }

    @Test
    void failedRequestIsRendered() {
        Runner runner = runner(loop, request -> {
            throw new IllegalStateException("defect");
        });
        assertThrows(DriveException.class, () -> runner.start("go"));

        RecordedRequest request = runner.request("t1", indexOf(runner.thread("t1"), RequestFailed.class));

        assertEquals("You are tested.", request.request().prompt());
        assertEquals(List.of(new Message.User("go")), request.request().messages());
        assertEquals("", request.recordedSha256());
        assertFalse(request.isComparable());
    }

    @Test
    void modelWithoutHashesCannotBeCompared() {
        runner(loop, model()).start("go");

        RecordedRequest request =
                runner(loop, unused -> ModelReply.text("done")).request("t1", 1);

        assertEquals(Set.of(), request.currentSha256());
        assertFalse(request.isComparable());
    }

    @Test
    void failureOfTheHashIsAnUnknownHash() {
        runner(loop, model()).start("go");
        Model failing = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                return ModelReply.text("done");
            }

            @Override
            public Set<String> requestSha256(ModelRequest request) {
                throw new IllegalArgumentException("a file is missing");
            }
        };

        assertEquals(Set.of(), runner(loop, failing).request("t1", 1).currentSha256());
    }

    @Test
    void changedPromptDoesNotMatch() {
        runner(loop, model()).start("go");

        RecordedRequest request =
                runner(loop.prompting(() -> "You are changed."), model()).request("t1", 1);

        assertEquals("You are changed.", request.request().prompt());
        assertTrue(request.isComparable());
        assertFalse(request.matches());
    }

    @Test
    void otherPositionsAreRejected() {
        Runner runner = runner(loop, model());
        int size = runner.start("go").events().size();

        for (int position : new int[] {-1, 0, 2, size}) {
            assertThrows(IllegalArgumentException.class, () -> runner.request("t1", position));
        }
    }

    @Test
    void failingMethodOfTheAgentIsReported() {
        runner(loop, model()).start("go");
        IllegalStateException defect = new IllegalStateException("defect");

        assertFailure(
                Part.PROMPT,
                defect,
                of -> of.prompting(() -> {
                    throw defect;
                }));
        assertFailure(
                Part.CONTEXT,
                defect,
                of -> of.showing((thread, last) -> {
                    throw defect;
                }));
    }

    private void assertFailure(Part part, RuntimeException cause, UnaryOperator<TestLoop> change) {
        Runner changed = runner(change.apply(loop), model());
        RequestRenderingException thrown =
                assertThrows(RequestRenderingException.class, () -> changed.request("t1", 1));
        assertEquals(Optional.of(part), thrown.part());
        assertEquals(cause, thrown.getCause());
    }

    @Test
    void codeThatSendsNoRequestIsReported() {
        runner(loop, model()).start("go");
        Runner fetching = runner(loop.with(new ContextSource("tags", Prefetch.When.START)), model());

        RequestRenderingException thrown =
                assertThrows(RequestRenderingException.class, () -> fetching.request("t1", 1));

        assertEquals(Optional.empty(), thrown.part());
    }

    @Test
    void damageUpToThePositionIsReported() {
        AgentThread thread = runner(loop, model()).start("go");
        int size = thread.events().size();
        List<Event> events = new ArrayList<>(thread.events());
        events.add(1, new Event.StepReturned(DeskRunners.AT, "zz", "1"));
        InMemoryThreadStore damaged = new InMemoryThreadStore(DeskRunners.CLOCK);
        damaged.append(Append.of("t1", 0, events.toArray(Event[]::new)));
        Runner runner = DeskRunners.builder(loop, model()).store(damaged).build();

        DamagedThreadException thrown = assertThrows(DamagedThreadException.class, () -> runner.request("t1", size));

        assertEquals(1, thrown.index());
    }
}
