package dev.escapement.samples.supportdesk;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Verdict;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** An agent that pays refunds: small ones without approval, others after the approval of a person. */
@Agent(name = "refund-clerk")
@Component
class RefundClerk {

    /** The largest refund, in cents, that does not require approval. */
    static final long LIMIT_CENTS = 50_00;

    private final Purchases purchases;
    private final Refunds refunds;

    RefundClerk(Purchases purchases, Refunds refunds) {
        this.purchases = purchases;
        this.refunds = refunds;
    }

    @Prompt
    String prompt() {
        return "You pay refunds. Pay the amount of the request, and report the result in one sentence.";
    }

    @Gate
    Verdict review(PayRefund call) {
        try {
            requireLeft(call);
        } catch (UnknownPurchase | RefundTooHigh denied) {
            return Verdict.deny(denied.getMessage());
        }
        return call.amountCents() <= LIMIT_CENTS
                ? Verdict.proceed()
                : Verdict.ask("Refund " + BigDecimal.valueOf(call.amountCents(), 2) + " EUR of order " + call.orderId()
                        + "?");
    }

    /**
     * Pays a refund. The new row and the event of this step are committed together, because they share a transaction. The
     * lock makes another refund of the same order wait for the commit, so that both together do not exceed the price.
     */
    @Step(effect = Effect.TRANSACTIONAL)
    RefundReceipt pay(PayRefund call, StepContext context) throws UnknownPurchase, RefundTooHigh {
        purchases.lock(call.orderId());
        requireLeft(call); // checked again: days may have passed since the gate
        return refunds.insert(context.idempotencyKey(), call.orderId(), call.amountCents());
    }

    @Step
    Finish<RefundReport> report(ReportRefund call) {
        return Finish.with(new RefundReport(call.text()));
    }

    private void requireLeft(PayRefund call) throws UnknownPurchase, RefundTooHigh {
        Purchase purchase = purchases.find(call.orderId());
        long left = purchase.totalCents() - purchase.refundedCents();
        if (call.amountCents() > left) {
            throw new RefundTooHigh(left);
        }
    }
}
