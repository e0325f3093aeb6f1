package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.run.DriveException;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.EventKind;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** A process that works on a scenario's thread, with its own agent, loop and runner on a world and a store. */
final class ScenarioWorker {

    /** The id of the thread. */
    static final String ID = "t";

    private final Scenario scenario;
    private final World world;
    private final ThreadStore store;
    private final UncertainStepPolicy doubt;
    private final AgentLoop loop;
    private final Runner runner;
    private final SortedMap<Integer, ModelRequest> requests = new TreeMap<>();
    private final SortedMap<Integer, Integer> deeds = new TreeMap<>();
    private boolean endless;

    ScenarioWorker(Scenario scenario, World world, ThreadStore store, UncertainStepPolicy doubt) {
        this(scenario, world, store, doubt, ForkJoinPool.commonPool());
    }

    ScenarioWorker(Scenario scenario, World world, ThreadStore store, UncertainStepPolicy doubt, Executor executor) {
        this.scenario = scenario;
        this.world = world;
        this.store = store;
        this.doubt = doubt;
        this.loop = scenario.agent().apply(world);
        this.runner = Runner.of(loop)
                .model(this::reply)
                .store(store)
                .listener((thread, event) ->
                        deeds.put(thread.events().size(), world.journal().size()))
                .clock(world.clock())
                .executor(executor)
                .build();
    }

    /** Lets the model answer with text after the end of the script, which faults can make necessary. */
    ScenarioWorker withEndlessModel() {
        endless = true;
        return this;
    }

    /** Starts or continues the thread until it finishes or waits without a scripted decision. */
    AgentThread run() {
        AgentThread thread =
                driven(() -> store.load(ID).isPresent() ? runner.resume(ID) : runner.start(ID, scenario.start()));
        while (true) {
            Command command = loop.next(thread);
            Optional<ScriptedPeople.Decision> decision = command instanceof Command.AwaitDecision wait
                    ? Optional.of(resolution(wait))
                    : scenario.people().decide(thread, command);
            if (decision.isEmpty()) {
                return thread;
            }
            thread = driven(() -> decision.get().tell(runner, ThreadInbox.of(store), ID));
        }
    }

    private ScriptedPeople.Decision resolution(Command.AwaitDecision wait) {
        Answer answer = doubt.decide(wait, loop.flow(wait.call().tool()), world);
        return (runner, unchecked, id) -> runner.answer(id, wait.call().id(), ScriptedPeople.ANN, answer);
    }

    /** Drives the thread, and again after each rejected request. */
    private AgentThread driven(Supplier<AgentThread> drive) {
        Supplier<AgentThread> next = drive;
        while (true) {
            try {
                return next.get();
            } catch (DriveException e) {
                if (!(e.getCause() instanceof RequestRejectedException)) {
                    throw e;
                }
                next = () -> runner.resume(ID);
            }
        }
    }

    /** Returns the requests to the model, by the number of replies before. */
    SortedMap<Integer, ModelRequest> requests() {
        return requests;
    }

    /** Returns the number of journal entries of the world by the length of the thread. */
    SortedMap<Integer, Integer> deeds() {
        return deeds;
    }

    private ModelReply reply(ModelRequest request) {
        int number = count(EventKind.MODEL_REPLIED);
        requests.put(number, request);
        world.disturb("request " + number);
        if (number >= scenario.replies().size()) {
            if (endless) {
                return ModelReply.text("That is all.");
            }
            throw new AssertionError(scenario + ": request " + (number + 1) + " comes after the end of the script");
        } else if (number == 0 && count(EventKind.REQUEST_FAILED) < scenario.rejections()) {
            throw new RequestRejectedException(ModelInfo.UNKNOWN, "The context is too long.", 400, "too_long");
        }
        return scenario.replies().get(number);
    }

    private int count(EventKind kind) {
        return (int) store.load(ID).orElseThrow().events().stream()
                .filter(event -> event.kind() == kind)
                .count();
    }
}
