package dev.escapement.cli;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;

/** An agent that leaves claims to a {@link ClaimsDesk}. */
@Agent
final class ClaimsReception {

    @Prompt
    String prompt() {
        return "You receive claims.";
    }

    @Step
    Delegate<ClaimsDesk> ask(ClaimsDesk.Ask call) {
        return ClaimsDeskLoop.delegate(call.question());
    }

    @Step
    Finish<String> close(ClaimsDesk.Close call) {
        return Finish.with(call.summary());
    }
}
