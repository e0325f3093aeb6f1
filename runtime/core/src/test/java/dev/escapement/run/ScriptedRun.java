package dev.escapement.run;

import dev.escapement.engine.Command;
import dev.escapement.fixture.TestLoop;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** One process that drives the thread {@code t1} of a {@link TestLoop} with a scripted model. */
final class ScriptedRun {

    static final Approver ALICE = Approver.of("alice");
    static final Approver BOB = Approver.of("bob");

    private final TestLoop loop;
    private final ThreadStore store;
    private final ScriptedModel model;
    private final List<Event> heard = new ArrayList<>();
    private final Runner runner;

    private ScriptedRun(TestLoop loop, ThreadStore store, ScriptedModel model, UnaryOperator<Runner.Builder> options) {
        this.loop = loop;
        this.store = store;
        this.model = model;
        VerifiedRuns.add(store, loop);
        this.runner = options.apply(
                        DeskRunners.builder(loop, model).store(store).listener((thread, event) -> heard.add(event)))
                .build();
    }

    /** Returns a process with a separate store. */
    static ScriptedRun of(TestLoop loop, ModelReply... replies) {
        return new ScriptedRun(
                loop, new InMemoryThreadStore(DeskRunners.CLOCK), ScriptedModel.of(replies), UnaryOperator.identity());
    }

    /** Returns a process with a store that contains the first events of a thread. */
    static ScriptedRun after(List<Event> events, TestLoop loop, ModelReply... replies) {
        ScriptedRun trial = of(loop, replies);
        for (int i = 0; i < events.size(); i++) {
            trial.store.append(Append.of("t1", i, events.get(i)));
        }
        return trial;
    }

    /** Returns another process with the same store, possibly with another release of the agent. */
    ScriptedRun another(TestLoop release, ModelReply... replies) {
        return new ScriptedRun(release, store, ScriptedModel.of(replies), UnaryOperator.identity());
    }

    /** Returns this process with other settings of the runner. */
    ScriptedRun with(UnaryOperator<Runner.Builder> options) {
        return new ScriptedRun(loop, store, model, options);
    }

    /** Returns this process with another store. */
    ScriptedRun on(ThreadStore other) {
        return new ScriptedRun(loop, other, model, UnaryOperator.identity());
    }

    TestLoop loop() {
        return loop;
    }

    AgentThread start() {
        return runner.start("go");
    }

    Runner runner() {
        return runner;
    }

    ThreadStore store() {
        return store;
    }

    AgentThread stored() {
        return store.load("t1").orElseThrow();
    }

    Command next() {
        return loop.next(stored());
    }

    /** Returns the next command for a thread. */
    Command loopAt(AgentThread thread) {
        return loop.next(thread);
    }

    /** Returns the events that the runner's listener received. */
    List<Event> heard() {
        return heard;
    }

    ScriptedModel model() {
        return model;
    }

    /** Returns the messages of the last request. */
    List<Message> lastRequest() {
        return model.requests().get(model.requests().size() - 1).messages();
    }

    /** Returns the answer to a call in the last request. */
    Message.ToolAnswer answer(String callId) {
        return lastRequest().stream()
                .filter(Message.ToolAnswer.class::isInstance)
                .map(Message.ToolAnswer.class::cast)
                .filter(answer -> answer.callId().equals(callId))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the events of a type in a thread. */
    static <E extends Event> List<E> events(AgentThread thread, Class<E> kind) {
        return thread.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the types of the events after the start, in order. */
    static List<String> kinds(AgentThread thread) {
        return thread.events().stream()
                .skip(1)
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    /** Returns the events of a thread without the starts of steps that were started before. */
    static List<Event> withoutRestarts(AgentThread thread) {
        return thread.events().stream()
                .filter(event -> !(event instanceof Event.StepStarted started) || started.attempt() == 1)
                .toList();
    }

    /**
     * Returns the events of a thread up to and including the first of a type, as stored at a crash directly after it.
     */
    static List<Event> upTo(AgentThread thread, Class<? extends Event> kind) {
        List<Event> events = new ArrayList<>();
        for (Event event : Objects.requireNonNull(thread).events()) {
            events.add(event);
            if (kind.isInstance(event)) {
                return events;
            }
        }
        throw new IllegalArgumentException("no " + kind.getSimpleName() + " in " + kinds(thread));
    }
}
