package dev.escapement.langchain4j;

import dev.escapement.Agent;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.thread.Rendering;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/** An agent of an order desk. */
@Agent
final class ReturnsDesk {

    static final String PROMPT = "You handle refunds.";

    @Tool
    @SuppressWarnings("ESC040")
    record LookUpOrder(
            @Describe("The order number") @Pattern(regexp = "A-\\d+")
            String orderId) {}

    /** Refund an order. */
    @Tool
    record IssueRefund(
            @Describe("The order number") String orderId,
            @Describe("In cents") @Positive long amountCents) {}

    @Tool
    @SuppressWarnings("ESC040")
    record CloseCase(String summary) {}

    /** Returns the answer to invalid arguments of {@link IssueRefund}. */
    static String rejection(String arguments) {
        return ReturnsDesk_IssueRefundSpec.INSTANCE
                .decode(arguments)
                .fold(
                        accepted -> {
                            throw new AssertionError(accepted);
                        },
                        rejected -> Rendering.ERROR + rejected.feedback("issue_refund"));
    }

    static final class OrderNotFound extends Exception {

        private static final long serialVersionUID = 1L;

        OrderNotFound() {
            super("Ask for the number.");
        }
    }

    @Prompt
    String prompt() {
        return PROMPT;
    }

    @Step(effect = Effect.READ)
    String lookUp(LookUpOrder call) throws OrderNotFound {
        if (!call.orderId().equals("A-1")) {
            throw new OrderNotFound();
        }
        return "A lamp, 5990 cents";
    }

    @Step
    void refund(IssueRefund call) {}

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.summary());
    }
}
