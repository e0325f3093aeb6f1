package dev.escapement.restate;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;

/** An agent with a schedule, and releases of it with another schedule and without one. */
final class PatrolDesk {

    private PatrolDesk() {}

    /**
     * Report the patrol.
     *
     * @param result The result
     */
    @Tool
    record ReportPatrol(String result) {}

    static ModelReply model(ModelRequest request) {
        return ModelReply.call("c0", "report_patrol", "{\"result\":\"quiet\"}");
    }

    /** The first release. */
    @Agent(name = "acme.Patrol")
    static final class EachMinute {

        @Prompt
        String prompt() {
            return "You patrol.";
        }

        @Trigger(schedule = "* * * * *")
        String round() {
            return "Walk each minute.";
        }

        @Step
        Finish<String> report(ReportPatrol call) {
            return Finish.with(call.result());
        }
    }

    /** A release with another schedule. */
    @Agent(name = "acme.Patrol")
    static final class HalfPast {

        @Prompt
        String prompt() {
            return "You patrol.";
        }

        @Trigger(schedule = "30 * * * *")
        String round() {
            return "Walk at half past.";
        }

        @Step
        Finish<String> report(ReportPatrol call) {
            return Finish.with(call.result());
        }
    }

    /** A release without a schedule. */
    @Agent(name = "acme.Patrol")
    static final class Never {

        @Prompt
        String prompt() {
            return "You patrol.";
        }

        @Step
        Finish<String> report(ReportPatrol call) {
            return Finish.with(call.result());
        }
    }
}
