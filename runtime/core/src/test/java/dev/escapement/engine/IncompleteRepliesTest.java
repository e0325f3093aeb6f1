package dev.escapement.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the command after a truncated, filtered or refused reply, for all policies: none of its calls runs, and
 * its text is not an answer.
 */
class IncompleteRepliesTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private static final TestStep READ = TestStep.named("read").effect(Effect.READ);
    private static final TestStep PAY =
            TestStep.named("pay").effect(Effect.DESTRUCTIVE).asking("really?");
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep CHAIN = TestStep.named("chain").selects(PAY);

    /** Well-formed calls, which are not run only because of the stop reason. */
    private static final List<Call> CALLS = List.of(
            READ.call("c1", "x"),
            PAY.call("c2", "x"),
            CLOSE.call("c3", "x"),
            ASK.call("c4", "x"),
            CHAIN.call("c5", "x"));

    private static final Map<StopReason, String> SENTENCES = Map.of(
            StopReason.LENGTH, ModelMessages.CUT_OFF,
            StopReason.CONTENT_FILTER, ModelMessages.FILTERED,
            StopReason.UNKNOWN, ModelMessages.INCOMPLETE,
            StopReason.REFUSAL, ModelMessages.REFUSED,
            StopReason.TOO_MANY_CALLS, ModelMessages.TOO_MANY_CALLS);

    private static final Usage ONE_TOKEN = new Usage(1, 0);

    /** A policy and a stop reason. */
    record Case(OnText onText, OnFailures onFailures, Budget budget, StopReason stop) {

        TestLoop loop() {
            return TestLoop.of(READ, PAY, CLOSE, ASK, CHAIN).with(new Policy(budget, 3, onFailures, onText));
        }

        Command next(String text, List<Call> calls, Event... then) {
            List<Event> events = new ArrayList<>();
            events.add(new Event.Started(AT, "Test", Start.of("go"), budget));
            events.add(new Event.ModelReplied(
                    AT, text, calls, ONE_TOKEN, stop, ReplyProvenance.UNKNOWN, Optional.empty(), 0, Duration.ZERO));
            events.addAll(List.of(then));
            return loop().next(new AgentThread("t1", events));
        }

        Command askedAgain() {
            return new Command.AskModel(loop().tools(), false, RequestOptions.NONE);
        }
    }

    private static Stream<Case> cases(StopReason stop, Budget budget) {
        return Stream.of(OnText.values())
                .flatMap(onText ->
                        Stream.of(OnFailures.values()).map(onFailures -> new Case(onText, onFailures, budget, stop)));
    }

    static Stream<Case> all() {
        return SENTENCES.keySet().stream().sorted().flatMap(stop -> cases(stop, Budget.UNLIMITED));
    }

    static Stream<Case> unfinished() {
        return all().filter(given -> given.stop() != StopReason.REFUSAL);
    }

    static Stream<Case> refused() {
        return cases(StopReason.REFUSAL, Budget.UNLIMITED);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachCallIsRejectedHoweverWholeItLooks(Case given) {
        for (Call call : CALLS) {
            assertEquals(
                    new Command.RejectCall(call, SENTENCES.get(given.stop())), given.next("I shall", List.of(call)));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void halfACallIsRejectedForTheSameReason(Case given) {
        Call half = new Call("c1", "pay", "{\"text\":\"x");

        assertEquals(new Command.RejectCall(half, SENTENCES.get(given.stop())), given.next("", List.of(half)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void allCallsAreRejectedOneAfterTheOther(Case given) {
        List<Event> rejections = new ArrayList<>();
        for (Call call : CALLS) {
            assertEquals(
                    new Command.RejectCall(call, SENTENCES.get(given.stop())),
                    given.next("", CALLS, rejections.toArray(Event[]::new)));
            rejections.add(rejected(call));
        }
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void theModelIsAskedAgainOnceAllCallsAreRejected(Case given) {
        Call call = CALLS.get(0);

        assertEquals(given.askedAgain(), given.next("I shall", List.of(call), rejected(call)));
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void halfATextIsRejectedWhateverBecomesOfWholeOnes(Case given) {
        for (String text : List.of("The refund is", "")) {
            assertEquals(new Command.RejectText(SENTENCES.get(given.stop())), given.next(text, List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void theModelIsAskedAgainOnceItsTextIsRejected(Case given) {
        assertEquals(given.askedAgain(), given.next("The refund is", List.of(), new Event.TextRejected(AT, "no")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusalIsNeverFollowedByTheSameRequest(Case given) {
        for (String text : List.of("I will not.", "")) {
            assertEquals(afterRefusal(given, text), given.next(text, List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusalWithCallsGoesTheSameWayOnceTheyAreRejected(Case given) {
        Call call = CALLS.get(0);
        for (String text : List.of("I will not.", "")) {
            assertEquals(afterRefusal(given, text), given.next(text, List.of(call), rejected(call)));
        }
    }

    private static Command afterRefusal(Case given, String text) {
        String reason = text.isEmpty() ? StopMessages.refused() : StopMessages.refused(text);
        if (given.onText() == OnText.WAIT && !text.isEmpty()) {
            return new Command.AwaitMessage();
        }
        return given.onFailures() == OnFailures.STOP
                ? new Command.Stop(StopCause.REFUSAL, reason)
                : new Command.AskPerson(reason);
    }

    @ParameterizedTest
    @EnumSource(OnText.class)
    void aPersonWhoWasAskedIsWaitedFor(OnText onText) {
        Case given = new Case(onText, OnFailures.ASK_PERSON, Budget.UNLIMITED, StopReason.REFUSAL);

        assertEquals(new Command.AwaitMessage(), given.next("", List.of(), new Event.PersonAsked(AT, "What now?")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theModelIsAskedAgainOnceAPersonHasSpoken(Case given) {
        Call call = CALLS.get(0);
        Event spoken = new Event.MessageReceived(AT, "It is for a test.");

        assertEquals(given.askedAgain(), given.next("I will not.", List.of(), spoken));
        assertEquals(given.askedAgain(), given.next("I will not.", List.of(call), rejected(call), spoken));
    }

    /** A person's message would have no effect. */
    @ParameterizedTest
    @EnumSource(OnText.class)
    void refusalWithUsedUpThreadAwaitsNoPerson(OnText onText) {
        Budget oneToken = Budget.UNLIMITED.withTokens(1);

        assertEquals(
                new Command.Stop(StopCause.BUDGET, StopMessages.tokensUsedUp(1)),
                new Case(onText, OnFailures.ASK_PERSON, oneToken, StopReason.REFUSAL).next("I will not.", List.of()));
    }

    /** A person's message begins a new turn. */
    @ParameterizedTest
    @EnumSource(OnText.class)
    void refusalWithUsedUpTurnAwaitsAPerson(OnText onText) {
        Budget oneCall = Budget.UNLIMITED.withModelCalls(1);
        Case given = new Case(onText, OnFailures.ASK_PERSON, oneCall, StopReason.REFUSAL);

        assertEquals(afterRefusal(given, "I will not."), given.next("I will not.", List.of()));
        assertEquals(
                new Command.AskModel(List.of(CLOSE.tool()), true, RequestOptions.NONE),
                given.next("I will not.", List.of(), new Event.MessageReceived(AT, "It is for a test.")));
    }

    /** Incomplete replies cost as much as complete ones. */
    @ParameterizedTest
    @MethodSource("unfinished")
    void incompleteReplyUsesUpTheTurn(Case given) {
        Case poor = new Case(given.onText(), given.onFailures(), Budget.UNLIMITED.withModelCalls(1), given.stop());

        assertEquals(
                new Command.AskPerson(StopMessages.turnSpent(StopMessages.requestsUsedUp(1))),
                poor.next("The refund is", List.of(), new Event.TextRejected(AT, "no")));
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void incompleteReplyUsesUpTheThread(Case given) {
        Case poor = new Case(given.onText(), given.onFailures(), Budget.UNLIMITED.withTokens(1), given.stop());

        assertEquals(
                new Command.Stop(StopCause.BUDGET, StopMessages.tokensUsedUp(1)),
                poor.next("The refund is", List.of(), new Event.TextRejected(AT, "no")));
    }

    @Test
    void aRefusalIsQuotedInPartIfItIsLong() {
        Case given = new Case(OnText.REJECT, OnFailures.STOP, Budget.UNLIMITED, StopReason.REFUSAL);

        Command.Stop stop = assertInstanceOf(Command.Stop.class, given.next("no ".repeat(1_000), List.of()));

        assertEquals(StopMessages.refused("").length() + 500, stop.reason().length());
    }

    private static Event rejected(Call call) {
        return new Event.CallRejected(AT, call.id(), "no");
    }
}
