package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.thread.AgentThread;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a {@link Runner} was given to work with. */
record RunnerConfig(
        AgentLoop loop,
        Model model,
        ThreadStore store,
        ThreadListener listener,
        @Nullable DeltaListener deltas,
        Interceptor interceptor,
        Clock clock,
        Executor executor) {

    Instant now() {
        return clock.instant();
    }

    /** The model for one thread: whose replies arrive piece by piece only if somebody watches. */
    Model modelFor(AgentThread thread) {
        return deltas == null ? model : WatchedModel.by(deltas, thread, model);
    }
}
