package dev.escapement.samples.retail;

import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Message;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.testing.CrashingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** A recorded task that the front desk and its sub-agents replay in one process or in two, on one shop. */
final class DeskTreeCase {

    /** A process that appends two events is certain to end the step that it starts. */
    private static final int MIN_EVENTS = 3;

    private static final int MAX_EVENTS = 12;

    private final String name;
    private final String input;
    private final DeskScripts model;
    private final Shop shop;
    private final int calls;
    private final boolean isHandedOver;
    private final List<String> steps = new ArrayList<>();

    /**
     * Creates a case.
     *
     * @param task the task
     * @param pristine the database before it
     */
    DeskTreeCase(Map<String, Object> task, Database pristine) {
        this.name = "task " + task.get("id");
        this.input = "The recorded calls of " + name;
        this.shop = new Shop(pristine);
        List<Map<String, Object>> recorded = PythonJson.array(task.get("steps")).stream()
                .map(PythonJson::object)
                .toList();
        this.model = new DeskScripts(input, recorded);
        this.calls = recorded.size();
        this.isHandedOver = recorded.stream().anyMatch(call -> "transfer_to_human_agents".equals(call.get("name")));
    }

    /** Replays the task without interruption, and returns the threads of the tree. */
    List<AgentThread> play(ThreadStore store) {
        return tree(store, runner(store).start(name, input));
    }

    /** Replays the task, and returns the threads of the tree. */
    List<AgentThread> play(Tau2Execution execution) {
        return execution.run(runner(), name, input);
    }

    /**
     * Replays the task in a process that crashes after a number of events of all threads, and then in a second one until
     * the end. Returns the threads of the tree.
     *
     * @param disk opens the store of a process
     */
    List<AgentThread> playStoppedAfter(int events, Supplier<ThreadStore> disk) {
        try {
            runner(new CrashingStore(disk.get(), events)).start(name, input);
        } catch (CrashingStore.Crash expected) {
            ThreadStore store = disk.get();
            return tree(store, runner(store).resume(name));
        }
        throw new AssertionError("the first process is still there");
    }

    /**
     * Replays the task in processes that crash after a number of events of all threads, which the generator selects, until
     * one of them reaches the end of the task. Returns the threads of the tree.
     *
     * @param disk opens the store of a process
     */
    List<AgentThread> playStoppedAgain(Random random, Supplier<ThreadStore> disk) {
        while (true) {
            ThreadStore store = disk.get();
            Runner runner = runner(new CrashingStore(store, MIN_EVENTS + random.nextInt(MAX_EVENTS - MIN_EVENTS)));
            try {
                AgentThread root = store.load(name).isEmpty() ? runner.start(name, input) : runner.resume(name);
                return tree(store, root);
            } catch (CrashingStore.Crash expected) {
                continue;
            }
        }
    }

    /** Returns a thread, followed by those of its sub-agents. */
    static List<AgentThread> tree(ThreadStore store, AgentThread root) {
        List<AgentThread> threads = new ArrayList<>(List.of(root));
        for (Event event : root.events()) {
            if (event instanceof DelegateStarted started) {
                threads.addAll(tree(store, store.load(started.threadId()).orElseThrow()));
            }
        }
        return threads;
    }

    /** Returns the answers to the recorded calls, in the order of the task. */
    static List<Message.ToolAnswer> answers(List<AgentThread> tree) {
        return tree.stream()
                .flatMap(thread -> Rendering.messages(thread, false).stream())
                .filter(Message.ToolAnswer.class::isInstance)
                .map(Message.ToolAnswer.class::cast)
                .filter(answer -> answer.callId().startsWith(DeskScripts.CALL_ID))
                .sorted(Comparator.comparing(
                        answer -> Integer.valueOf(answer.callId().substring(DeskScripts.CALL_ID.length()))))
                .toList();
    }

    /** Returns the number of threads that the recorded calls need. */
    int threads() {
        return model.threads();
    }

    /**
     * Returns the number of events of all threads: the start, 3 for each recorded call, 7 for each sub-agent, and the last
     * text, unless the task is handed over to a person. A call has a reply, a start and an end of its step. A sub-agent has
     * such a call with an additional start of its thread, and the start, the reply and the end of its thread.
     */
    int events() {
        int subAgents = threads() - 1;
        return 1 + 3 * calls + 7 * subAgents + (isHandedOver ? 0 : 1);
    }

    /** Returns all executed steps in order, with their idempotency keys. */
    List<String> steps() {
        return steps;
    }

    Shop shop() {
        return shop;
    }

    private Runner runner(ThreadStore store) {
        return runner().store(store).build();
    }

    private Runner.Builder runner() {
        return Runner.of(
                        journaled(new FrontDeskLoop(new FrontDesk(shop))),
                        journaled(new PendingOrderDeskLoop(new PendingOrderDesk(shop), new OrderLookup(shop))),
                        journaled(new DeliveredOrderDeskLoop(new DeliveredOrderDesk(shop), new OrderLookup(shop))))
                .model(model);
    }

    /** Returns a loop that also records the steps that it runs. */
    private AgentLoop journaled(AgentLoop loop) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("run")) {
                steps.add(arguments[0] + " under " + ((StepContext) arguments[1]).idempotencyKey());
            }
            try {
                return method.invoke(loop, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (AgentLoop)
                Proxy.newProxyInstance(AgentLoop.class.getClassLoader(), new Class<?>[] {AgentLoop.class}, handler);
    }
}
