package dev.escapement.server.threads;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;

/** An agent that delegates to a {@link ReleaseBot}, for tests. */
@Agent(name = "acme.ReleasePlanner")
final class ReleasePlanner {

    @Prompt
    String prompt() {
        return "You plan releases.";
    }

    @Step
    Delegate<ReleaseBot> plan(PlanRelease call) {
        return ReleaseBotLoop.delegate(call.request());
    }

    @Step
    Finish<String> close(CloseRelease call) {
        return Finish.with(call.text());
    }
}
