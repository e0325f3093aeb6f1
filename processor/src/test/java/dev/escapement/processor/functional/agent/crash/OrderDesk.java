package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import jakarta.validation.constraints.Positive;

/** An agent with every effect, a gate on a tool, steps with and without results, and both kinds of exceptions. */
@Agent
@SuppressWarnings("ESC040")
final class OrderDesk {

    private final World world;

    OrderDesk(World world) {
        this.world = world;
    }

    /** Thrown when an order does not exist. */
    static final class OrderNotFound extends Exception {
        private static final long serialVersionUID = 1L;

        OrderNotFound(String order) {
            super("There is no order " + order);
        }
    }

    /** Thrown when the bank declines a payment. */
    static final class Declined extends Exception {
        private static final long serialVersionUID = 1L;

        Declined(String order) {
            super("The bank declined " + order);
        }
    }

    /** Look up an order. */
    @Tool
    record LookUp(String order) {}

    /** Count the stock of an article. */
    @Tool
    record CountStock(String sku) {}

    /** Put a label on an order. */
    @Tool
    record Label(String order, String label) {}

    /** Write a note. */
    @Tool
    record Note(String text) {}

    /** Send an order. */
    @Tool
    record Ship(String order) {}

    /** Refund an order. */
    @Tool
    record Refund(String order, @Positive long cents) {}

    /** Close the case. */
    @Tool
    record CloseCase(String summary) {}

    record Order(String number, String state) {}

    record Receipt(String text, long cents) {}

    record Closed(String summary) {}

    @Prompt
    String prompt() {
        return "You look after orders.";
    }

    @Step(effect = Effect.READ)
    Order lookUp(LookUp call, StepContext context) throws OrderNotFound {
        String state = world.look("order " + call.order(), context);
        return switch (call.order()) {
            case "missing" -> throw new OrderNotFound(call.order());
            case "broken" -> throw new IllegalStateException("password: 12345");
            default -> new Order(call.order(), state);
        };
    }

    @Step(effect = Effect.READ)
    int countStock(CountStock call, StepContext context) {
        return world.look("stock of " + call.sku(), context).length();
    }

    @Step(effect = Effect.IDEMPOTENT)
    void label(Label call, StepContext context) {
        world.change("label " + call.label() + " on " + call.order(), context);
    }

    @Step
    void note(Note call, StepContext context) {
        world.change("note " + call.text(), context);
    }

    @Step(effect = Effect.WRITE)
    String ship(Ship call, StepContext context) {
        String receipt = world.change("shipped " + call.order(), context);
        if (call.order().equals("lost")) {
            throw new IllegalStateException("password: 12345");
        }
        return receipt;
    }

    @Gate
    Verdict review(Refund call) {
        world.review("refund of " + call.cents());
        if (call.cents() > 100) {
            return Verdict.deny("Nobody gets more than 100.");
        }
        return call.cents() > 10 ? Verdict.ask("Pay back " + call.cents() + "?") : Verdict.proceed();
    }

    @Step(effect = Effect.DESTRUCTIVE)
    Receipt refund(Refund call, StepContext context) throws Declined {
        if (call.order().equals("blocked")) {
            world.look("account of " + call.order(), context);
            throw new Declined(call.order());
        }
        return new Receipt(world.change("refund of " + call.cents() + " for " + call.order(), context), call.cents());
    }

    @Step
    Finish<Closed> close(CloseCase call, StepContext context) {
        world.change("closed", context);
        return Finish.with(new Closed(call.summary()));
    }
}
