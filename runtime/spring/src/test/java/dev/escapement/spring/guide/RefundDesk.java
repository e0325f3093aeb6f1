package dev.escapement.spring.guide;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.spring.guide.StarterGuide.OrderBook;
import dev.escapement.spring.guide.StarterGuide.RefundRefused;
import dev.escapement.spring.guide.StarterGuide.RefundRow;
import dev.escapement.spring.guide.StarterGuide.RefundRows;

/** The agent in the guide of the module. */
@Agent
class RefundDesk {

    private final OrderBook orders;
    private final RefundRows refunds;

    RefundDesk(OrderBook orders, RefundRows refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    @Prompt
    String prompt() {
        return "You refund orders.";
    }

    @Step(effect = Effect.TRANSACTIONAL)
    String refund(IssueRefund call) throws RefundRefused { // the exception rolls back
        refunds.save(new RefundRow(call.orderId(), call.amount()));
        return "Refunded";
    }

    @Step
    Finish<FoundOrder> close(LookUpOrder call) {
        return Finish.with(orders.find(call.orderId()));
    }
}
