package dev.escapement.spring.actuate;

import dev.escapement.run.WorkerStatus;
import dev.escapement.spring.actuate.ThreadReport.AgentThreads;
import dev.escapement.spring.actuate.ThreadReport.OpenState;
import dev.escapement.spring.actuate.ThreadReport.StuckThread;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The endpoint {@code escapement} of the actuator: the threads by agent and state, the stuck threads, and the worker. */
@Endpoint(id = "escapement")
public final class ThreadEndpoint {
    private final ThreadStatistics statistics;

    /**
     * Creates an endpoint.
     *
     * @param statistics the statistics of the threads
     */
    public ThreadEndpoint(ThreadStatistics statistics) {
        this.statistics = statistics;
    }

    /**
     * Returns the current state, which is at most ten seconds old.
     *
     * @return maps, lists, texts and numbers
     */
    @ReadOperation
    public Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        statistics.report().ifPresent(report -> {
            state.put("time", report.time().toString());
            Map<String, Object> agents = new TreeMap<>();
            report.agents().forEach((agent, threads) -> agents.put(agent, counts(threads)));
            state.put("agents", agents);
            state.put(
                    "stuck", report.stuck().stream().map(ThreadEndpoint::entry).toList());
        });
        statistics.worker().ifPresent(worker -> state.put("worker", worker(worker)));
        return state;
    }

    private static Map<String, Object> counts(AgentThreads threads) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (OpenState state : OpenState.values()) {
            counts.put(name(state), threads.count(state));
        }
        counts.put("stuck", threads.stuck());
        return counts;
    }

    private static Map<String, Object> entry(StuckThread thread) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", thread.id());
        entry.put("agent", thread.agent());
        entry.put("reason", name(thread.state()));
        entry.put("since", thread.since().toString());
        return entry;
    }

    /** Returns the name of a state in JSON, for example {@code inDoubt}. */
    private static String name(OpenState state) {
        return switch (state) {
            case RUNNING, RUNNABLE, WAITING, PARKED -> state.name().toLowerCase(Locale.ROOT);
            case IN_DOUBT -> "inDoubt";
        };
    }

    private static Map<String, Object> worker(WorkerStatus worker) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("running", worker.running());
        entry.put("claimed", worker.claimed());
        entry.put("completed", worker.completed());
        entry.put("failed", worker.failed());
        entry.put("parked", worker.parked());
        entry.put("fired", worker.fired());
        worker.lastPoll().ifPresent(time -> entry.put("lastPoll", time.toString()));
        entry.put("draining", worker.draining());
        return entry;
    }
}
