package dev.escapement.spring.actuate;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;

/** An agent with context, a step that fails, a step that pauses, and a step with approval. */
@Agent
class ClockShop {

    /**
     * Finds a clock.
     *
     * @param number The number of the clock
     */
    @Tool
    record FindClock(String number) {}

    /**
     * Asks the customer.
     *
     * @param question The question
     */
    @Tool
    record AskCustomer(String question) {}

    /**
     * Winds a clock.
     *
     * @param number The number of the clock
     */
    @Tool
    record WindClock(String number) {}

    /**
     * Closes the case.
     *
     * @param summary The result
     */
    @Tool
    record CloseCase(String summary) {}

    /** Thrown if the shop does not have a clock. */
    static final class ClockNotFoundException extends Exception {
        private static final long serialVersionUID = 1L;

        ClockNotFoundException(String number) {
            super("The shop does not have the clock " + number);
        }
    }

    @Prompt
    String prompt() {
        return "You repair clocks.";
    }

    @Prefetch
    String openingHours() {
        return "nine to five";
    }

    @Step(effect = Effect.READ)
    String find(FindClock call) throws ClockNotFoundException {
        if (!call.number().startsWith("C-")) {
            throw new ClockNotFoundException(call.number());
        }
        return "a clock";
    }

    @Step
    Pause<String> ask(AskCustomer call) {
        return Pause.asking(call.question());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    @Approval("Really?")
    void wind(WindClock call) {
        if (call.number().equals("C-broken")) {
            throw new IllegalStateException("The spring broke.");
        }
    }

    @Step
    Finish<String> close(CloseCase call) {
        return Finish.with(call.summary());
    }
}
