package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Delegate;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Join;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.engine.DelegateStart;
import dev.escapement.thread.Start;

/** An agent with a delegate for each form of start and of continuation. */
@Agent(maxDepth = 2)
public class AllDelegates {

    /** A counter of words. Its model's text is its result. */
    @Agent(onText = OnText.FINISH)
    public static class Counter {

        /** Count. */
        @Tool
        public record Count() {}

        @Prompt
        String prompt() {
            return "Count.";
        }

        @Step(effect = Effect.READ)
        int count(Count call) {
            return 1;
        }
    }

    /** The end of a manuscript. */
    public sealed interface Decision permits WriteText, Publish {}

    /**
     * Have a text written.
     *
     * @param title the title
     */
    @Tool
    public record WriteText(String title) implements Decision {}

    /**
     * Publish a text.
     *
     * @param text the text
     */
    @Tool
    public record Publish(String text) implements Decision {}

    /**
     * Commission a text.
     *
     * @param title the title
     */
    @Tool
    public record CommissionText(String title) {}

    /** Count the words. */
    @Tool
    public record CountWords() {}

    /** Start without a join. */
    @Tool
    public record Ask() {}

    /** Start another agent. */
    @Tool
    public record Cheat() {}

    /** A text was too short. */
    public static final class TooShortException extends Exception {
        private static final long serialVersionUID = 1L;

        TooShortException() {
            super("The text is too short.");
        }
    }

    private final ScribeLoop scribe = new ScribeLoop(new Scribe());

    @Prompt
    String prompt() {
        return "Publish.";
    }

    @Join // before its step
    Decision written(WriteText call, Scribe.Manuscript text) {
        return text.words().isEmpty() ? call : new Publish(String.join(" ", text.words()));
    }

    @Step
    Delegate<Scribe> writeText(WriteText call) {
        return ScribeLoop.delegate(call.title()).label("title", call.title());
    }

    @Step
    Delegate<Scribe> commissionText(CommissionText call) {
        return scribe.delegateOnCommission(new Scribe.Commission(call.title())).maxTokens(1_000);
    }

    @Join
    Publish commissioned(CommissionText call, Scribe.Manuscript text) throws TooShortException {
        if (text.words().isEmpty()) {
            throw new TooShortException();
        }
        return new Publish(call.title());
    }

    @Step(effect = Effect.READ)
    Delegate<Counter> countWords(CountWords call) {
        return AllDelegates_CounterLoop.delegate("How many?");
    }

    @Join
    int counted(CountWords call, String count) {
        return count.length();
    }

    @Step
    Delegate<Counter> ask(Ask call) {
        return AllDelegates_CounterLoop.delegate("Hello");
    }

    @Step
    Delegate<Counter> cheat(Cheat call) {
        return new DelegateStart<>("scribe", Start.of("not an input of Counter"));
    }

    @Step
    Finish<String> publish(Publish call) {
        return Finish.with(call.text());
    }
}
