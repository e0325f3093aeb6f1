package dev.escapement.restate.kill;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.Verdict;

/** The agent whose processes are killed. It has a step of each effect, a question, an approval and a sub-agent. */
@Agent(maxSteps = 0, maxModelCalls = 0, maxConsecutiveFailures = 0)
final class ParcelDesk {

    /** The work of the steps. */
    @FunctionalInterface
    interface Work {

        /** Performs a step and returns its result, which is that of every run with the same key. */
        String perform(StepContext context, Effect effect);
    }

    /**
     * Weigh a parcel.
     *
     * @param parcel The parcel
     */
    @Tool
    record WeighParcel(String parcel) {}

    /**
     * Print the label of a parcel.
     *
     * @param parcel The parcel
     */
    @Tool
    record LabelParcel(String parcel) {}

    /**
     * Book a truck for a parcel.
     *
     * @param parcel The parcel
     */
    @Tool
    record BookTruck(String parcel) {}

    /**
     * Ship a parcel.
     *
     * @param parcel The parcel
     */
    @Tool
    record ShipParcel(String parcel) {}

    /**
     * Ask the recipient of a parcel.
     *
     * @param parcel The parcel
     */
    @Tool
    record AskRecipient(String parcel) {}

    /**
     * Let an inspector check a parcel.
     *
     * @param parcel The parcel
     */
    @Tool
    record InspectParcel(String parcel) {}

    /**
     * Close the order.
     *
     * @param parcel The parcel
     */
    @Tool
    record CloseOrder(String parcel) {}

    /**
     * A recipient's reply.
     *
     * @param text The text
     */
    record RecipientReply(String text) {}

    private final Work work;

    ParcelDesk(Work work) {
        this.work = work;
    }

    @Prompt
    String prompt() {
        return "You ship parcels.";
    }

    @Step(effect = Effect.READ)
    String weigh(WeighParcel call, StepContext context) {
        return work.perform(context, Effect.READ);
    }

    @Step(effect = Effect.IDEMPOTENT)
    String label(LabelParcel call, StepContext context) {
        return work.perform(context, Effect.IDEMPOTENT);
    }

    @Step(effect = Effect.WRITE)
    String book(BookTruck call, StepContext context) {
        return work.perform(context, Effect.WRITE);
    }

    @Gate
    Verdict review(ShipParcel call) {
        return Verdict.ask("Ship " + call.parcel() + "?");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String ship(ShipParcel call, StepContext context) {
        return work.perform(context, Effect.DESTRUCTIVE);
    }

    @Step(effect = Effect.READ)
    Pause<RecipientReply> ask(AskRecipient call, StepContext context) {
        return Pause.asking(work.perform(context, Effect.READ));
    }

    @Step(effect = Effect.READ)
    Delegate<ParcelInspector> inspect(InspectParcel call, StepContext context) {
        String unused = work.perform(context, Effect.READ);
        return ParcelInspectorLoop.delegate(call.parcel());
    }

    @Step(effect = Effect.READ)
    Finish<String> close(CloseOrder call, StepContext context) {
        return Finish.with(work.perform(context, Effect.READ));
    }
}
