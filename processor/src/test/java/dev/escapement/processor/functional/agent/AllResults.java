package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Codec;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An agent with a finishing step for each kind of result type. */
@Agent
@SuppressWarnings("ESC040")
public class AllResults {

    /**
     * A signed deed.
     *
     * @param title the title
     * @param validUntil the last day
     */
    public record Deed(
            @Size(min = 1) String title, @FutureOrPresent LocalDate validUntil) {}

    /**
     * A result with a codec.
     *
     * @param number the number
     */
    @Codec
    public record Receipt(int number) {}

    /** The tools. */
    public interface Calls {
        /** Sign. */
        @Tool
        record Sign(String title) {}

        /** Prepare the signing. */
        @Tool
        record Prepare(String title) {}

        /** Count. */
        @Tool
        record Count() {}

        /** List. */
        @Tool
        record ListDeeds() {}

        /** Pay. */
        @Tool
        record Pay() {}

        /** Give up. */
        @Tool
        record GiveUp(boolean hopeless) {}

        /** Date. */
        @Tool
        record SetDay() {}
    }

    @Prompt
    String prompt() {
        return "You are a notary.";
    }

    @Step
    Finish<Deed> sign(Calls.Sign call) {
        return Finish.with(new Deed(call.title(), LocalDate.EPOCH));
    }

    @Step
    Calls.Sign prepare(Calls.Prepare call) {
        return new Calls.Sign(call.title());
    }

    @Step
    Finish<Integer> count(Calls.Count call) {
        return Finish.with(2);
    }

    @Step
    Finish<List<@Size(max = 3) String>> list(Calls.ListDeeds call) {
        return Finish.with(List.of("a", "b"));
    }

    @Step
    Finish<Receipt> pay(Calls.Pay call) {
        return Finish.with(new Receipt(5));
    }

    @Step
    Finish<Optional<String>> giveUp(Calls.GiveUp call) {
        return Finish.with(call.hopeless() ? Optional.empty() : Optional.of("tomorrow"));
    }

    @Step
    Finish<LocalDate> setDay(Calls.SetDay call) {
        return Finish.with(LocalDate.EPOCH);
    }
}
