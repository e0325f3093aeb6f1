package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.OnFailures;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;

/** An agent with typed replies, conversation, and decisions of people after failures. */
@Agent(maxConsecutiveFailures = 2, onFailures = OnFailures.ASK_PERSON)
@SuppressWarnings("ESC040")
final class Concierge {

    private final World world;

    Concierge(World world) {
        this.world = world;
    }

    record Stay(LocalDate from, @Positive int nights) {}

    enum Bed {
        SINGLE,
        DOUBLE
    }

    sealed interface Meal {
        record None() implements Meal {}

        record Menu(List<String> courses) implements Meal {}
    }

    /** Ask when. */
    @Tool
    record AskStay(String question) {}

    /** Ask which bed. */
    @Tool
    record AskBed() {}

    /** Ask what to eat. */
    @Tool
    record AskMeal() {}

    /** Ask for the number of the card. */
    @Tool
    record AskCard() {}

    /** Book a room. */
    @Tool
    record Book(String room) {}

    /** End the conversation. */
    @Tool
    record Leave(List<String> bookings) {}

    /** A declared failure. */
    static final class EmptyQuestion extends Exception {
        private static final long serialVersionUID = 1L;

        private EmptyQuestion(String message) {
            super(message);
        }
    }

    @Prompt
    String prompt() {
        return "You book rooms.";
    }

    @Step
    Pause<Stay> askStay(AskStay call, StepContext context) throws EmptyQuestion {
        world.change("asked " + call.question(), context);
        if (call.question().isEmpty()) {
            throw new EmptyQuestion("An empty question is not sent");
        }
        return Pause.asking(call.question());
    }

    @Step(effect = Effect.IDEMPOTENT)
    Pause<Bed> askBed(AskBed call, StepContext context) {
        return Pause.asking(world.change("asked for the bed", context));
    }

    @Step(effect = Effect.READ)
    Pause<Meal> askMeal(AskMeal call, StepContext context) {
        return Pause.asking(world.look("meals", context));
    }

    @Step(effect = Effect.DESTRUCTIVE)
    @Approval
    Pause<String> askCard(AskCard call, StepContext context) {
        return Pause.asking(world.change("asked for the card", context));
    }

    @Step
    String book(Book call, StepContext context) {
        return world.change("booked " + call.room(), context);
    }

    @Step
    Finish<List<String>> leave(Leave call, StepContext context) {
        world.change("left", context);
        return Finish.with(call.bookings());
    }
}
