package dev.escapement.samples.quickstart;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import java.math.BigDecimal;

/** An agent that handles refunds. */
@Agent
public final class RefundDesk {

    /** The largest refund, in cents, that does not require approval. */
    private static final long LIMIT_CENTS = 100_00;

    private final Orders orders;

    /**
     * Creates an agent for a shop's orders.
     *
     * @param orders the orders
     */
    public RefundDesk(Orders orders) {
        this.orders = orders;
    }

    @Prompt
    String prompt() {
        return "You handle refunds. Look the order up before you promise anything.";
    }

    @Step(effect = Effect.READ)
    Order lookUp(LookUpOrder call) throws OrderNotFound {
        return orders.find(call.orderId());
    }

    @Step(effect = Effect.READ)
    int stock(CheckStock call) {
        return orders.stock(call.sku());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    Receipt refund(IssueRefund call, StepContext context) throws OrderNotFound, RefundRefused {
        return orders.refund(call.orderId(), call.amountCents(), context.idempotencyKey());
    }

    @Gate
    Verdict review(IssueRefund call) {
        if (call.amountCents() <= LIMIT_CENTS) {
            return Verdict.proceed();
        }
        BigDecimal euros = BigDecimal.valueOf(call.amountCents(), 2);
        return Verdict.ask("Refund " + euros + " EUR for order " + call.orderId() + "?");
    }

    @Step(effect = Effect.IDEMPOTENT)
    void notifyWarehouse(NotifyWarehouse call) throws OrderNotFound {
        orders.find(call.orderId());
    }

    @Step
    Finish<CaseClosed> close(CloseCase call) {
        return Finish.with(new CaseClosed(call.summary()));
    }
}
