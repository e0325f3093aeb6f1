package dev.escapement.opentelemetry;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.io.IOException;

/** An agent with a step of each flow, context and a gate. */
@Agent
class LampShop {

    static final String PROMPT = "You sell lamps.";
    static final String DEFECT = "no connection as user root with password hunter2";

    /** Look an order up. */
    @Tool
    record LookUp(@Describe("The order number") String orderId) {}

    /** Write a note. */
    @Tool
    record Note(@Describe("What is to be remembered") String text) {}

    /** Order a lamp again. */
    @Tool
    record Reorder(@Describe("The order number") String orderId) {}

    /** Pay an order back. */
    @Tool
    record Refund(@Describe("The order number") String orderId) {}

    /** Ask the customer. */
    @Tool
    record Ask(@Describe("The question") String question) {}

    /** Close the case. */
    @Tool
    record Close(@Describe("What was done") String summary) {}

    static final class OrderNotFound extends Exception {

        private static final long serialVersionUID = 1L;

        OrderNotFound(String orderId) {
            super("There is no order " + orderId);
        }
    }

    @Prompt
    String prompt() {
        return PROMPT;
    }

    @SuppressWarnings("ESC044")
    @Prefetch
    String openingHours() throws IOException {
        return "nine to five";
    }

    @Step(effect = Effect.READ)
    String lookUp(LookUp call) throws OrderNotFound {
        if (!call.orderId().startsWith("A-")) {
            throw new OrderNotFound(call.orderId());
        }
        return "a lamp";
    }

    @Step
    void note(Note call) {
        if (call.text().isEmpty()) {
            throw new IllegalStateException(DEFECT);
        }
    }

    @Step
    Note reorder(Reorder call) {
        return new Note("reorder " + call.orderId());
    }

    @Step
    @Approval("Really?")
    void refund(Refund call) {}

    @Step
    Pause<String> ask(Ask call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> close(Close call) {
        return Finish.with(call.summary());
    }
}
