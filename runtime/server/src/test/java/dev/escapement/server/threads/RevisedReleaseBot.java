package dev.escapement.server.threads;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Verdict;

/** The next release of {@link ReleaseBot}, with another form of a call and of a reply, for tests. */
@Agent(name = "acme.ReleaseBot")
final class RevisedReleaseBot {

    @Prompt
    String prompt() {
        return "You ship releases.";
    }

    @Gate
    Verdict review(ShipTag call) {
        return Verdict.ask("Ship " + call.version() + "?");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String ship(ShipTag call) {
        return call.version();
    }

    @Step
    Pause<String> ask(AskForWindow call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> close(CloseRelease call) {
        return Finish.with(call.text());
    }
}
