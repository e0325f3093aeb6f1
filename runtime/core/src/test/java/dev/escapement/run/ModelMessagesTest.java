package dev.escapement.run;

import static dev.escapement.fixture.Replies.stopped;
import static dev.escapement.run.ScriptedRun.upTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.EventFactory;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.json.JsonEncoder;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.StopReason;
import dev.escapement.testing.GoldenMessages;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of rule 7 for failures: each reason of the library is a sentence of {@link ModelMessages} or the feedback
 * about rejected arguments. {@link PromptContentTest} covers threads without failures.
 */
@VerifiedRuns.NotVerified("another release recorded the first events")
class ModelMessagesTest {

    private static final JsonEncoder<String> STRING = JsonWriter::writeString;
    private static final Policy PATIENT = new Policy(Budget.UNLIMITED, 0, OnFailures.STOP, OnText.REJECT);

    private static final Policy ASKING = new Policy(Budget.UNLIMITED, 0, OnFailures.ASK_PERSON, OnText.REJECT);

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep REVIEWED = WORK.asking("really?");
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final TestStep BROKEN = TestStep.named("broken").body((text, context) -> {
        throw new IllegalStateException("password=hunter2");
    });
    private static final TestStep BROKEN_READ = TestStep.named("broken_read")
            .effect(Effect.READ)
            .body((text, context) -> {
                throw new IllegalStateException("password=hunter2");
            });
    private static final TestStep NULL = TestStep.named("null").body((text, context) -> Outcome.returned(STRING, null));
    private static final TestStep SILENT =
            TestStep.named("silent").pauses().body((text, context) -> Outcome.paused("{}", STRING, null));
    private static final TestStep NAMELESS =
            TestStep.named("nameless").body((text, context) -> Outcome.failed(new NoSuchElementException()));
    private static final TestStep BAD_GATE = TestStep.named("bad_gate").gate((text, thread) -> {
        throw new IllegalStateException("password=hunter2");
    });

    private final RecordedLog log = RecordedLog.of(AgentInvoker.class);

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    /** A loop and one of its threads, which has ended. */
    private record Told(TestLoop loop, ScriptedRun trial) {

        List<ModelRequest> requests() {
            return trial.model().requests();
        }
    }

    private static Told failures() {
        TestLoop loop = TestLoop.of(WORK, BROKEN, BROKEN_READ, NULL, NAMELESS, BAD_GATE, CLOSE)
                .with(PATIENT)
                .with(new ContextSource("tags", Prefetch.When.START))
                .fetching((source, thread) -> {
                    throw new IllegalStateException("password=hunter2");
                });
        ScriptedRun trial = ScriptedRun.of(
                loop,
                ModelReply.text(""),
                ModelReply.text("hm"),
                ModelReply.calls(
                        BROKEN.call("c1", "alpha"),
                        NULL.call("c2", "beta"),
                        NAMELESS.call("c3", "gamma"),
                        BAD_GATE.call("c4", "delta"),
                        WORK.call("c5", "epsilon"),
                        new Call("c6", "wrok", "{}"),
                        CLOSE.call("c7", "eta"),
                        BROKEN_READ.call("c8", "zeta")),
                ModelReply.calls(CLOSE.call("c9", "theta"), CLOSE.call("c10", "iota")),
                ModelReply.calls(CLOSE.call("c11", "kappa")));
        trial.start();
        return new Told(loop, trial);
    }

    private static Told silentPause() {
        TestLoop loop = TestLoop.of(SILENT, CLOSE);
        ScriptedRun trial = ScriptedRun.of(
                loop, ModelReply.calls(SILENT.call("c1", "alpha")), ModelReply.calls(CLOSE.call("c2", "beta")));
        trial.start();
        return new Told(loop, trial);
    }

    private static Told lastStep() {
        TestLoop loop = TestLoop.of(WORK, CLOSE).with(Budget.UNLIMITED.withSteps(2));
        ScriptedRun trial = ScriptedRun.of(
                loop,
                ModelReply.calls(WORK.call("c1", "alpha"), WORK.call("c2", "beta")),
                ModelReply.calls(CLOSE.call("c3", "gamma")));
        trial.start();
        return new Told(loop, trial);
    }

    private static Told anotherRelease() {
        ScriptedRun first =
                ScriptedRun.of(TestLoop.of(REVIEWED, CLOSE), ModelReply.calls(REVIEWED.call("c1", "alpha")));
        first.start();
        TestLoop release = TestLoop.of(REVIEWED.understanding(text -> text + " and more"), CLOSE);
        ScriptedRun then = ScriptedRun.after(
                upTo(first.stored(), Event.ApprovalAsked.class), release, ModelReply.calls(CLOSE.call("c2", "beta")));
        then.runner().resume("t1");
        return new Told(release, then);
    }

    private static Told withdrawnQuestion() {
        ScriptedRun first = ScriptedRun.of(TestLoop.of(ASK, CLOSE), ModelReply.calls(ASK.call("c1", "alpha")));
        first.start();
        TestLoop release = TestLoop.of(TestStep.named("ask"), CLOSE);
        ScriptedRun then = first.another(release, ModelReply.calls(CLOSE.call("c2", "beta")));
        then.runner().resume("t1");
        return new Told(release, then);
    }

    private static Told messageBeforeTheEnd() {
        TestLoop loop = TestLoop.of(ASK, CLOSE);
        ScriptedRun trial = ScriptedRun.of(
                loop,
                ModelReply.calls(ASK.call("c1", "alpha"), CLOSE.call("c2", "beta")),
                ModelReply.calls(CLOSE.call("c3", "gamma")));
        trial.start();
        trial.runner().reply("t1", "delta");
        trial.runner().reply("t1", "c1", "\"epsilon\"");
        return new Told(loop, trial);
    }

    private static Told tooManyCalls() {
        TestLoop loop = TestLoop.of(WORK, CLOSE).with(PATIENT);
        Call[] calls = new Call[EventFactory.MAX_CALLS + 1];
        Arrays.setAll(calls, i -> WORK.call("c" + i, "alpha"));
        ScriptedRun trial = ScriptedRun.of(loop, ModelReply.calls(calls), ModelReply.calls(CLOSE.call("c1", "beta")));
        trial.start();
        return new Told(loop, trial);
    }

    private static Told defectiveRecord() {
        TestStep defective = REVIEWED.unwritable();
        TestLoop loop = TestLoop.of(defective, CLOSE).with(PATIENT);
        ScriptedRun trial = ScriptedRun.of(
                loop, ModelReply.calls(WORK.call("c1", "alpha")), ModelReply.calls(CLOSE.call("c1", "beta")));
        trial.start();
        return new Told(loop, trial);
    }

    private static Told incompleteReplies() {
        TestLoop loop = TestLoop.of(WORK, CLOSE).with(ASKING);
        ModelReply call = ModelReply.calls(WORK.call("c1", "alpha"));
        ScriptedRun trial = ScriptedRun.of(
                loop,
                stopped(StopReason.LENGTH, call),
                stopped(StopReason.CONTENT_FILTER, ModelReply.text("beta")),
                stopped(StopReason.UNKNOWN, ModelReply.text("gamma")),
                stopped(StopReason.REFUSAL, call),
                ModelReply.calls(CLOSE.call("c2", "delta")));
        trial.start();
        trial.runner().reply("t1", "epsilon");
        return new Told(loop, trial);
    }

    private static List<Told> all() {
        return List.of(
                failures(),
                silentPause(),
                lastStep(),
                anotherRelease(),
                withdrawnQuestion(),
                messageBeforeTheEnd(),
                tooManyCalls(),
                defectiveRecord(),
                incompleteReplies());
    }

    @Test
    void eachReasonIsInTheCatalogue() {
        for (Told told : all()) {
            for (ModelRequest request : told.requests()) {
                assertEquals(
                        "",
                        ExplainedWords.unexplained(
                                told.loop(),
                                told.trial().stored(),
                                request.messages(),
                                List.of("NoSuchElementException")));
            }
        }
    }

    @Test
    void eachSentenceOfTheCatalogueIsReadWhereItSays() {
        List<String> catalogue = new ArrayList<>(ExplainedWords.CONSTANT);
        catalogue.addAll(List.of(
                ModelMessages.mayHaveTakenEffect("t1/3/c1"),
                ModelMessages.stepFailed("t1/3/c8"),
                ModelMessages.resultNotShown("t1/3/c2"),
                ModelMessages.questionNotAsked("t1/1/c1"),
                ModelMessages.declared(new NoSuchElementException()),
                ModelMessages.gateFailed("t1/c4"),
                ModelMessages.contextFailed("t1/tags"),
                ModelMessages.unknownTool(
                        "wrok", List.of("work", "broken", "broken_read", "null", "nameless", "bad_gate", "close"))));

        String all = all().stream()
                .flatMap(told -> told.requests().stream())
                .flatMap(request -> request.messages().stream())
                .map(ExplainedWords::words)
                .collect(Collectors.joining("\n"));

        assertEquals(
                List.of(),
                catalogue.stream().filter(sentence -> !all.contains(sentence)).toList());
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(ModelMessages.class)
                .add("unknownTool, with a close name", ModelMessages.unknownTool("lookUp", List.of("look_up", "close")))
                .verify(ModelMessagesTest.class);
    }

    /** Ensures that these tests cover additional sentences. */
    @Test
    void theTestsKnowAllConstantsOfTheCatalogue() throws IllegalAccessException {
        Set<Object> constants = new HashSet<>();
        for (Field field : ModelMessages.class.getFields()) {
            constants.add(field.get(null));
        }

        assertEquals(ExplainedWords.CONSTANT, constants);
    }
}
