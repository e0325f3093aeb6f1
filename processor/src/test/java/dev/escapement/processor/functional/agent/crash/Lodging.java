package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import java.time.Duration;

/**
 * An agent whose questions expire at the next reading of the clock of the {@link World}, and with a destructive step whose
 * outcome is unknown.
 */
@Agent
@SuppressWarnings("ESC040")
final class Lodging {

    private static final Duration LIMIT = Duration.ofMillis(1);

    private final World world;

    Lodging(World world) {
        this.world = world;
    }

    /** Ask for the room. */
    @Tool
    record AskRoom() {}

    /** Ask for the guest. */
    @Tool
    record AskGuest() {}

    /** Charge a card. */
    @Tool
    record ChargeCard(long cents) {}

    /** Cancel a booking. */
    @Tool
    record CancelBooking(int number) {}

    /** Check out. */
    @Tool
    record CheckOut() {}

    @Prompt
    String prompt() {
        return "You rent rooms.";
    }

    @Step
    Pause<String> room(AskRoom call) {
        return Pause.asking("Which room?").within(LIMIT, "blue");
    }

    @Step
    Pause<String> guest(AskGuest call) {
        return Pause.asking("Which guest?").within(LIMIT);
    }

    @Gate
    Verdict review(ChargeCard call) {
        return Verdict.ask("Charge " + call.cents() + "?").within(LIMIT);
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String charge(ChargeCard call, StepContext context) {
        return world.change("charged " + call.cents(), context);
    }

    @Gate
    Verdict review(CancelBooking call) {
        return Verdict.proceed();
    }

    @Step(effect = Effect.DESTRUCTIVE)
    void cancel(CancelBooking call, StepContext context) {
        world.change("cancelled " + call.number(), context);
        throw new IllegalStateException("the connection was lost");
    }

    @Step
    Finish<String> checkOut(CheckOut call, StepContext context) {
        return Finish.with(world.change("checked out", context));
    }
}
