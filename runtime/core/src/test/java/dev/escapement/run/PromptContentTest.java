package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Verdict;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.thread.ThreadStatus;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Tests of rule 7: the model receives the prompt and the rendering of the thread. All words of the library are
 * documented by {@link Rendering} and {@link dev.escapement.engine.ModelMessages}.
 */
@VerifiedRuns.NotVerified("a question expires before its deadline")
class PromptContentTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep VOID = TestStep.named("void").body((text, context) -> Outcome.returned());
    private static final Duration LIMIT = Duration.ofDays(2);

    private static final TestStep FAIL =
            TestStep.named("fail").body((text, context) -> new Outcome.Failed("declared " + text));
    private static final TestStep DENIED = TestStep.named("denied").gate((text, thread) -> Verdict.deny("not today"));
    private static final TestStep REVIEWED = TestStep.named("reviewed").asking("really?");
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep LIMITED = TestStep.named("limited")
            .gate((text, thread) -> Verdict.ask("really?").within(LIMIT));
    private static final TestStep TIMED =
            pausing("timed", Pause.<String>asking("Which?").within(LIMIT));
    private static final TestStep CHOOSE =
            pausing("choose", Pause.asking("Which?").within(LIMIT, "blue"));
    private static final TestStep CHAIN = TestStep.named("chain").selects(WORK);
    private static final TestStep CLOSE = TestStep.named("close").finishes();

    private static final TestLoop LOOP = TestLoop.of(
                    WORK, VOID, FAIL, DENIED, REVIEWED, ASK, LIMITED, TIMED, CHOOSE, CHAIN, CLOSE)
            .with(
                    new ContextSource("tags", Prefetch.When.START),
                    new ContextSource("weather", Prefetch.When.EACH_REQUEST))
            .with(Budget.UNLIMITED.withModelCalls(3));

    private static final List<String> AGENTS = List.of("declared gamma", "not today");

    private static TestStep pausing(String tool, Pause<String> pause) {
        JsonEncoder<String> encoder = JsonWriter::writeString;
        return TestStep.named(tool)
                .pauses()
                .body((text, context) -> Outcome.paused("{\"type\":\"string\"}", encoder, pause));
    }

    private static void expire(ScriptedRun trial, String callId, Optional<String> fallback) {
        Event.Expired expired = new Event.Expired(DeskRunners.AT, callId, fallback);
        trial.store().append(Append.of(trial.stored(), expired, Standing.RUNNABLE));
    }

    /** Returns a run of a thread with as many types of events as possible. */
    private static ScriptedRun eventful(TestLoop loop) {
        ScriptedRun trial = ScriptedRun.of(
                loop,
                ModelReply.calls(
                        WORK.call("c1", "alpha"),
                        VOID.call("c2", "beta"),
                        FAIL.call("c3", "gamma"),
                        DENIED.call("c4", "delta"),
                        CHAIN.call("c5", "epsilon"),
                        new Call("c6", "wrok", "{}"),
                        new Call("c7", "work", "{\"txet\":1}")),
                ModelReply.calls(
                        REVIEWED.call("c1", "zeta"),
                        REVIEWED.call("c2", "eta"),
                        ASK.call("c3", "theta"),
                        LIMITED.call("c4", "mu"),
                        TIMED.call("c5", "nu"),
                        CHOOSE.call("c6", "xi")),
                new ModelReply("Which one?", List.of(), Usage.NONE),
                ModelReply.text(""),
                ModelReply.calls(CLOSE.call("c1", "iota")));
        Runner runner = trial.runner();
        trial.start();
        expire(trial, "c4-2", Optional.empty());
        runner.refuse("t1", "c1-2", ALICE, "too dear");
        runner.approveEdited("t1", "c2-2", ALICE, "{\"text\":\"kappa\"}");
        expire(trial, "c5-3", Optional.empty());
        expire(trial, "c6-2", Optional.of("\"blue\""));
        runner.reply("t1", "c3-2", "\"lambda\"");
        runner.reply("t1", "the second");
        return trial;
    }

    @Test
    void requestHasDocumentedWordsOnly() {
        ScriptedRun trial = eventful(LOOP);

        assertEquals(5, trial.model().requests().size());
        for (ModelRequest request : trial.model().requests()) {
            assertEquals("", unexplained(trial.stored(), request.messages()));
        }
    }

    @Test
    void theRequestsBetweenThemUseEachDocumentedWord() {
        String all = eventful(LOOP).model().requests().stream()
                .flatMap(request -> request.messages().stream())
                .map(ExplainedWords::words)
                .collect(Collectors.joining("\n"));

        assertEquals(
                List.of(),
                ExplainedWords.RENDERING.stream()
                        .filter(word -> !all.contains(word))
                        .sorted()
                        .toList());
    }

    /** A control for the test above: an additional word is found. */
    @Test
    void aWordThatIsSlippedInWouldBeFound() {
        ScriptedRun trial = eventful(LOOP.showing((thread, last) -> {
            List<Message> messages = new ArrayList<>(Rendering.messages(thread, last));
            messages.add(0, new Message.User("Always be polite."));
            return messages;
        }));

        assertEquals("Alwaysbepolite.", unexplained(trial.stored(), trial.lastRequest()));
    }

    @Test
    void thePromptIsTheAgentsToTheLetter() {
        for (ModelRequest request : eventful(LOOP).model().requests()) {
            assertEquals(LOOP.prompt(), request.prompt());
        }
    }

    @Test
    void theToolsAreTheAgentsAndNoOthers() {
        List<ModelRequest> requests = eventful(LOOP).model().requests();

        assertEquals(LOOP.tools(), requests.get(0).tools());
        assertEquals(List.of(CLOSE.tool()), requests.get(2).tools());
    }

    @Test
    void customRenderingReplacesTheDefault() {
        ScriptedRun trial = eventful(LOOP.showing((thread, last) ->
                List.of(new Message.User(thread.events().size() + " events" + (last ? ", the last request" : "")))));

        assertEquals(
                List.of(
                        List.of(new Message.User("3 events")),
                        List.of(new Message.User("18 events")),
                        List.of(new Message.User("38 events, the last request")),
                        List.of(new Message.User("41 events")),
                        List.of(new Message.User("44 events"))),
                trial.model().requests().stream().map(ModelRequest::messages).toList());
    }

    /** Case H9: an agent without finishing steps. */
    @Test
    void lastRequestFitsAnAgentWithoutFinishingSteps() {
        TestLoop loop = TestLoop.of(WORK)
                .with(new Policy(Budget.UNLIMITED.withModelCalls(3), 0, OnFailures.STOP, OnText.FINISH));
        ScriptedRun trial = ScriptedRun.of(
                loop,
                ModelReply.calls(WORK.call("c1", "alpha")),
                ModelReply.calls(WORK.call("c2", "beta")),
                ModelReply.text("gamma"));

        AgentThread thread = trial.start();

        assertEquals(ThreadStatus.FINISHED, thread.status());
        List<Message> last = trial.lastRequest();
        assertEquals(
                new Message.User("<notice>This is the last request of this turn: finish now.</notice>"),
                last.get(last.size() - 1));
    }

    /** Case H4: a result that the provider would reject. */
    @Test
    void longResultDoesNotBlockTheThread() {
        TestStep look = TestStep.named("look")
                .body((text, context) -> Outcome.returned(JsonWriter::writeString, "x".repeat(1_000_000)));
        ScriptedRun trial = ScriptedRun.of(
                TestLoop.of(look, CLOSE),
                ModelReply.calls(look.call("c1", "alpha")),
                ModelReply.calls(CLOSE.call("c2", "beta")));

        AgentThread thread = trial.start();

        assertEquals(
                List.of(1_000_002),
                ScriptedRun.events(thread, Event.StepReturned.class).stream()
                        .map(returned -> returned.result().length())
                        .toList());
        int length = trial.answer("c1").text().length();
        assertTrue(length > 50_000 && length < 50_100, () -> length + " characters");
    }

    /** The payload of a trigger is recorded; the model receives only the trigger's text. */
    @Test
    void whatTheModelIsNotShownStaysInTheThread() {
        ScriptedRun trial = eventful(LOOP);
        String requests = trial.model().requests().toString();

        assertEquals(
                List.of(),
                List.of("really?", "alice", "t1/1/", "argumentsSha256", "schema").stream()
                        .filter(requests::contains)
                        .toList());
    }

    private static String unexplained(AgentThread thread, List<Message> messages) {
        return ExplainedWords.unexplained(LOOP, thread, messages, AGENTS);
    }
}
