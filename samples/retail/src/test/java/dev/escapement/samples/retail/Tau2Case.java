package dev.escapement.samples.retail;

import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.testing.CrashingStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A recorded task that is replayed in one process or in two, on one shop. */
final class Tau2Case {

    private final String name;
    private final List<ModelReply> replies = new ArrayList<>();
    private final Shop shop;
    private final List<String> steps = new ArrayList<>();

    /**
     * Creates a case.
     *
     * @param task the task
     * @param pristine the database before it
     */
    Tau2Case(Map<String, Object> task, Database pristine) {
        this.name = "task " + task.get("id");
        this.shop = new Shop(pristine);
        List<Object> recorded = PythonJson.array(task.get("steps"));
        for (Object each : recorded) {
            Map<String, Object> step = PythonJson.object(each);
            String id = "step-" + replies.size();
            replies.add(ModelReply.call(id, (String) step.get("name"), PythonJson.dumps(step.get("arguments"))));
        }
        replies.add(ModelReply.text("That is done."));
    }

    /** Replays the task without interruption. */
    AgentThread play() {
        return runner(new InMemoryThreadStore()).start(name, "The recorded calls of " + name);
    }

    /** Replays the task in a process that crashes after a number of events, and then in a second one until the end. */
    AgentThread playStoppedAfter(int events) {
        ThreadStore disk = new InMemoryThreadStore();
        try {
            runner(new CrashingStore(disk, events)).start(name, "The recorded calls of " + name);
        } catch (CrashingStore.Crash expected) {
            AgentThread stopped =
                    AgentThread.fromJson(disk.load(name).orElseThrow().toJson());
            ThreadStore second = new InMemoryThreadStore();
            for (int i = 0; i < stopped.events().size(); i++) {
                second.append(Append.of(name, i, stopped.events().get(i)));
            }
            return runner(second).resume(name);
        }
        throw new AssertionError("the first process is still there");
    }

    /** Returns all executed steps in order, with their idempotency keys. */
    List<String> steps() {
        return steps;
    }

    /** Returns the current database of the shop. */
    Database database() {
        return shop.snapshot();
    }

    private Runner runner(ThreadStore store) {
        return Runner.of(journaled(new RetailDeskLoop(new RetailDesk(shop))))
                .model(request -> reply(store))
                .store(store)
                .build();
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

    private ModelReply reply(ThreadStore store) {
        long replied = store.load(name).orElseThrow().events().stream()
                .filter(Event.ModelReplied.class::isInstance)
                .count();
        return replies.get((int) replied);
    }
}
