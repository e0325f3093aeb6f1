package dev.escapement.cli;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent whose threads wait for each kind of decision. */
@Agent
final class ClaimsDesk {

    /** The amount at which a refund fails without a known outcome. */
    static final int LOST = 13;

    /** Refund an amount. */
    @Tool
    record Refund(@Describe("The amount in cents") int cents) {}

    /** Ask the customer. */
    @Tool
    record Ask(@Describe("The question") String question) {}

    /** Close the claim. */
    @Tool
    record Close(@Describe("The summary") String summary) {}

    /** The reply of a customer. */
    enum Choice {
        REFUND,
        REPLACEMENT
    }

    @Prompt
    String prompt() {
        return "You handle claims.";
    }

    @Step(effect = Effect.DESTRUCTIVE)
    @Approval("Refund the amount?")
    String refund(Refund call) {
        if (call.cents() == LOST) {
            throw new IllegalStateException("The connection was lost.");
        }
        return "refunded";
    }

    @Step
    Pause<Choice> ask(Ask call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> close(Close call) {
        return Finish.with(call.summary());
    }
}
