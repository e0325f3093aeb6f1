package dev.escapement.spring.actuate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The threads of a store that have not ended, counted by agent.
 *
 * @param time the time of the report
 * @param agents the counts by the name of the agent
 * @param stuck up to {@value ThreadStatistics#MAX_OF_REASON} stuck threads of each reason, the oldest first
 */
public record ThreadReport(Instant time, Map<String, AgentThreads> agents, List<StuckThread> stuck) {
    public ThreadReport {
        agents = Map.copyOf(agents);
        stuck = List.copyOf(stuck);
    }

    /** A state of a thread that has not ended. Each thread has one. */
    public enum OpenState {

        /** The worker of this process executes the thread. */
        RUNNING,

        /** The thread is due, waits for the repetition of a failed execution, or another process executes it. */
        RUNNABLE,

        /** The thread waits for a person or another thread, and not for the resolution of a step in doubt. */
        WAITING,

        /** Stuck: the executions failed so often that the thread waits for an append or a wake-up. */
        PARKED,

        /** Stuck: the thread waits, and a person must resolve a step whose outcome is unknown. */
        IN_DOUBT
    }

    /**
     * The threads of an agent.
     *
     * @param counts the number of threads by state, each at most {@value ThreadStatistics#BOUND}
     */
    public record AgentThreads(Map<OpenState, Integer> counts) {
        public AgentThreads {
            counts = Map.copyOf(counts);
        }

        /** {@return the number of threads in a state} */
        public int count(OpenState state) {
            return counts.getOrDefault(state, 0);
        }

        /** {@return the number of threads that are stuck} */
        public int stuck() {
            return count(OpenState.PARKED) + count(OpenState.IN_DOUBT);
        }
    }

    /**
     * A stuck thread.
     *
     * @param id the id of the thread
     * @param agent the name of its agent
     * @param state the reason, {@link OpenState#PARKED} or {@link OpenState#IN_DOUBT}
     * @param since the time at which the thread became runnable, or at which its question was opened
     */
    public record StuckThread(String id, String agent, OpenState state, Instant since) {}
}
