package dev.escapement.restate;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;

/** The agent to which {@link ClaimDesk} delegates. Its threads wait for an approval. */
@Agent(name = "acme.ClaimAudit")
final class ClaimAudit {

    /**
     * Sign the audit.
     *
     * @param claim The claim
     */
    @Tool
    record SignAudit(String claim) {}

    @Prompt
    String prompt() {
        return "You audit claims.";
    }

    @Gate
    Verdict review(SignAudit call) {
        return Verdict.ask("Sign " + call.claim() + "?");
    }

    @Step
    Finish<String> sign(SignAudit call) {
        return Finish.with(call.claim());
    }
}
