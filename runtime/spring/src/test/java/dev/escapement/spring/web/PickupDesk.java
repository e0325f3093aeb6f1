package dev.escapement.spring.web;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent whose only step requires approval. */
@Agent
class PickupDesk {

    /**
     * Returns a parcel.
     *
     * @param parcel The number of the parcel
     */
    @Tool
    record ReturnParcel(String parcel) {}

    @Prompt
    String prompt() {
        return "You return parcels.";
    }

    @Step
    @Approval("Return the parcel?")
    Finish<String> returnParcel(ReturnParcel call) {
        return Finish.with("returned " + call.parcel());
    }
}
