package dev.escapement.samples.benchmarks.chaos;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Verdict;

/** The agent whose processes are killed. It has a step of each effect and each flow. */
@Agent(maxSteps = 0, maxModelCalls = 0, maxConsecutiveFailures = 0)
public final class DeliveryDesk {

    private final StepWork work;

    DeliveryDesk(StepWork work) {
        this.work = work;
    }

    @Prompt
    String prompt() {
        return "You deliver the items of an order.";
    }

    @Step(effect = Effect.READ)
    String check(CountStock call, StepContext context) {
        return work.perform(context, call.item());
    }

    @Step(effect = Effect.IDEMPOTENT)
    String reserve(ReserveStock call, StepContext context) {
        return work.perform(context, call.item());
    }

    @Step(effect = Effect.WRITE)
    String book(BookCarrier call, StepContext context) {
        return work.perform(context, call.item());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String charge(ChargeCard call, StepContext context) {
        return work.perform(context, call.item());
    }

    @Gate
    Verdict review(ChargeCard call) {
        return Verdict.ask("Charge " + call.cents() + " cents?");
    }

    @Step
    Pause<CustomerReply> ask(AskCustomer call, StepContext context) {
        return Pause.asking(work.perform(context, call.item()));
    }

    @Step(effect = Effect.IDEMPOTENT)
    PrintLabel plan(PlanDelivery call, StepContext context) {
        work.perform(context, call.item());
        return new PrintLabel(call.item() + "/label");
    }

    @Step(offered = false)
    String print(PrintLabel call, StepContext context) {
        return work.perform(context, call.item());
    }

    @Step
    Finish<DeliveryClosed> close(CloseDelivery call, StepContext context) {
        work.perform(context, call.item());
        return Finish.with(new DeliveryClosed(call.item()));
    }
}
