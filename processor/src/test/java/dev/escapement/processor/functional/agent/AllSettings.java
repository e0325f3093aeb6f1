package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import java.time.LocalDate;

/** An agent with a name and all settings of steps. */
@Agent(name = "notary \"Büro\"", onText = OnText.FINISH)
@SuppressWarnings("ESC040")
public class AllSettings {

    /** The tools. */
    public interface Calls {
        /** Look. */
        @Tool
        record Look() {}

        /** File. */
        @Tool
        record FileDeed() {}

        /** Book. */
        @Tool
        record Book() {}

        /** Burn. */
        @Tool
        record Burn() {}

        /** Ask. */
        @Tool
        record AskDay() {}
    }

    @Prompt
    String prompt() {
        return "You are a notary.";
    }

    @Step(effect = Effect.READ, attempts = 1)
    String look(Calls.Look call) {
        return "a deed";
    }

    @Step(maxResultLength = 100)
    String file(Calls.FileDeed call) {
        return "filed";
    }

    @Step(effect = Effect.TRANSACTIONAL, attempts = 7, maxResultLength = 5_000)
    String book(Calls.Book call) {
        return "booked";
    }

    @Approval
    @Step(effect = Effect.DESTRUCTIVE)
    void burn(Calls.Burn call) {}

    @Step
    Pause<LocalDate> askDay(Calls.AskDay call) {
        return Pause.asking("When?");
    }
}
