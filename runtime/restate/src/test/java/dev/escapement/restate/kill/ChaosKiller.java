package dev.escapement.restate.kill;

import dev.escapement.restate.server.LoopbackPorts;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateCluster;
import dev.escapement.restate.server.ServiceProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Kills nodes of a cluster and instances of a service with SIGKILL, and starts them again. One node and one instance at a
 * time do not run.
 */
final class ChaosKiller implements AutoCloseable {

    private static final int INSTANCES = 3;
    private static final int STEP_MILLIS = 30;
    private static final int MIN_PAUSE_MILLIS = 1_000;
    private static final int MORE_PAUSE_MILLIS = 2_000;
    private static final int DOWN_MILLIS = 700;

    private final RestateCluster cluster;
    private final EffectFile effects;
    private final ChaosFigures figures;
    private final Random random;
    private final List<Integer> ports = new ArrayList<>();
    private final List<ServiceProcess> instances = new CopyOnWriteArrayList<>();
    private final ExecutorService restarter = Executors.newCachedThreadPool();
    private final List<Instant> kills = new ArrayList<>();
    private final Semaphore nodes = new Semaphore(1); // one node and one instance at a time do not run
    private final Semaphore services = new Semaphore(1);

    ChaosKiller(RestateCluster cluster, EffectFile effects, ChaosFigures figures, long seed) {
        this.cluster = cluster;
        this.effects = effects;
        this.figures = figures;
        this.random = new Random(seed);
    }

    /** Starts the instances, and returns their ports. */
    List<Integer> startInstances() throws IOException, InterruptedException {
        for (int i = 0; i < INSTANCES; i++) {
            int port = LoopbackPorts.next();
            instances.add(instance(port));
            ports.add(port);
        }
        return List.copyOf(ports);
    }

    private ServiceProcess instance(int port) throws IOException, InterruptedException {
        return ParcelService.start(effects, port, STEP_MILLIS, Map.of());
    }

    /** Kills processes for a time, and starts them again at the same time. All run at the end. */
    void run(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Future<?>> restarts = new ArrayList<>();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(MIN_PAUSE_MILLIS + random.nextInt(MORE_PAUSE_MILLIS));
            if (random.nextBoolean() && nodes.tryAcquire()) {
                restarts.add(killNode(1 + random.nextInt(RestateCluster.NODES)));
            } else if (services.tryAcquire()) {
                restarts.add(killInstance(random.nextInt(INSTANCES)));
            }
        }
        for (Future<?> restart : restarts) {
            restart.get(2, TimeUnit.MINUTES);
        }
    }

    private Future<?> killNode(int number) {
        figures.add("kills of nodes", 1);
        kills.add(Instant.now());
        cluster.kill(number);
        return restarter.submit(() -> {
            TimeUnit.MILLISECONDS.sleep(DOWN_MILLIS);
            cluster.restart(number);
            cluster.awaitHealthy(Polling.LIMIT);
            nodes.release();
            return number;
        });
    }

    private Future<?> killInstance(int index) throws InterruptedException {
        figures.add("kills of service instances", 1);
        kills.add(Instant.now());
        instances.get(index).kill();
        return restarter.submit(() -> {
            instances.set(index, instance(ports.get(index)));
            services.release();
            return index;
        });
    }

    /** Returns the times of the kills. */
    List<Instant> kills() {
        return List.copyOf(kills);
    }

    /** Returns the last lines of the output of the instances, for failures. */
    String output() {
        StringBuilder text = new StringBuilder();
        for (ServiceProcess instance : instances) {
            List<String> lines = instance.output();
            lines.subList(Math.max(0, lines.size() - 20), lines.size())
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    @Override
    public void close() {
        restarter.shutdownNow();
        instances.forEach(ServiceProcess::close);
    }
}
