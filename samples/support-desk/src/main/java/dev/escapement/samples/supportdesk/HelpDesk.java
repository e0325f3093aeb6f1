package dev.escapement.samples.supportdesk;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Trigger;
import org.springframework.stereotype.Component;

/** An agent that answers tickets. It leaves refunds to the agent {@link RefundClerk}. */
@Agent(name = "help-desk")
@Component
class HelpDesk {

    private final Purchases purchases;

    HelpDesk(Purchases purchases) {
        this.purchases = purchases;
    }

    @Prompt
    String prompt() {
        return """
                You answer the tickets of a shop's customers. Look the order up before you answer. Pass a refund on to the \
                clerk, who pays it, and answer the ticket when the clerk has reported.""";
    }

    @Trigger
    String slack(SlackMention mention) {
        return mention.user() + " in " + mention.channel() + ": " + mention.text();
    }

    @Step(effect = Effect.READ)
    Purchase find(FindPurchase call) throws UnknownPurchase {
        return purchases.find(call.orderId());
    }

    @Step
    Delegate<RefundClerk> refund(PassOnRefund call) {
        return RefundClerkLoop.delegate(
                        "Refund " + call.amountCents() + " cents of order " + call.orderId() + ": " + call.reason())
                .label("order", call.orderId())
                .maxModelCalls(10);
    }

    @Step
    Finish<TicketAnswer> answer(AnswerTicket call) {
        return Finish.with(new TicketAnswer(call.text()));
    }
}
