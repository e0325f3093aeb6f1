package dev.escapement.run;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.thread.AgentThread;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link Runner}. */
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

    /** Returns the model for a thread. The model streams its replies only if a delta listener is set. */
    Model modelFor(AgentThread thread) {
        return deltas == null ? model : WatchedModel.by(deltas, thread, model);
    }
}
