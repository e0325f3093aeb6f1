package dev.escapement.run;

import dev.escapement.loop.AgentLoop;
import dev.escapement.loop.AgentThread;
import dev.escapement.model.Model;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a {@link Runner} was given to work with. */
record Equipment(
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
        return deltas == null ? model : Watched.by(deltas, thread, model);
    }
}
