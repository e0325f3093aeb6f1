package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.StepContext;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Reducer;
import dev.escapement.engine.ResultException;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Append;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the time limits of questions, from the methods of an agent to the answers that the model receives. */
class TimedQuestionsTest {

    private static final Optional<Duration> LIMIT = Optional.of(TimedQuestions.LIMIT);

    private final TimedQuestionsLoop loop = new TimedQuestionsLoop(new TimedQuestions());
    private final ThreadStore store = new InMemoryThreadStore();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ask_room  | {}                 | {"beds":2,"name":"blue"}
                    ask_code  | {"fallback":"abc"} | "abc"
                    ask_names | {}                 | []
                    """)
    void pauseHasItsLimitAndEncodedFallback(String tool, String arguments, String fallback) throws Exception {
        Outcome.Paused paused = assertInstanceOf(Outcome.Paused.class, run(tool, arguments));

        assertEquals(LIMIT, paused.limit());
        assertEquals(Optional.of(fallback), paused.fallback());
        assertEquals(loop.replySchema(tool), paused.schema());
    }

    @Test
    void pauseWithoutFallbackHasItsLimit() throws Exception {
        assertEquals(
                new Outcome.Paused("Which guest?", "{\"type\":\"string\"}", LIMIT, Optional.empty()),
                run("ask_guest", "{}"));
    }

    @Test
    void fallbackThatViolatesTheReplyIsRefused() {
        ResultException refusal = assertThrows(ResultException.class, () -> run("ask_code", "{\"fallback\":\"abcd\"}"));

        assertTrue(refusal.getMessage().contains("fallback"), refusal::getMessage);
        assertInstanceOf(IllegalArgumentException.class, refusal.getCause());
    }

    @Test
    void fallbackWithFileIsRefused() {
        ResultException refusal = assertThrows(ResultException.class, () -> run("ask_scan", "{}"));

        assertTrue(refusal.getMessage().contains("file"), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"100, 4", "101, 1"})
    void firstQuestionHasTheShortestLimitOfAllGates(long cents, int hours) throws Exception {
        Call call = new Call("c", "pay", "{\"cents\":" + cents + "}");

        assertEquals(
                Verdict.ask("Pay " + cents + "?").within(Duration.ofHours(hours)),
                loop.review(call, thread(ModelReply.call("c", "close", "{}"))));
    }

    @Test
    void expiredReplyIsAnsweredWithItsFallback() {
        assertEquals(
                List.of(Rendering.notice(Rendering.FALLBACK) + "\n{\"beds\":2,\"name\":\"blue\"}"),
                answersAfterExpiry(ModelReply.call("c", "ask_room", "{}")));
    }

    @Test
    void expiredReplyWithoutFallbackIsAnsweredWithNotice() {
        assertEquals(
                List.of(Rendering.notice(Rendering.NO_REPLY)),
                answersAfterExpiry(ModelReply.call("c", "ask_guest", "{}")));
    }

    @Test
    void expiredApprovalDoesNotRunTheStep() {
        List<String> answers = answersAfterExpiry(ModelReply.call("c", "pay", "{\"cents\":5}"));

        assertEquals(List.of(Rendering.notice(Rendering.NO_DECISION)), answers);
        assertEquals(
                0,
                store.load("t").orElseThrow().events().stream()
                        .filter(event -> event instanceof Event.StepStarted started
                                && started.callId().equals("c"))
                        .count());
    }

    @Test
    void fallbackAnswersCallThatStepSelected() {
        List<String> answers = answersAfterExpiry(ModelReply.call("c", "choose_room", "{}"));

        assertEquals(1, answers.size());
        assertTrue(
                answers.get(0).endsWith(Rendering.notice(Rendering.FALLBACK) + "\n{\"beds\":2,\"name\":\"blue\"}"),
                answers::toString);
    }

    @Test
    void selectedPauseWithoutFallbackFails() {
        AgentThread thread = thread(ModelReply.call("c", "choose_guest", "{}"));

        List<Event.StepFailed> failures = thread.events().stream()
                .filter(Event.StepFailed.class::isInstance)
                .map(Event.StepFailed.class::cast)
                .toList();
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).message().startsWith("The question was not asked"), failures::toString);
        assertInstanceOf(Event.Finished.class, thread.last());
    }

    /** Returns the thread after the first reply of the model, and after "close" if it does not wait. */
    private AgentThread thread(ModelReply reply) {
        return runner(reply).start("t", "Go");
    }

    private Runner runner(ModelReply reply) {
        return Runner.of(loop)
                .model(ScriptedModel.of(reply, ModelReply.call("e", "close", "{}")))
                .store(store)
                .build();
    }

    /** Returns the answers to the call of a reply whose question has expired. */
    private List<String> answersAfterExpiry(ModelReply reply) {
        Runner runner = runner(reply);
        AgentThread waiting = runner.start("t", "Go");
        Instant deadline = waiting.state().reply().calls().get(0).deadline().orElseThrow();
        Event expired = Reducer.expired(waiting, deadline).orElseThrow();
        store.append(Append.of(waiting, expired, Standing.RUNNABLE));
        AgentThread ended = runner.resume("t");
        assertInstanceOf(Event.Finished.class, ended.last());
        return Rendering.messages(ended, false).stream()
                .filter(message -> message instanceof Message.ToolAnswer answer
                        && answer.callId().equals("c"))
                .map(message -> ((Message.ToolAnswer) message).text())
                .toList();
    }

    private Outcome run(String tool, String arguments) throws Exception {
        return loop.run(new Call("c", tool, arguments), new StepContext("t", "c", "t/c"));
    }
}
