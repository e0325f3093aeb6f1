package dev.escapement.restate.kill;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;

/** The sub-agent of {@link ParcelDesk}. */
@Agent
final class ParcelInspector {

    /** The prompt, by which the model of the tests knows the agent. */
    static final String PROMPT = "You inspect parcels.";

    /**
     * Report the result.
     *
     * @param parcel The parcel
     */
    @Tool
    record ReportInspection(String parcel) {}

    private final ParcelDesk.Work work;

    ParcelInspector(ParcelDesk.Work work) {
        this.work = work;
    }

    @Prompt
    String prompt() {
        return PROMPT;
    }

    @Step(effect = Effect.IDEMPOTENT)
    Finish<String> report(ReportInspection call, StepContext context) {
        return Finish.with(work.perform(context, Effect.IDEMPOTENT));
    }
}
