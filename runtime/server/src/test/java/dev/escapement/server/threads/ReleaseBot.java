package dev.escapement.server.threads;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Trigger;
import dev.escapement.Verdict;

/** An agent with an approval, a question and an end, for tests. */
@Agent(name = "acme.ReleaseBot")
final class ReleaseBot {

    @Prompt
    String prompt() {
        return "You ship releases.";
    }

    @Trigger
    String ticket(ReleaseTicket ticket) {
        return ticket.author() + ": " + ticket.text();
    }

    @Gate
    Verdict review(ShipRelease call) {
        return Verdict.ask("Ship " + call.tag() + "?");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String ship(ShipRelease call) {
        if (call.tag().equals("v6.6.6")) {
            throw new IllegalStateException("The outcome is unknown.");
        }
        return call.tag();
    }

    @Step
    Pause<ReleaseWindow> ask(AskForWindow call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> close(CloseRelease call) {
        return Finish.with(call.text());
    }
}
