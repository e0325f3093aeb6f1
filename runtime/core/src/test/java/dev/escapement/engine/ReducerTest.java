package dev.escapement.engine;

import static dev.escapement.codegen.DecodingSupport.missing;
import static dev.escapement.codegen.DecodingSupport.string;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.fixture.Desk;
import dev.escapement.fixture.DeskLoop;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.Violation;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the next command for every state of a thread. */
class ReducerTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");
    private static final AgentLoop LOOP = new DeskLoop(new Desk());

    private static final List<String> TOOLS = List.of("look_up", "note", "ping", "close", "abandon");

    private static final Command ASK = new Command.AskModel(LOOP.tools(), false, RequestOptions.NONE);

    private static final Call LOOK_UP = new Call("c1", "look_up", "{\"order\":\"A-1\",\"lines\":2}");
    private static final Call NOTE = new Call("c2", "note", "{\"text\":\"x\"}");
    private static final Call PING = new Call("c7", "ping", "{}");
    private static final Call CLOSE = new Call("c3", "close", "{\"summary\":\"x\"}");
    private static final Call ABANDON = new Call("c4", "abandon", "{\"reason\":\"x\"}");
    private static final Call UNKNOWN = new Call("c5", "look_upp", "{}");
    private static final Call BAD_CLOSE = new Call("c6", "close", "{}");

    @Test
    void aStartedThreadAsksTheModel() {
        assertEquals(ASK, next());
    }

    @Test
    void aReplyWithoutCallsWaitsForThePerson() {
        assertEquals(new Command.AwaitMessage(), next(said("Which order?")));
    }

    @Test
    void thePersonsReplyGoesToTheModel() {
        assertEquals(ASK, next(said("Which order?"), new Event.MessageReceived(AT, "A-1")));
    }

    @Test
    void aCallIsRun() {
        assertEquals(
                new Command.RunStep(LOOK_UP, Effect.READ, Flow.RETURNS, new StepContext("t1", "c1", "t1/1/c1"), 1, 1),
                next(replied(LOOK_UP)));
    }

    @Test
    void aRunTellsTheEffectOfItsStep() {
        assertEquals(
                new Command.RunStep(NOTE, Effect.WRITE, Flow.RETURNS, new StepContext("t1", "c2", "t1/1/c2"), 1, 1),
                next(replied(NOTE)));
    }

    @Test
    void theNextCallOfAReplyFollowsTheAnswerOfTheFirst() {
        assertEquals(NOTE, run(replied(LOOK_UP, NOTE), returned(LOOK_UP)));
    }

    @Test
    void callsWithAnEffectRunInTheModelsOrder() {
        assertEquals(NOTE, run(replied(NOTE, PING)));
        assertEquals(PING, run(replied(PING, NOTE)));
        assertEquals(NOTE, run(replied(PING, NOTE), started(PING), returned(PING)));
    }

    @Test
    void readOnlyCallRunsBeforeCallsWithAnEffect() {
        assertEquals(LOOK_UP, run(replied(NOTE, LOOK_UP)));
        assertEquals(NOTE, run(replied(NOTE, LOOK_UP), returned(LOOK_UP)));
    }

    @Test
    void aFailedCallDoesNotStopTheOthers() {
        assertEquals(NOTE, run(replied(LOOK_UP, NOTE), failed(LOOK_UP)));
    }

    @Test
    void aRejectedCallDoesNotStopTheOthers() {
        assertEquals(NOTE, run(replied(UNKNOWN, NOTE), rejected(UNKNOWN)));
    }

    @Test
    void anAnsweredReplyGoesToTheModel() {
        assertEquals(ASK, next(replied(LOOK_UP), started(LOOK_UP), returned(LOOK_UP)));
    }

    @Test
    void aFailedStepGoesToTheModel() {
        assertEquals(ASK, next(replied(LOOK_UP), started(LOOK_UP), failed(LOOK_UP)));
    }

    @Test
    void anUnknownToolIsRejectedWithTheToolsThatThereAre() {
        assertEquals(
                new Command.RejectCall(UNKNOWN, ModelMessages.unknownTool("look_upp", TOOLS)), next(replied(UNKNOWN)));
    }

    @Test
    void anUnknownToolIsNamedOnOneLineAndShortened() {
        Call hostile = new Call("c1", "\u001b[2J\n" + "x".repeat(1_000), "{}");

        assertEquals(
                new Command.RejectCall(
                        hostile, ModelMessages.unknownTool("\\u001b[2J\\n" + "x".repeat(52) + "…", TOOLS)),
                next(replied(hostile)));
    }

    @Test
    void invalidArgumentsAreRejectedWithAllViolations() {
        Call wrong = new Call("c1", "look_up", "{\"lines\":\"two\",\"odrer\":\"A-1\"}");

        Decoded.Rejected<?> everything = new Decoded.Rejected<>(List.of(
                new Violation("$.lines", ViolationMessages.INTEGER, string("two")),
                new Violation(
                        "$.odrer",
                        ViolationMessages.UNKNOWN_PROPERTY + ViolationMessages.meant("\"order\""),
                        string("A-1")),
                missing("$.order")));
        assertEquals(new Command.RejectCall(wrong, everything.feedback("look_up")), next(replied(wrong)));
    }

    @Test
    void aRejectionOfManyFaultsIsCutBetweenLines() {
        StringBuilder arguments = new StringBuilder("{\"order\":\"A-1\",\"lines\":2");
        for (int i = 10; i < 99; i++) {
            arguments.append(",\"unknown").append(i).append("\":0");
        }
        Call wrong = new Call("c1", "look_up", arguments.append('}').toString());

        String reason =
                assertInstanceOf(Command.RejectCall.class, next(replied(wrong))).reason();

        List<String> shown = reason.lines()
                .filter(line -> line.contains("unknown"))
                .map(line -> line.substring(0, "$.unknown10".length()))
                .toList();
        assertEquals("$.unknown10", shown.get(0));
        assertTrue(shown.size() > 10 && shown.size() < 89, reason);
        assertEquals(
                new Violation("$.unknown" + (9 + shown.size()), ViolationMessages.UNKNOWN_PROPERTY, "0").toString(),
                reason.lines().toList().get(shown.size()));
        assertEquals(shown.size() + 2, reason.lines().count());
    }

    @Test
    void aCallThatFinishesComesLast() {
        assertEquals(LOOK_UP, run(replied(CLOSE, LOOK_UP)));
    }

    @Test
    void aCallThatFinishesRunsOnceAllOthersSucceeded() {
        assertEquals(CLOSE, run(replied(CLOSE, LOOK_UP), started(LOOK_UP), returned(LOOK_UP)));
    }

    @Test
    void aCallThatFinishesAloneIsRun() {
        assertEquals(CLOSE, run(replied(CLOSE)));
    }

    @Test
    void aCallThatFinishesIsNotRunIfAnotherFailed() {
        assertEquals(
                new Command.RejectCall(CLOSE, ModelMessages.OTHERS_FAILED, false),
                next(replied(CLOSE, LOOK_UP), started(LOOK_UP), failed(LOOK_UP)));
    }

    @Test
    void aCallThatFinishesIsNotRunIfAnotherWasRejected() {
        assertEquals(
                new Command.RejectCall(CLOSE, ModelMessages.OTHERS_FAILED, false),
                next(replied(UNKNOWN, CLOSE), rejected(UNKNOWN)));
    }

    @Test
    void aCallThatFinishesIsNotRunIfAnotherOneWasWrong() {
        assertEquals(
                new Command.RejectCall(CLOSE, ModelMessages.OTHERS_FAILED, false),
                next(replied(CLOSE, BAD_CLOSE), rejected(BAD_CLOSE)));
    }

    @Test
    void ofTwoCallsThatFinishTheFirstIsNotRun() {
        assertEquals(new Command.RejectCall(CLOSE, ModelMessages.TWO_ENDS), next(replied(CLOSE, ABANDON)));
    }

    @Test
    void secondFinishingCallIsNotRun() {
        assertEquals(
                new Command.RejectCall(ABANDON, ModelMessages.TWO_ENDS),
                next(replied(CLOSE, ABANDON), rejected(CLOSE)));
    }

    @Test
    void twoCallsThatFinishAskTheModelAgain() {
        assertEquals(ASK, next(replied(CLOSE, ABANDON), rejected(CLOSE), rejected(ABANDON)));
    }

    @Test
    void aFailedEndGoesToTheModel() {
        assertEquals(ASK, next(replied(CLOSE), started(CLOSE), failed(CLOSE)));
    }

    @Test
    void aFinishedThreadStops() {
        assertEquals(
                new Command.Rest(), next(replied(CLOSE), started(CLOSE), new Event.Finished(AT, CLOSE.id(), "\"x\"")));
    }

    @ParameterizedTest
    @MethodSource("unfinished")
    void aStoppedThreadStopsWhereverItWas(List<Event> events) {
        List<Event> stopped = new ArrayList<>(events);
        stopped.add(new Event.Stopped(AT, "", StopCause.CANCELLED, "enough"));

        assertEquals(new Command.Rest(), next(stopped.toArray(Event[]::new)));
    }

    static Stream<List<Event>> unfinished() {
        return Stream.of(
                List.of(),
                List.of(replied()),
                List.of(replied(LOOK_UP, NOTE)),
                List.of(replied(LOOK_UP, NOTE), started(LOOK_UP)),
                List.of(replied(LOOK_UP, NOTE), started(LOOK_UP), returned(LOOK_UP)));
    }

    @Test
    void aStepWhoseOutcomeIsUnknownRunsAgainWithTheSameKey() {
        assertEquals(
                new Command.RunStep(NOTE, Effect.WRITE, Flow.RETURNS, new StepContext("t1", "c2", "key"), 2, 1),
                next(replied(NOTE), started(NOTE)));
    }

    @Test
    void theSameCallIdInTwoRepliesGetsTwoKeys() {
        assertNotEquals(
                key(next(replied(NOTE))), key(next(replied(NOTE), started(NOTE), returned(NOTE), replied(NOTE))));
    }

    @Test
    void answerToEarlierCallOfSameIdIsNotReused() {
        assertEquals(NOTE, run(replied(NOTE), started(NOTE), returned(NOTE), replied(NOTE)));
    }

    @Test
    void twoThreadsAndCallsNeverShareAKey() {
        Call slashed = new Call("2/c", "note", NOTE.arguments());
        Call plain = new Call("c", "note", NOTE.arguments());

        AgentThread outer = new AgentThread("a", List.of(new Event.Started(AT, "Desk", "x"), replied(slashed)));
        AgentThread inner =
                new AgentThread("a/1", List.of(new Event.Started(AT, "Desk", "x"), replied(), replied(plain)));

        assertNotEquals(key(LOOP.next(outer)), key(LOOP.next(inner)));
    }

    @Test
    void theSameThreadGivesAnEqualCommand() {
        assertEquals(next(replied(LOOK_UP, UNKNOWN)), next(replied(LOOK_UP, UNKNOWN)));
    }

    @Test
    void aThreadWithAnAnswerButNoReplyIsBroken() {
        assertThrows(IllegalStateException.class, () -> next(returned(NOTE)));
        assertEquals(Optional.of("c2"), thread(returned(NOTE)).state().brokenBy());
    }

    private static Command next(Event... events) {
        return LOOP.next(thread(events));
    }

    private static AgentThread thread(Event... events) {
        AgentThread thread = new AgentThread("t1", List.of(new Event.Started(AT, "Desk", "hello")));
        for (Event event : events) {
            thread = thread.with(event);
        }
        return thread;
    }

    /** Returns the call of the next command, which must run a step. */
    private static Call run(Event... events) {
        return assertInstanceOf(Command.RunStep.class, next(events)).call();
    }

    private static String key(Command command) {
        return assertInstanceOf(Command.RunStep.class, command).context().idempotencyKey();
    }

    private static Event replied(Call... calls) {
        return new Event.ModelReplied(AT, "", List.of(calls), Usage.NONE);
    }

    private static Event said(String text) {
        return new Event.ModelReplied(AT, text, List.of(), Usage.NONE);
    }

    private static Event started(Call call) {
        return new Event.StepStarted(AT, call.id(), Effect.WRITE, "key", 1, "returns");
    }

    private static Event returned(Call call) {
        return new Event.StepReturned(AT, call.id(), "1");
    }

    private static Event failed(Call call) {
        return new Event.StepFailed(AT, call.id(), "no", true);
    }

    private static Event rejected(Call call) {
        return new Event.CallRejected(AT, call.id(), "no");
    }
}
