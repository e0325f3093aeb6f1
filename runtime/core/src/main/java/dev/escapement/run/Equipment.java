package dev.escapement.run;

import dev.escapement.loop.AgentLoop;
import dev.escapement.model.Model;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;

/** What a {@link Runner} was given to work with. */
record Equipment(
        AgentLoop loop, Model model, ThreadStore store, ThreadListener listener, Clock clock, Executor executor) {

    Instant now() {
        return clock.instant();
    }
}
