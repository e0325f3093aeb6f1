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
import java.time.Duration;

/** The first release of an agent whose threads wait for people in each possible way. */
@Agent(name = "acme.ClaimDesk")
final class ClaimDesk {

    /** The time for the reply to an urgent question. */
    static final Duration URGENT = Duration.ofSeconds(30);

    private final ClaimWork work;

    ClaimDesk(ClaimWork work) {
        this.work = work;
    }

    /**
     * Pay a claim.
     *
     * @param claim The claim
     */
    @Tool
    record PayClaim(String claim) {}

    /**
     * Pay a claim by wire.
     *
     * @param claim The claim
     */
    @Tool
    record WireClaim(String claim) {}

    /**
     * Reserve the amount of a claim.
     *
     * @param claim The claim
     */
    @Tool
    record ReserveClaim(String claim) {}

    /**
     * Ask for the colour.
     *
     * @param claim The claim
     */
    @Tool
    record AskColour(String claim) {}

    /**
     * Ask for the size.
     *
     * @param claim The claim
     */
    @Tool
    record AskSize(String claim) {}

    /**
     * Ask a question that must be answered soon.
     *
     * @param claim The claim
     */
    @Tool
    record AskSoon(String claim) {}

    /**
     * Let an auditor check a claim.
     *
     * @param claim The claim
     */
    @Tool
    record AuditClaim(String claim) {}

    /**
     * File a claim.
     *
     * @param claim The claim
     */
    @Tool
    record FileClaim(String claim) {}

    /**
     * Inspect a claim.
     *
     * @param claim The claim
     */
    @Tool
    record InspectClaim(String claim) {}

    /**
     * Close the claim.
     *
     * @param summary The result
     */
    @Tool
    record CloseClaim(String summary) {}

    @Prompt
    String prompt() {
        return "You handle claims.";
    }

    @Gate
    Verdict review(PayClaim call) {
        return Verdict.ask("Pay " + call.claim() + "?");
    }

    @Gate
    Verdict review(WireClaim call) {
        return Verdict.ask("Wire " + call.claim() + "?");
    }

    @Gate
    Verdict review(ReserveClaim call) {
        return Verdict.ask("Reserve " + call.claim() + "?");
    }

    @Gate
    Verdict review(FileClaim call) {
        return Verdict.proceed();
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String pay(PayClaim call) {
        return work.perform("pay", call.claim());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String wire(WireClaim call) {
        return work.perform("wire", call.claim());
    }

    @Step
    String reserve(ReserveClaim call) {
        return work.perform("reserve", call.claim());
    }

    @Step
    Pause<String> colour(AskColour call) {
        return Pause.asking("Which colour has " + call.claim() + "?");
    }

    @Step
    Pause<String> size(AskSize call) {
        return Pause.asking("Which size has " + call.claim() + "?");
    }

    @Step
    Pause<String> soon(AskSoon call) {
        return Pause.<String>asking("Is " + call.claim() + " urgent?").within(URGENT);
    }

    @Step
    Delegate<ClaimAudit> audit(AuditClaim call) {
        return ClaimAuditLoop.delegate(call.claim());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String file(FileClaim call) {
        return work.await("file", call.claim());
    }

    @Step
    String inspect(InspectClaim call) {
        return work.await("inspect", call.claim());
    }

    @Step
    Finish<String> close(CloseClaim call) {
        return Finish.with(call.summary());
    }
}
