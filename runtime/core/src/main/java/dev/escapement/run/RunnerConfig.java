package dev.escapement.run;

import dev.escapement.content.ContentStore;
import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.model.RequestOptions;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.StepVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a {@link Runner} for one agent.
 *
 * @param budget the limits of the threads that the runner starts: those of the agent and of the runner
 */
record RunnerConfig(
        AgentLoop loop,
        Budget budget,
        Map<String, StepVersion> versions,
        Model model,
        ThreadStore store,
        ThreadListener listener,
        @Nullable DeltaListener deltas,
        Interceptor interceptor,
        Clock clock,
        Executor executor,
        ContentStore contents,
        RequestOptions options,
        UsageWarnings usageWarnings,
        LeaseKeeper leases,
        @Nullable StepTimeouts stepTimeouts) {

    Instant now() {
        return clock.instant();
    }

    /** Returns the working time since an instant; zero if the clock was set back. */
    Duration since(Instant start) {
        Instant now = clock.instant();
        return now.isAfter(start) ? Duration.between(start, now) : Duration.ZERO;
    }

    /** Returns the model for a thread. The model streams its replies only if a delta listener is set. */
    Model modelFor(AgentThread thread) {
        return deltas == null ? model : WatchedModel.by(deltas, thread, model);
    }
}
