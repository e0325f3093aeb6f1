package dev.escapement.restate;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent for tests, whose threads are children. */
@Agent
final class AuditDesk {

    /**
     * Report the result.
     *
     * @param result The result
     */
    @Tool
    record ReportAudit(String result) {}

    @Prompt
    String prompt() {
        return "You audit a ledger.";
    }

    @Step
    Finish<String> report(ReportAudit call) {
        return Finish.with(call.result());
    }
}
