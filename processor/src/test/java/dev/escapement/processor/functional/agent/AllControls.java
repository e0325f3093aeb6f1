package dev.escapement.processor.functional.agent;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Codec;
import dev.escapement.Context;
import dev.escapement.Describe;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import dev.escapement.thread.AgentThread;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An agent with every control around steps: gates, triggers, prefetched context and budgets. */
@Agent(
        maxSteps = 7,
        maxModelCalls = 0,
        maxTokens = 5_000_000_000L,
        maxCost = "1.50",
        maxTime = "PT90M",
        maxConsecutiveFailures = 0,
        onFailures = OnFailures.ASK_PERSON,
        onText = OnText.FINISH)
@SuppressWarnings("ESC040")
public class AllControls {

    /** The gates that were called, in order. */
    public final List<String> asked = new ArrayList<>();

    /** The verdict of {@link #review(Calls.Pay)}. */
    public Verdict verdict = Verdict.proceed();

    /** If true, fetching the context fails. */
    public boolean failing;

    /** A declared failure. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unavailable(String message) {
            super(message);
        }
    }

    /** The stored data of a person. */
    @Codec
    public record Person(String name) {}

    /** A reply. */
    @Describe("What is wanted")
    public record Wish(@Describe("How many") @Positive int number, List<Wish> alternatives) {}

    /** A choice. */
    public enum Size3 {
        SMALL,
        LARGE
    }

    /** A yes or a no. */
    public sealed interface Answer {
        /** Yes. */
        record Yes() implements Answer {}

        /** No. */
        record No(String why) implements Answer {}
    }

    /** Calls that move money. */
    public sealed interface Money {}

    /** The possible next calls. */
    public sealed interface Next permits Calls.Pay, Calm {}

    /** The harmless next calls. */
    public sealed interface Calm extends Next permits Calls.Look {}

    /** The tools. */
    public interface Calls {
        /** Pay. */
        @Tool
        record Pay(long cents) implements Money, Next {}

        /** Refund a payment. */
        @Tool
        record PayBack(long cents) implements Money {}

        /** Look. */
        @Tool
        record Look(String at) implements Calm {}

        /** Decide. */
        @Tool
        record Decide(String what) {}

        /** Begin again. */
        @Tool
        record Again() {}

        /** Ask for a wish. */
        @Tool
        record AskWish() {}

        /** Ask for a word. */
        @Tool
        record AskWord() {}

        /** Ask for a short word. */
        @Tool
        record AskShortWord() {}

        /** Ask for yes or no. */
        @Tool
        record AskFlag() {}

        /** Ask for a number. */
        @Tool
        record AskNumber() {}

        /** Ask for a size. */
        @Tool
        record AskSize() {}

        /** Ask for an answer. */
        @Tool
        record AskAnswer() {}

        /** Ask for words. */
        @Tool
        record AskWords() {}

        /** Ask for numbers. */
        @Tool
        record AskNumbers() {}

        /** Ask for prices. */
        @Tool
        record AskPrices() {}

        /** Ask for a day. */
        @Tool
        record AskDay() {}

        /** Ask for a person. */
        @Tool
        record AskPerson() {}

        /** Close. */
        @Tool
        record Close() {}
    }

    @Prompt
    String prompt() {
        return "";
    }

    @Trigger
    String mail(Person from) {
        return "Mail from " + from.name();
    }

    @Trigger(schedule = "*/5 * * * *")
    String often() {
        return "Five minutes are over";
    }

    @Trigger(schedule = "0 9 * * MON-FRI", zone = "Europe/Berlin")
    String morning(Instant agent) {
        return "It is " + agent;
    }

    @Trigger
    String effect(List<Integer> agent) {
        return "Numbers " + agent;
    }

    @Prefetch
    List<Person> knownPeople() throws Unavailable {
        if (failing) {
            throw new Unavailable("nobody is in");
        }
        return List.of(new Person("ann"));
    }

    @Prefetch(Prefetch.When.EACH_REQUEST)
    int events(AgentThread thread) {
        return thread.events().size();
    }

    @Context
    String context(AgentThread thread, boolean lastRequest) {
        return thread.id() + (lastRequest ? " for the last time" : "");
    }

    @Gate
    Verdict review(Calls.Pay call) {
        asked.add("pay " + call.cents());
        return verdict;
    }

    @Gate
    Verdict review(Money call, AgentThread thread) {
        asked.add("money of " + thread.id() + " " + call);
        return Verdict.proceed();
    }

    @Gate
    Verdict review(Money call) throws IOException {
        asked.add("money " + call);
        if (failing) {
            throw new IOException("no review today");
        }
        return Verdict.ask("Move money?");
    }

    @Gate
    Verdict careful(Calls.Look call) {
        return Verdict.deny("Do not look at " + call.at() + ".");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    void pay(Calls.Pay call) {}

    @Step(offered = false)
    @Approval("Really pay back?")
    void payBack(Calls.PayBack call) {}

    @Step(effect = Effect.READ)
    String look(Calls.Look call) {
        return call.at();
    }

    @Step
    @Approval
    Next decide(Calls.Decide call) throws Unavailable {
        return switch (call.what()) {
            case "pay" -> new Calls.Pay(5);
            case "look" -> new Calls.Look("here");
            default -> throw new Unavailable("cannot decide " + call.what());
        };
    }

    @Step
    Calls.PayBack again(Calls.Again call) {
        return new Calls.PayBack(9);
    }

    @Step
    Pause<Wish> ask(Calls.AskWish call) {
        return Pause.asking("What do you want?");
    }

    @Step
    Pause<String> ask(Calls.AskWord call) {
        return Pause.asking("Which word?");
    }

    @Step
    Pause<@Size(max = 3) String> shortWord(Calls.AskShortWord call) {
        return Pause.asking("Which word?");
    }

    @Step
    Pause<Boolean> flag(Calls.AskFlag call) {
        return Pause.asking("Yes?");
    }

    @Step
    Pause<Integer> number(Calls.AskNumber call) {
        return Pause.asking("How many?");
    }

    @Step
    Pause<Size3> size(Calls.AskSize call) {
        return Pause.asking("Which size?");
    }

    @Step
    Pause<Answer> answer(Calls.AskAnswer call) {
        return Pause.asking("Well?");
    }

    @Step
    Pause<List<@Size(min = 1) String>> words(Calls.AskWords call) {
        return Pause.asking("Which words?");
    }

    @Step
    Pause<int[]> numbers(Calls.AskNumbers call) {
        return Pause.asking("Which numbers?");
    }

    @Step
    Pause<Map<String, Long>> prices(Calls.AskPrices call) {
        return Pause.asking("Which prices?");
    }

    @Step
    Pause<LocalDate> day(Calls.AskDay call) {
        return Pause.asking("Which day?");
    }

    @Step
    Pause<Person> person(Calls.AskPerson call) {
        return Pause.asking("Who?");
    }

    @Step
    Finish<String> close(Calls.Close call) {
        return Finish.with("bye");
    }
}
