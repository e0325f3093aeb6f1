package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Prefetch;
import dev.escapement.engine.Command;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that interceptors surround the actions of a runner, but not its reads. */
class InterceptorTest {

    private static final TestStep READ = TestStep.named("read").effect(Effect.READ);
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep GATED = TestStep.named("gated").asking("really?");
    private static final ModelReply DONE = ModelReply.text("done");

    private final List<String> notes = new ArrayList<>();

    /** An interceptor that records the beginning and end of each action. */
    private final class Noting implements Interceptor {

        private final String name;

        Noting(String name) {
            this.name = name;
        }

        @Override
        public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
            notes.add(name + "drive");
            DriveResult rest = next.get();
            notes.add(name + rest.command().getClass().getSimpleName());
            return rest;
        }

        @Override
        public Outcome fetch(AgentThread thread, Command.FetchContext fetch, Invocation next) throws Exception {
            notes.add(name + "fetch " + fetch.source());
            Outcome outcome = next.run();
            notes.add(name + "fetched " + fetch.source());
            return outcome;
        }

        @Override
        public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
            notes.add(name + "ask " + request.messages().size());
            ModelReply reply = next.reply(request);
            notes.add(name + "replied");
            return reply;
        }

        @Override
        public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
            notes.add(name + "step " + step.call().id());
            Outcome outcome = next.run();
            notes.add(name + outcome.getClass().getSimpleName() + " "
                    + step.call().id());
            return outcome;
        }

        @Override
        public Runnable carry(Runnable work) {
            notes.add(name + "carry");
            return work;
        }
    }

    private final Interceptor noting = new Noting("");

    @Test
    void everyActionIsSurroundedOnceByTheFirstOutermost() {
        TestLoop loop = TestLoop.of(READ).with(new ContextSource("tags", Prefetch.When.START));

        ScriptedRun.of(loop, ModelReply.calls(READ.call("c1", "x")), DONE)
                .with(builder -> builder.interceptor(new Noting("a ")).interceptor(new Noting("b ")))
                .start();

        assertEquals(
                List.of(
                        "a drive",
                        "b drive",
                        "a fetch tags",
                        "b fetch tags",
                        "b fetched tags",
                        "a fetched tags",
                        "a ask 2",
                        "b ask 2",
                        "b replied",
                        "a replied",
                        "a step c1",
                        "b step c1",
                        "b Returned c1",
                        "a Returned c1",
                        "a ask 4",
                        "b ask 4",
                        "b replied",
                        "a replied",
                        "b AwaitMessage",
                        "a AwaitMessage"),
                notes);
    }

    @Test
    void idleThreadIsNotIntercepted() {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(GATED), ModelReply.calls(GATED.call("c1", "x")))
                .with(builder -> builder.interceptor(noting));
        trial.start();
        assertEquals(List.of("drive", "ask 1", "replied", "AwaitApproval"), notes);
        notes.clear();

        trial.runner().resume("t1");
        trial.runner().resume("t1");
        trial.runner().cancel("t1", "enough");

        assertEquals(List.of(), notes);
    }

    /** Loading a thread, rendering it and computing its next command are not actions. */
    @Test
    void whatIsReadFromAStoredThreadIsNotSurrounded() {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(READ), ModelReply.calls(READ.call("c1", "x")), DONE)
                .with(builder -> builder.interceptor(noting));
        AgentThread whole = trial.start();
        notes.clear();

        AgentThread read = AgentThread.fromJson(whole.toJson());
        Rendering.messages(read, false);
        trial.loopAt(read);
        trial.runner().resume("t1");

        assertEquals(List.of(), notes);
    }

    /** Each action is surrounded exactly once, before or after the interruption. */
    @Test
    void nextProcessInterceptsTheRemainder() {
        TestLoop loop = TestLoop.of(READ, ASK);
        ModelReply reads = ModelReply.calls(READ.call("c1", "x"), READ.call("c2", "y"));
        ModelReply asks = ModelReply.calls(ASK.call("c3", "really?"));
        AgentThread whole = ScriptedRun.of(loop, reads, asks).start();

        for (int length = 1; length < whole.events().size(); length++) {
            notes.clear();
            List<Event> stored = whole.events().subList(0, length);
            ModelReply[] left = Stream.of(reads, asks)
                    .skip(stored.stream()
                            .filter(Event.ModelReplied.class::isInstance)
                            .count())
                    .toArray(ModelReply[]::new);
            ScriptedRun.after(stored, loop, left)
                    .with(builder -> builder.interceptor(noting))
                    .runner()
                    .resume("t1");

            List<String> expected = whole
                    .events()
                    .subList(length, whole.events().size())
                    .stream()
                    .flatMap(event -> ending(event).stream())
                    .toList();
            assertEquals(expected, notes.stream().filter(ENDINGS::contains).toList(), "stopped after " + length);
        }
    }

    private static final List<String> ENDINGS = List.of("replied", "Returned c1", "Returned c2", "Paused c3");

    private static Optional<String> ending(Event event) {
        if (event instanceof Event.ModelReplied) {
            return Optional.of("replied");
        } else if (event instanceof Event.StepReturned returned) {
            return Optional.of("Returned " + returned.callId());
        } else if (event instanceof Event.ReplyAsked asked) {
            return Optional.of("Paused " + asked.callId());
        }
        return Optional.empty();
    }

    @Test
    void stepsThatGoToTheExecutorAreCarriedThere() {
        ScriptedRun.of(TestLoop.of(READ), ModelReply.calls(READ.call("c1", "x"), READ.call("c2", "y")), DONE)
                .with(builder -> builder.interceptor(new Noting("a ")).interceptor(new Noting("b ")))
                .start();

        assertEquals(
                List.of("b carry", "a carry", "a step c1", "b step c1"),
                notes.subList(notes.indexOf("b carry"), notes.indexOf("b carry") + 4));
        assertEquals(2, notes.stream().filter("a carry"::equals).count());
    }

    @Test
    void aStepThatRunsAloneIsNotCarriedAnywhere() {
        ScriptedRun.of(TestLoop.of(READ), ModelReply.calls(READ.call("c1", "x")), DONE)
                .with(builder -> builder.interceptor(noting))
                .start();

        assertEquals(0, notes.stream().filter("carry"::equals).count());
    }

    @Test
    void modelExceptionPassesAskAndDrive() {
        ModelException down = DeskRunners.overloaded();
        Model broken = request -> {
            throw down;
        };

        assertSame(
                down,
                assertThrows(
                                DriveException.class,
                                () -> ScriptedRun.of(TestLoop.of(READ))
                                        .with(builder -> builder.model(broken).interceptor(noting))
                                        .start())
                        .getCause());
        assertEquals(List.of("drive", "ask 1"), notes);
    }

    @Test
    void whatAStepThrowsPassesBeforeItBecomesAnEvent() {
        IllegalStateException defect = new IllegalStateException("defect");
        TestStep broken = READ.body((text, context) -> {
            throw defect;
        });
        List<Exception> seen = new ArrayList<>();
        Interceptor watching = new Interceptor() {
            @Override
            public Outcome step(AgentThread thread, Command.RunStep step, Invocation next) throws Exception {
                try {
                    return next.run();
                } catch (IllegalStateException e) {
                    seen.add(e);
                    throw e;
                }
            }
        };

        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = ScriptedRun.of(TestLoop.of(broken), ModelReply.calls(READ.call("c1", "x")), DONE)
                    .with(builder -> builder.interceptor(watching))
                    .start();

            assertEquals(List.of(defect), seen);
            assertEquals(1, ScriptedRun.events(thread, Event.StepFailed.class).size());
            assertSame(defect, log.entries().get(0).thrown());
        }
    }

    /** An interceptor can receive deltas through any number of others, without removing them from other consumers. */
    @Test
    void anInterceptorMayWatchTheReplyToo() {
        Model streaming = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                return DONE;
            }

            @Override
            public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
                deltas.accept(new Delta.Text("done"));
                return DONE;
            }
        };
        Interceptor watching = new Interceptor() {
            @Override
            public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
                return next.reply(request, delta -> notes.add("interceptor: " + delta));
            }
        };

        ScriptedRun.of(TestLoop.of(READ))
                .with(builder -> builder.model(streaming)
                        .deltas((thread, delta) -> notes.add("listener: " + delta))
                        .interceptor(watching)
                        .interceptor(new Noting("")))
                .start();

        assertEquals(
                List.of(
                        "drive",
                        "ask 1",
                        "listener: Text[text=done]",
                        "interceptor: Text[text=done]",
                        "replied",
                        "AwaitMessage"),
                notes);
    }

    /** An exception of a consumer ends the reply; only exceptions of the delta listener are suppressed. */
    @Test
    void consumerExceptionPassesAllInterceptors() {
        CancellationException enough = new CancellationException("enough");
        Model streaming = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                return DONE;
            }

            @Override
            public ModelReply reply(ModelRequest request, Consumer<Delta> deltas) {
                deltas.accept(new Delta.Text("done"));
                return DONE;
            }
        };
        Interceptor cancelling = new Interceptor() {
            @Override
            public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
                return next.reply(request, delta -> {
                    throw enough;
                });
            }
        };
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(READ))
                .with(builder ->
                        builder.model(streaming).interceptor(cancelling).interceptor(noting));

        assertSame(enough, assertThrows(DriveException.class, trial::start).getCause());
    }

    /** Returns tests for each position of an interceptor and each fault of its drive method. */
    @TestFactory
    Stream<DynamicTest> skippedDriveIsDetectedAtEachPosition() {
        Interceptor idle = new Idle();
        Interceptor silent = new Silent();
        return Stream.of(
                        new Lineup("alone and idle", List.of(idle), false),
                        new Lineup("alone and silent", List.of(silent), true),
                        new Lineup("outermost and idle", List.of(idle, noting), false),
                        new Lineup("in the middle and idle", List.of(noting, idle, noting), false),
                        new Lineup("innermost and silent", List.of(noting, silent), true))
                .map(lineup -> DynamicTest.dynamicTest(lineup.name(), () -> notices(lineup)));
    }

    private record Lineup(String name, List<Interceptor> interceptors, boolean drives) {}

    private static void notices(Lineup lineup) {
        ScriptedRun trial = ScriptedRun.of(TestLoop.of(READ), DONE).with(builder -> {
            lineup.interceptors().forEach(builder::interceptor);
            return builder;
        });
        String culprit = lineup.interceptors().stream()
                .filter(interceptor -> !(interceptor instanceof Noting))
                .map(interceptor -> interceptor.getClass().getName())
                .findFirst()
                .orElseThrow();

        assertEquals(
                lineup.drives() ? RunMessages.restNotReturned(culprit, "t1") : RunMessages.driveSkipped(culprit, "t1"),
                assertThrows(DriveException.class, trial::start).getCause().getMessage());
    }

    private static final class Idle implements Interceptor {
        @Override
        public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
            return new DriveResult(thread, new Command.Rest());
        }
    }

    private static final class Silent implements Interceptor {
        @Override
        public DriveResult drive(AgentThread thread, Supplier<DriveResult> next) {
            next.get();
            return null;
        }
    }

    @Test
    void interceptorsKnowWhichModelItIs() {
        ModelInfo info = new ModelInfo("openai", "gpt-4o-mini", "api.example.com", 443);
        Model model = new Model() {
            @Override
            public ModelReply reply(ModelRequest request) {
                return DONE;
            }

            @Override
            public ModelInfo info() {
                return info;
            }
        };
        List<ModelInfo> seen = new ArrayList<>();
        Interceptor outer = new Interceptor() {
            @Override
            public ModelReply ask(AgentThread thread, ModelRequest request, Model next) {
                seen.add(next.info());
                return next.reply(request);
            }
        };

        ScriptedRun.of(TestLoop.of(READ))
                .with(builder -> builder.model(model)
                        .deltas((thread, delta) -> {})
                        .interceptor(outer)
                        .interceptor(noting))
                .start();

        assertEquals(List.of(info), seen);
    }
}
