package dev.escapement.spring.actuate;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadIndex;
import dev.escapement.run.ThreadIndex.QuestionEntry;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.WorkerStatus;
import dev.escapement.spring.actuate.ThreadReport.AgentThreads;
import dev.escapement.spring.actuate.ThreadReport.OpenState;
import dev.escapement.spring.actuate.ThreadReport.StuckThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports about the threads of a store. A report requires two queries for each agent, two for stuck threads, each of which
 * reads a bounded number of entries, and one for each thread in doubt or in execution by this process. It is used for ten
 * seconds. Safe for concurrent use.
 *
 * <p>A parked thread is found if it is one of the {@value #SCANNED} threads that have been runnable for the longest time, and
 * a thread in doubt if its question is one of the {@value #SCANNED} oldest open decisions.
 */
public final class ThreadStatistics {
    /** The maximum count of threads with one agent and state. */
    public static final int BOUND = 10_000;

    /** The maximum number of stuck threads of each reason in a report. */
    public static final int MAX_OF_REASON = 10;

    static final int SCANNED = ThreadQuery.MAX_LIMIT;

    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final ThreadStore store;
    private final List<String> agents;
    private final Supplier<Optional<WorkerStatus>> worker;
    private final Clock clock;

    // guarded by this
    @Nullable
    private ThreadReport last;

    @Nullable
    private RuntimeException failure;

    private Instant failedAt = Instant.EPOCH;

    /**
     * Creates statistics.
     *
     * @param store the store of the threads
     * @param agents the names of the agents
     * @param worker the status of the worker of this process; empty if there is none
     * @param clock the clock
     */
    public ThreadStatistics(
            ThreadStore store, List<String> agents, Supplier<Optional<WorkerStatus>> worker, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.agents = List.copyOf(agents);
        this.worker = Objects.requireNonNull(worker, "worker");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** {@return the names of the agents} */
    public List<String> agents() {
        return agents;
    }

    /** {@return the status of the worker of this process; empty if there is none} */
    public Optional<WorkerStatus> worker() {
        return worker.get();
    }

    /**
     * Reads one entry of the store, to examine whether it is available.
     *
     * @throws dev.escapement.run.StoreException if it is not
     */
    public void requireStore() {
        if (store instanceof ThreadIndex index) {
            int unused = index.count(ThreadQuery.all(), 1);
        }
    }

    /**
     * Returns a report that is at most ten seconds old. After a failure, the store is not queried again within ten seconds, so
     * that callers do not wait for it one after the other.
     *
     * @return the report; empty if the store is not a {@link ThreadIndex}
     * @throws dev.escapement.run.StoreException if the store is not available, or was not in the last ten seconds
     */
    public synchronized Optional<ThreadReport> report() {
        if (!(store instanceof ThreadIndex index)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (failure != null && isRecent(failedAt, now)) {
            throw failure;
        }
        if (last == null || !isRecent(last.time(), now)) {
            try {
                last = report(index, now);
                failure = null;
            } catch (RuntimeException e) {
                failure = e;
                failedAt = clock.instant(); // after the time limit of the store
                throw e;
            }
        }
        return Optional.of(last);
    }

    private static boolean isRecent(Instant time, Instant now) {
        return !time.plus(MAX_AGE).isBefore(now);
    }

    private ThreadReport report(ThreadIndex index, Instant now) {
        Set<String> running =
                new HashSet<>(worker.get().map(WorkerStatus::running).orElse(List.of()));
        List<StuckThread> parked = parked(index);
        List<StuckThread> inDoubt = inDoubt(index);
        Map<String, Integer> runningByAgent = new HashMap<>();
        for (String id : running) {
            index.entry(id)
                    .filter(entry -> entry.standing().phase() == Standing.Phase.RUNNABLE && !entry.parked())
                    .ifPresent(entry -> runningByAgent.merge(entry.agent(), 1, Integer::sum));
        }
        Map<String, AgentThreads> counts = new HashMap<>();
        for (String agent : agents) {
            Map<OpenState, Integer> states = new EnumMap<>(OpenState.class);
            states.put(OpenState.RUNNING, runningByAgent.getOrDefault(agent, 0));
            states.put(OpenState.PARKED, count(parked, agent));
            states.put(OpenState.IN_DOUBT, count(inDoubt, agent));
            int runnable = count(index, agent, Standing.Phase.RUNNABLE);
            int waiting = count(index, agent, Standing.Phase.WAITING);
            states.put(
                    OpenState.RUNNABLE,
                    Math.max(0, runnable - states.get(OpenState.RUNNING) - states.get(OpenState.PARKED)));
            states.put(OpenState.WAITING, Math.max(0, waiting - states.get(OpenState.IN_DOUBT)));
            counts.put(agent, new AgentThreads(states));
        }
        return new ThreadReport(
                now,
                counts,
                Stream.concat(
                                parked.stream().limit(MAX_OF_REASON),
                                inDoubt.stream().limit(MAX_OF_REASON))
                        .toList());
    }

    private static int count(ThreadIndex index, String agent, Standing.Phase phase) {
        return index.count(ThreadQuery.all().agent(agent).phase(phase), BOUND);
    }

    private static int count(List<StuckThread> threads, String agent) {
        return (int)
                threads.stream().filter(thread -> thread.agent().equals(agent)).count();
    }

    private ThreadQuery runnable() {
        ThreadQuery query =
                ThreadQuery.all().phase(Standing.Phase.RUNNABLE).fromOldest().limit(SCANNED);
        for (String agent : agents) {
            query = query.agent(agent);
        }
        return query;
    }

    private List<StuckThread> parked(ThreadIndex index) {
        return index.threads(runnable()).entries().stream()
                .filter(ThreadEntry::parked)
                .map(entry -> new StuckThread(entry.id(), entry.agent(), OpenState.PARKED, entry.since()))
                .toList();
    }

    private List<StuckThread> inDoubt(ThreadIndex index) {
        QuestionQuery query = QuestionQuery.all().kind(Standing.Kind.DECISION).limit(SCANNED);
        for (String agent : agents) {
            query = query.agent(agent);
        }
        Set<String> ids = new HashSet<>();
        List<StuckThread> threads = new ArrayList<>();
        for (QuestionEntry entry : index.questions(query).entries()) {
            if (ids.add(entry.threadId()) && isWaiting(index, entry.threadId())) {
                threads.add(new StuckThread(
                        entry.threadId(),
                        entry.agent(),
                        OpenState.IN_DOUBT,
                        entry.question().since()));
            }
        }
        return threads;
    }

    /** Returns whether a thread waits, because one with a question in doubt can also be runnable by another call. */
    private static boolean isWaiting(ThreadIndex index, String id) {
        return index.entry(id)
                .filter(entry -> entry.standing().phase() == Standing.Phase.WAITING)
                .isPresent();
    }
}
