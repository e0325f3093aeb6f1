package dev.escapement.processor.functional.agent.crash;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import dev.escapement.thread.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

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
    private final List<Integer> deeds = new ArrayList<>();

    ScenarioWorker(Scenario scenario, World world, ThreadStore store, UncertainStepPolicy doubt) {
        this.scenario = scenario;
        this.world = world;
        this.store = store;
        this.doubt = doubt;
        this.loop = scenario.agent().apply(world);
        this.runner = Runner.of(loop)
                .model(this::reply)
                .store(store)
                .listener((thread, event) -> deeds.add(world.journal().size()))
                .clock(world.clock())
                .executor(ForkJoinPool.commonPool())
                .build();
    }

    /** Starts or continues the thread until it finishes or waits without a scripted decision. */
    AgentThread run() {
        AgentThread thread = store.load(ID).isPresent() ? runner.resume(ID) : runner.start(ID, scenario.start());
        while (true) {
            Command command = loop.next(thread);
            if (command instanceof Command.AwaitDecision wait) {
                Answer answer = doubt.decide(wait, loop.flow(wait.call().tool()), world);
                thread = runner.answer(ID, wait.call().id(), ScriptedPeople.ANN, answer);
                continue;
            }
            Optional<ScriptedPeople.Decision> decision = scenario.people().decide(thread, command);
            if (decision.isEmpty()) {
                return thread;
            }
            thread = decision.get().tell(runner, ID);
        }
    }

    /** Returns the requests to the model, by their number in the thread. */
    SortedMap<Integer, ModelRequest> requests() {
        return requests;
    }

    /** Returns the number of journal entries of the world when each event was stored. */
    List<Integer> deeds() {
        return deeds;
    }

    private ModelReply reply(ModelRequest request) {
        int number = (int) store.load(ID).orElseThrow().events().stream()
                .filter(Event.ModelReplied.class::isInstance)
                .count();
        requests.put(number, request);
        if (number >= scenario.replies().size()) {
            throw new AssertionError(scenario + ": request " + (number + 1) + " comes after the end of the script");
        }
        return scenario.replies().get(number);
    }
}
