package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.loop.AgentThread;
import dev.escapement.loop.Command;
import dev.escapement.loop.Event;
import dev.escapement.loop.Outcome;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What surrounds the work of a runner: each time it happens, and never when it is only read. */
class InterceptorsTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final TestLoop LOOP = TestLoop.of(WORK, CLOSE);

    private final List<String> seen = new ArrayList<>();

    /** Writes down what begins and what ends. */
    private final class Recorder implements Interceptor {

        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        private void saw(String what) {
            seen.add((name + " " + what).strip());
        }

        @Override
        public AgentThread drive(AgentThread thread, Supplier<AgentThread> next) {
            saw("drives from " + thread.events().size());
            AgentThread after = next.get();
            saw("drove to " + after.events().size());
            return after;
        }

        @Override
        public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
            saw("asks " + next.info().model());
            ModelReply reply = next.reply(request);
            saw("asked");
            return reply;
        }

        @Override
        public Outcome step(AgentThread thread, Command.RunStep step, StepRun next) throws Exception {
            saw("runs " + step.call().tool());
            try {
                return next.run();
            } finally {
                saw("ran");
            }
        }
    }

    @Test
    void whatARunnerDoesIsSurroundedInItsOrder() {
        trial(ModelReply.calls(WORK.call("c1", "x")), ModelReply.calls(CLOSE.call("c2", "y")))
                .with(builder -> builder.interceptor(new Recorder("")))
                .start();

        assertEquals(
                List.of(
                        "drives from 1",
                        "asks",
                        "asked",
                        "runs work",
                        "ran",
                        "asks",
                        "asked",
                        "runs close",
                        "ran",
                        "drove to 7"),
                seen);
    }

    @Test
    void whatWasAddedFirstIsOutermost() {
        trial(ModelReply.calls(CLOSE.call("c1", "y")))
                .with(builder -> builder.interceptor(new Recorder("a"))
                        .interceptor(new Recorder("b"))
                        .interceptor(new Recorder("c")))
                .start();

        assertEquals(
                List.of(
                        "a drives from 1",
                        "b drives from 1",
                        "c drives from 1",
                        "a asks",
                        "b asks",
                        "c asks",
                        "c asked",
                        "b asked",
                        "a asked",
                        "a runs close",
                        "b runs close",
                        "c runs close",
                        "c ran",
                        "b ran",
                        "a ran",
                        "c drove to 4",
                        "b drove to 4",
                        "a drove to 4"),
                seen);
    }

    /** Or a trace of a thread that goes on tomorrow would have all of today once more. */
    @Test
    void whatIsStoredIsNotDoneAgain() {
        Trial first = trial(ModelReply.calls(WORK.call("c1", "x")), ModelReply.text("Go on?"));
        first.start();
        first.another(LOOP, ModelReply.calls(CLOSE.call("c2", "y")))
                .with(builder -> builder.interceptor(new Recorder("")))
                .runner()
                .reply("t1", "Yes.");

        assertEquals(List.of("drives from 6", "asks", "asked", "runs close", "ran", "drove to 9"), seen);
    }

    @Test
    void whatAModelThrowsPassesThrough() {
        RuntimeException fault = new IllegalStateException("no network");
        Runner runner = Runner.of(LOOP)
                .model(request -> {
                    throw fault;
                })
                .interceptor(new Recorder(""))
                .build();

        assertSame(fault, assertThrows(IllegalStateException.class, () -> runner.start("go")));
        assertEquals(List.of("drives from 1", "asks"), seen);
    }

    @Test
    void whoIsSurroundedIsStillWatchedAndKeepsItsName() {
        Model model = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                throw new AssertionError("nobody would see it arrive");
            }

            @Override
            public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
                deltas.accept(new Delta.Text("hello"));
                return ModelReply.text("hello");
            }

            @Override
            public ModelInfo info() {
                return new ModelInfo("p", "m", "", 0);
            }
        };
        AgentThread thread = Runner.of(LOOP)
                .model(model)
                .interceptor(new Recorder("a"))
                .interceptor(new Recorder("b"))
                .deltas((before, delta) -> seen.add(delta.toString()))
                .build()
                .start("go");

        assertEquals("hello", ((Event.ModelReplied) thread.last()).text());
        assertEquals(List.of("a asks m", "b asks m", "Text[text=hello]", "b asked", "a asked"), seen.subList(2, 7));
    }

    private static Trial trial(ModelReply... replies) {
        return Trial.of(LOOP, replies);
    }
}
