package dev.escapement.fake.desk;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.util.Optional;

/** An agent with one of each: a tool with optional arguments, one without any, one that changes something, an end. */
@Agent(name = "SupportDesk")
public final class SupportDesk {

    /**
     * Look up an order.
     *
     * @param order its number
     * @param detail how much to tell
     */
    @Tool
    record LookUp(String order, Optional<Detail> detail) {}

    /** How much to tell. */
    enum Detail {
        BRIEF,
        FULL
    }

    /** List all orders. */
    @Tool
    record ListOrders() {}

    /**
     * Refund an order.
     *
     * @param order its number
     * @param cents how much
     */
    @Tool
    record Refund(String order, long cents) {}

    /**
     * Close the case.
     *
     * @param summary what came of it
     */
    @Tool
    record CloseCase(String summary) {}

    /** Thrown if the order does not exist. */
    static final class OrderNotFound extends Exception {

        private static final long serialVersionUID = 1L;

        OrderNotFound(String order) {
            super("There is no order " + order + ".");
        }
    }

    @Prompt
    String prompt() {
        return "You serve customers.";
    }

    @Step(effect = Effect.READ)
    String lookUp(LookUp call) throws OrderNotFound {
        if (!call.order().equals("A-1")) {
            throw new OrderNotFound(call.order());
        }
        return "a lamp";
    }

    @Step(effect = Effect.READ)
    String list(ListOrders call) {
        return "A-1";
    }

    @Step
    void refund(Refund call) {}

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.summary());
    }
}
