package dev.escapement.restate;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

/**
 * The second release of {@link ClaimDesk}. It has no step for wires, reserves claims by number, and accepts sizes as
 * numbers only.
 */
@Agent(name = "acme.ClaimDesk")
final class ClaimDeskNext {

    private final ClaimWork work;

    ClaimDeskNext(ClaimWork work) {
        this.work = work;
    }

    /**
     * Reserve the amount of a claim.
     *
     * @param claim The number of the claim
     */
    @Tool
    record ReserveClaim(int claim) {}

    /**
     * Note something.
     *
     * @param text The text
     */
    @Tool
    record NoteClaim(String text) {}

    @Prompt
    String prompt() {
        return "You handle claims with care.";
    }

    @Gate
    Verdict review(ClaimDesk.PayClaim call) {
        return Verdict.ask("Pay " + call.claim() + "?");
    }

    @Gate
    Verdict review(ReserveClaim call) {
        return Verdict.ask("Reserve " + call.claim() + "?");
    }

    @Gate
    Verdict review(ClaimDesk.FileClaim call) {
        return Verdict.proceed();
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String pay(ClaimDesk.PayClaim call) {
        return work.perform("pay", call.claim());
    }

    @Step
    String reserve(ReserveClaim call) {
        return work.perform("reserve", String.valueOf(call.claim()));
    }

    @Step
    String note(NoteClaim call) {
        return work.perform("note", call.text());
    }

    @Step
    Pause<String> colour(ClaimDesk.AskColour call) {
        return Pause.asking("Which colour has " + call.claim() + "?");
    }

    @Step
    Pause<Integer> size(ClaimDesk.AskSize call) {
        return Pause.asking("Which size has " + call.claim() + "?");
    }

    @Step
    Pause<String> soon(ClaimDesk.AskSoon call) {
        return Pause.<String>asking("Is " + call.claim() + " urgent?").within(ClaimDesk.URGENT);
    }

    @Step
    Delegate<ClaimAudit> audit(ClaimDesk.AuditClaim call) {
        return ClaimAuditLoop.delegate(call.claim());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String file(ClaimDesk.FileClaim call) {
        return work.perform("file", call.claim());
    }

    @Step
    String inspect(ClaimDesk.InspectClaim call) {
        return work.perform("inspect", call.claim());
    }

    @Step
    Finish<String> close(ClaimDesk.CloseClaim call) {
        return Finish.with(call.summary());
    }
}
