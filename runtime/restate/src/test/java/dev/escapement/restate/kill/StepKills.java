package dev.escapement.restate.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.Reducer;
import dev.escapement.restate.RestateThreadStore;
import dev.escapement.restate.server.LoopbackPorts;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.restate.server.ServiceProcess;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Shipments, each of which a person approves. One process executes each approved shipment, and ends at a given point. The
 * process for the next shipment also continues the one before.
 */
final class StepKills implements AutoCloseable {

    private static final Approver ALICE = Approver.of("alice");

    /** The outcome of a shipment whose process ended. */
    record Shipment(String point, boolean asked, long effects) {}

    private final EffectFile effects;
    private final RestateThreadStore store;
    private final ParcelDeskLoop loop;
    private final Runner runner;
    private final int port = LoopbackPorts.next();
    private ServiceProcess process;

    private StepKills(RestateServer server, EffectFile effects) throws IOException, InterruptedException {
        this.effects = effects;
        this.store =
                RestateThreadStore.of(server.ingress()).admin(server.admin()).build();
        this.loop = new ParcelDeskLoop(new ParcelDesk((context, effect) -> {
            throw new IllegalStateException("Steps run in processes of their own.");
        }));
        this.runner = Runner.of(loop).model(new ParcelModel()).store(store).build();
        this.process = ParcelService.start(effects, port, 0, Map.of());
    }

    /** Starts a process and registers it. */
    static StepKills start(RestateServer server, Path effects) throws IOException, InterruptedException {
        StepKills kills = new StepKills(server, new EffectFile(effects));
        boolean registered = false;
        try {
            server.register(URI.create("http://127.0.0.1:" + kills.port));
            registered = true;
            return kills;
        } finally {
            if (!registered) {
                kills.close();
            }
        }
    }

    /** Starts shipments, and waits until each requires an approval. */
    void order(List<String> ids) throws InterruptedException {
        for (String id : ids) {
            AgentThread unused = runner.start(id, ParcelModel.SHIP);
        }
        for (String id : ids) {
            assertEquals(Standing.Kind.APPROVAL, question(atRest(id)), id);
        }
    }

    /** Executes a shipment without a kill, and returns the points that it passes. */
    List<String> points(String id) throws IOException, InterruptedException {
        next(Map.of(KillPoints.THREAD, id));
        AgentThread unused = approve(id).join();
        assertEquals(Standing.Phase.FINISHED, atRest(id).standing().phase());
        process.kill();
        return process.output().stream()
                .filter(line -> line.startsWith(KillPoints.LINE))
                .map(line -> line.substring(KillPoints.LINE.length()))
                .toList();
    }

    /**
     * Ends a process at each point of a shipment of its own, and continues the shipment.
     *
     * @param ids the ids of the shipments
     * @param points a point for each
     */
    List<Shipment> kill(List<String> ids, List<String> points) throws IOException, InterruptedException {
        List<Shipment> shipments = new ArrayList<>();
        CompletableFuture<AgentThread> before = CompletableFuture.completedFuture(null);
        for (int i = 0; i < points.size(); i++) {
            String point = points.get(i);
            next(Map.of(KillPoints.THREAD, ids.get(i), KillPoints.POINT, point));
            if (i > 0) {
                shipments.add(settled(ids.get(i - 1), points.get(i - 1), before));
            }
            before = approve(ids.get(i));
            Polling.until(Polling.LIMIT, () -> !process.isAlive(), () -> "The process did not end at " + point + ".");
        }
        next(Map.of());
        shipments.add(settled(ids.get(points.size() - 1), points.get(points.size() - 1), before));
        return shipments;
    }

    private void next(Map<String, String> properties) throws IOException, InterruptedException {
        process.kill();
        process = ParcelService.start(effects, port, 0, properties);
    }

    private CompletableFuture<AgentThread> approve(String id) {
        String callId = Reducer.questions(loop, runner.thread(id)).get(0).call().id();
        return CompletableFuture.supplyAsync(() -> runner.approve(id, callId, ALICE))
                .orTimeout(2, TimeUnit.MINUTES);
    }

    /** Waits until a shipment rests, lets a person decide if its outcome is unknown, and waits for its end. */
    private Shipment settled(String id, String point, CompletableFuture<AgentThread> approval)
            throws InterruptedException {
        AgentThread unused = approval.join();
        ThreadEntry entry = atRest(id);
        long taken = effects(id);
        boolean asked = entry.standing().phase() == Standing.Phase.WAITING;
        if (asked) {
            assertEquals(Standing.Kind.DECISION, question(entry), point);
            Command.AwaitForCall question =
                    Reducer.questions(loop, runner.thread(id)).get(0);
            String key = ((Command.AwaitDecision) question).idempotencyKey();
            Answer answer =
                    taken == 0 ? new Answer.RunAgain() : new Answer.Returned("\"" + EffectFile.result(key) + "\"");
            AgentThread decided = runner.answer(id, question.call().id(), ALICE, answer);
            entry = atRest(decided.id());
        }
        assertEquals(Standing.Phase.FINISHED, entry.standing().phase(), point);
        assertEquals(1, effects(id), point);
        return new Shipment(point, asked, taken);
    }

    private ThreadEntry atRest(String id) throws InterruptedException {
        return store.awaitRest(id, Polling.LIMIT)
                .orElseThrow(() -> new IllegalStateException(
                        "The thread " + id + " is not at rest. The process has written:\n" + process.output()));
    }

    private static Standing.Kind question(ThreadEntry entry) {
        return entry.standing().questions().get(0).kind();
    }

    /** Returns the number of effects of a shipment, without those of its close. */
    private long effects(String id) {
        return effects.read().stream()
                .filter(taken -> taken.key().startsWith(id + "/"))
                .filter(taken -> taken.effect() == Effect.DESTRUCTIVE)
                .count();
    }

    @Override
    public void close() {
        process.close();
    }
}
