package dev.escapement.run;

import static dev.escapement.fixture.Replies.stopped;
import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.internal.text.StopMessages;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.StopCause;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of rule 5: consecutive failures of all kinds are counted over the whole thread. At the limit the thread stops
 * or asks a person, as specified by the agent. The text about a failure is short.
 */
class FailureLimitTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep FAIL = TestStep.named("fail")
            .effect(Effect.READ)
            .body((text, context) -> {
                throw new IllegalStateException("no " + text);
            });
    private static final TestStep DECLINE =
            TestStep.named("decline").body((text, context) -> new Outcome.Failed("no " + text));
    private static final TestStep DENIED =
            TestStep.named("denied").gate((text, thread) -> Verdict.deny("Not on Fridays"));
    private static final TestStep UNCHECKED = TestStep.named("unchecked").gate((text, thread) -> {
        throw new IllegalStateException("no " + text);
    });
    private static final TestStep REVIEWED = TestStep.named("reviewed").asking("Run it?");
    private static final TestStep CHAIN = TestStep.named("chain").selects(FAIL);
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final TestStep ABANDON = TestStep.named("abandon").finishes();

    private static final TestLoop LOOP =
            TestLoop.of(WORK, FAIL, DECLINE, DENIED, UNCHECKED, REVIEWED, CHAIN, CLOSE, ABANDON);

    private static final ModelReply UNKNOWN = ModelReply.call("c1", "wrok", "{}");

    static Stream<ModelReply> failures() {
        return Stream.of(
                UNKNOWN,
                ModelReply.call("c1", "work", "{}"),
                ModelReply.calls(FAIL.call("c1", "x")),
                ModelReply.calls(UNCHECKED.call("c1", "x")),
                ModelReply.calls(CHAIN.call("c1", "x")),
                ModelReply.calls(CLOSE.call("c1", "x"), ABANDON.call("c2", "x")),
                ModelReply.calls(FAIL.call("c1", "x"), CLOSE.call("c2", "x")),
                ModelReply.calls(FAIL.call("c1", "x"), DECLINE.call("c2", "x")),
                ModelReply.text(" "),
                stopped(StopReason.LENGTH, ModelReply.text("It is")),
                stopped(StopReason.CONTENT_FILTER, ModelReply.text("")),
                stopped(StopReason.UNKNOWN, ModelReply.calls(WORK.call("c1", "x"), CLOSE.call("c2", "x"))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void threeRepliesThatFailOneAfterTheOtherStopTheThread(ModelReply failure) {
        ScriptedRun trial = ScriptedRun.of(LOOP, failure, failure, failure);

        AgentThread thread = trial.start();

        assertInstanceOf(Event.Stopped.class, thread.last());
        assertEquals(3, trial.model().requests().size());
    }

    /** Failures of all kinds share one count. */
    @Test
    void failuresOfDifferentKindsAreCountedTogether() {
        ScriptedRun trial = ScriptedRun.of(LOOP, UNKNOWN, ModelReply.text(""), ModelReply.calls(FAIL.call("c1", "x")));

        assertEquals(
                StopMessages.repliesFailed(3, ModelMessages.stepFailed("t1/3/c1-2")),
                assertInstanceOf(Event.Stopped.class, trial.start().last()).reason());
    }

    @Test
    void everyInventedNameOfAToolCounts() {
        ScriptedRun trial = ScriptedRun.of(
                LOOP,
                ModelReply.call("c1", "one", "{}"),
                ModelReply.call("c1", "two", "{}"),
                ModelReply.call("c1", "three", "{}"));

        assertInstanceOf(Event.Stopped.class, trial.start().last());
    }

    @Test
    void severalFaultsOfOneReplyAreOneFailure() {
        ModelReply twice = ModelReply.calls(FAIL.call("c1", "x"), new Call("c2", "wrok", "{}"));
        ScriptedRun trial = ScriptedRun.of(LOOP, twice, twice, ModelReply.text("I see."));

        assertEquals(new Command.AwaitMessage(), trial.loopAt(trial.start()));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void aReplyWithASuccessCountsAnew(ModelReply success) {
        ScriptedRun trial =
                ScriptedRun.of(LOOP, UNKNOWN, UNKNOWN, success, UNKNOWN, UNKNOWN, ModelReply.text("I see."));

        assertEquals(new Command.AwaitMessage(), trial.loopAt(trial.start()));
    }

    static Stream<ModelReply> successes() {
        return Stream.of(
                ModelReply.calls(WORK.call("c1", "x")),
                ModelReply.calls(WORK.call("c1", "x"), FAIL.call("c2", "x")),
                ModelReply.calls(new Call("c1", "wrok", "{}"), WORK.call("c2", "x")));
    }

    @Test
    void aPersonsMessageCountsAnew() {
        ScriptedRun trial = ScriptedRun.of(
                LOOP, UNKNOWN, UNKNOWN, ModelReply.text("Well?"), UNKNOWN, UNKNOWN, ModelReply.text("I see."));
        trial.start();

        AgentThread thread = trial.runner().reply("t1", "go on");

        assertEquals(new Command.AwaitMessage(), trial.loopAt(thread));
    }

    @ParameterizedTest
    @MethodSource("declined")
    void aDeclinedCallNeitherCountsNorCountsAnew(ModelReply declined) {
        ScriptedRun trial = ScriptedRun.of(LOOP, UNKNOWN, UNKNOWN, declined, declined, declined, UNKNOWN);

        AgentThread thread = trial.start();

        assertInstanceOf(Event.Stopped.class, thread.last());
        assertEquals(6, trial.model().requests().size());
    }

    static Stream<ModelReply> declined() {
        return Stream.of(ModelReply.calls(DECLINE.call("c1", "x")), ModelReply.calls(DENIED.call("c1", "x")));
    }

    /** A refusal by a person is neither a failure of the model nor a success. */
    @Test
    void aRefusalNeitherCountsNorCountsAnew() {
        ModelReply refused = ModelReply.calls(REVIEWED.call("c1", "x"));
        ScriptedRun trial = ScriptedRun.of(LOOP, UNKNOWN, UNKNOWN, refused, refused, UNKNOWN);
        trial.start();
        trial.runner().refuse("t1", "c1-3", ALICE, "too dear");

        AgentThread thread = trial.runner().refuse("t1", "c1-4", ALICE, "too dear");

        assertEquals(
                StopMessages.repliesFailed(
                        3,
                        ModelMessages.unknownTool(
                                "wrok",
                                List.of(
                                        "work",
                                        "fail",
                                        "decline",
                                        "denied",
                                        "unchecked",
                                        "reviewed",
                                        "chain",
                                        "close",
                                        "abandon"))),
                assertInstanceOf(Event.Stopped.class, thread.last()).reason());
    }

    @ParameterizedTest
    @EnumSource(OnFailures.class)
    void theLimitIsTheAgents(OnFailures onFailures) {
        TestLoop once = LOOP.with(new Policy(Budget.UNLIMITED, 1, onFailures, OnText.WAIT));

        assertEquals(
                1,
                events(ScriptedRun.of(once, UNKNOWN).start(), Event.ModelReplied.class)
                        .size());
    }

    @Test
    void anAgentMaySetNoLimit() {
        TestLoop patient = LOOP.with(new Policy(Budget.UNLIMITED, 0, OnFailures.STOP, OnText.WAIT));
        ScriptedRun trial =
                ScriptedRun.of(patient, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, ModelReply.text("I see."));

        assertEquals(new Command.AwaitMessage(), trial.loopAt(trial.start()));
    }

    @Test
    void pastTheLimitAPersonIsAskedOnceIfTheAgentSaysSo() {
        ScriptedRun trial =
                ScriptedRun.of(asksPerson(Budget.UNLIMITED), UNKNOWN, ModelReply.calls(FAIL.call("c1", "x")));

        AgentThread thread = trial.start();

        assertEquals(
                new Event.PersonAsked(
                        DeskRunners.AT, StopMessages.repliesFailed(2, ModelMessages.stepFailed("t1/2/c1-2"))),
                thread.last());
        assertEquals(new Command.AwaitMessage(), trial.next());
        assertEquals(thread, trial.runner().resume("t1"));
    }

    @Test
    void personsNoteIsShownAndResetsTheCount() {
        ScriptedRun trial = ScriptedRun.of(
                asksPerson(Budget.UNLIMITED),
                UNKNOWN,
                UNKNOWN,
                UNKNOWN,
                ModelReply.calls(WORK.call("c1", "x")),
                ModelReply.text("done"));
        trial.start();

        AgentThread thread = trial.runner().reply("t1", "Try work.");

        assertTrue(trial.lastRequest().contains(new Message.User("Try work.")));
        assertEquals(new Command.AwaitMessage(), trial.loopAt(thread));
        assertEquals(1, events(thread, Event.PersonAsked.class).size());
    }

    /** The model could not receive the person's reply. */
    @Test
    void usedUpTokensPreventTheQuestion() {
        ModelReply unknown = new ModelReply("", UNKNOWN.calls(), new Usage(9, 1));
        ScriptedRun trial = ScriptedRun.of(asksPerson(Budget.UNLIMITED.withTokens(20)), unknown, unknown);

        assertEquals(
                new Event.Stopped(DeskRunners.AT, "", StopCause.BUDGET, StopMessages.tokensUsedUp(20)),
                trial.start().last());
    }

    @Test
    void aTextWithoutACallCountsIfTheAgentRejectsIt() {
        TestLoop strict = LOOP.with(new Policy(Budget.UNLIMITED, 2, OnFailures.STOP, OnText.REJECT));
        ScriptedRun trial = ScriptedRun.of(strict, ModelReply.text("Hello!"), ModelReply.text("Hello?"));

        AgentThread thread = trial.start();

        assertEquals(List.of("ModelReplied", "TextRejected", "ModelReplied", "TextRejected", "Stopped"), kinds(thread));
        assertEquals(
                new Message.User(Rendering.notice(Rendering.ERROR + ModelMessages.NO_CALL)),
                trial.lastRequest().get(2));
    }

    @Test
    void anEmptyReplyIsRejectedWhateverTheAgentDoesWithText() {
        for (OnText onText : OnText.values()) {
            TestLoop once = LOOP.with(new Policy(Budget.UNLIMITED, 1, OnFailures.STOP, onText));

            assertEquals(
                    List.of(new Event.TextRejected(DeskRunners.AT, ModelMessages.EMPTY_REPLY)),
                    events(ScriptedRun.of(once, ModelReply.text("\n")).start(), Event.TextRejected.class));
        }
    }

    @Test
    void aTextFinishesTheThreadIfTheAgentSaysSo() {
        TestLoop talker = LOOP.with(new Policy(Budget.UNLIMITED, 3, OnFailures.STOP, OnText.FINISH));

        assertEquals(
                new Event.Finished(DeskRunners.AT, "", "\"All is \\\"well\\\".\""),
                ScriptedRun.of(talker, ModelReply.text("All is \"well\"."))
                        .start()
                        .last());
    }

    @Test
    void aTextWaitsForThePersonUnlessTheAgentSaysOtherwise() {
        ScriptedRun trial = ScriptedRun.of(LOOP, ModelReply.text("Which order?"));

        assertEquals(List.of("ModelReplied"), kinds(trial.start()));
        assertEquals(new Command.AwaitMessage(), trial.next());
    }

    @Test
    void whatTheModelIsToldOfAFaultIsShort() {
        ScriptedRun trial = ScriptedRun.of(
                LOOP,
                ModelReply.call("c1", "work", unknownProperties(1_000)),
                ModelReply.call("c2", "z".repeat(100_000), "{}"),
                ModelReply.text("I see."));

        trial.start();

        assertTrue(
                trial.answer("c1").text().length() <= 2_100, trial.answer("c1").text());
        assertTrue(
                trial.answer("c2").text().length() <= 2_100, trial.answer("c2").text());
    }

    private static String unknownProperties(int number) {
        StringBuilder arguments = new StringBuilder("{\"text\":\"x\"");
        for (int i = 0; i < number; i++) {
            arguments
                    .append(",\"unknown")
                    .append(i)
                    .append("\":\"")
                    .append("y".repeat(1_000))
                    .append('"');
        }
        return arguments.append('}').toString();
    }

    @Test
    void theReasonForWhichAThreadStopsIsOneShortLine() {
        TestLoop loop = LOOP.with(new Policy(Budget.UNLIMITED, 1, OnFailures.STOP, OnText.WAIT));

        AgentThread thread = ScriptedRun.of(loop, ModelReply.call("c1", "work", unknownProperties(200)))
                .start();

        assertTrue(
                events(thread, Event.CallRejected.class).get(0).reason().lines().count() > 1);
        String reason = assertInstanceOf(Event.Stopped.class, thread.last()).reason();
        assertEquals(1, reason.lines().count());
        assertFalse(reason.contains("\\n"), reason); // a space separates the lines
        assertTrue(reason.length() < 600, reason);
    }

    @Test
    void undeclaredExceptionIsANeutralSentence() {
        TestStep broken = TestStep.named("broken").effect(Effect.READ).body((text, context) -> {
            throw new IllegalStateException("password=hunter2", new RuntimeException("SELECT *"));
        });
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(broken), ModelReply.calls(broken.call("c1", "x")), ModelReply.text("I see."));

        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            trial.start();
            String entry = log.entries().get(0).message();
            assertTrue(entry.startsWith(RunMessages.stepFailed("broken", "t1/1/c1")), entry);
        }

        assertEquals(
                new Message.ToolAnswer(
                        "c1", Rendering.notice(Rendering.ERROR + ModelMessages.stepFailed("t1/1/c1")), true),
                trial.answer("c1"));
    }

    private static TestLoop asksPerson(Budget budget) {
        return LOOP.with(new Policy(budget, 2, OnFailures.ASK_PERSON, OnText.WAIT));
    }
}
