package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static dev.escapement.run.ScriptedRun.kinds;
import static dev.escapement.run.ScriptedRun.upTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.escapement.Prefetch;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.ModelMessages;
import dev.escapement.engine.Outcome;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that context is fetched and recorded before a request, and included in it. */
class ContextSourcesTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final ContextSource TAGS = new ContextSource("tags", Prefetch.When.START);
    private static final ContextSource WEATHER = new ContextSource("weather", Prefetch.When.EACH_REQUEST);

    private static final ModelReply WORKS = ModelReply.calls(WORK.call("c1", "x"));
    private static final ModelReply DONE = ModelReply.text("done");

    private final List<String> fetched = new ArrayList<>();

    /** Each source returns the number of fetches so far. */
    private final TestLoop loop = TestLoop.of(WORK).with(TAGS, WEATHER).fetching((source, thread) -> {
        fetched.add(source);
        return new Outcome.Returned(Integer.toString(fetched.size()));
    });

    @Test
    void startSourcesAreFetchedOnceOthersEachRequest() {
        ScriptedRun trial = ScriptedRun.of(loop, WORKS, DONE, DONE);
        trial.start();

        trial.runner().reply("t1", "more");

        assertEquals(List.of("tags", "weather", "weather", "weather"), fetched);
    }

    @Test
    void contextIsRecordedBeforeTheReply() {
        AgentThread thread = ScriptedRun.of(loop, WORKS, DONE).start();

        assertEquals(
                List.of(
                        "ContextFetched",
                        "ContextFetched",
                        "ModelReplied",
                        "StepStarted",
                        "StepReturned",
                        "ContextFetched",
                        "ModelReplied"),
                kinds(thread));
        assertEquals(
                List.of(
                        new Event.ContextFetched(DeskRunners.AT, "tags", "1", Duration.ZERO),
                        new Event.ContextFetched(DeskRunners.AT, "weather", "2", Duration.ZERO),
                        new Event.ContextFetched(DeskRunners.AT, "weather", "3", Duration.ZERO)),
                events(thread, Event.ContextFetched.class));
    }

    @Test
    void theModelIsShownOnlyTheNewestOfEachSource() {
        ScriptedRun trial = ScriptedRun.of(loop, WORKS, DONE);

        trial.start();

        assertEquals(
                List.of(
                        new Message.User("go"),
                        context("tags", "1"),
                        new Message.Assistant("", WORKS.calls()),
                        new Message.ToolAnswer("c1", "x", false),
                        context("weather", "3")),
                trial.lastRequest());
    }

    @Test
    void whatWasFetchedIsNotFetchedAgainAfterACrash() {
        AgentThread whole = ScriptedRun.of(loop, DONE).start();
        fetched.clear();

        ScriptedRun other = ScriptedRun.after(upTo(whole, Event.ContextFetched.class), loop, DONE);
        other.runner().resume("t1");

        assertEquals(List.of("weather"), fetched);
    }

    @Test
    void aSourceSeesTheThreadSoFar() {
        List<Integer> sizes = new ArrayList<>();
        TestLoop watching = loop.fetching((source, thread) -> {
            sizes.add(thread.events().size());
            return Outcome.returned();
        });

        ScriptedRun.of(watching, DONE).start();

        assertEquals(List.of(1, 2), sizes);
    }

    @Test
    void declaredSourceFailureIsShownToTheModel() {
        TestLoop failing = loop.fetching(
                (source, thread) -> Outcome.failed(new IllegalArgumentException("no " + source + " today")));
        ScriptedRun trial = ScriptedRun.of(failing, DONE);

        AgentThread thread = trial.start();

        assertEquals(
                List.of(
                        new Event.ContextFailed(DeskRunners.AT, "tags", "no tags today", true),
                        new Event.ContextFailed(DeskRunners.AT, "weather", "no weather today", true)),
                events(thread, Event.ContextFailed.class));
        assertEquals(
                context("tags", Rendering.ERROR + "no tags today"),
                trial.lastRequest().get(1));
    }

    @Test
    void undeclaredSourceFailureIsLoggedOnly() {
        IllegalStateException defect = new IllegalStateException("password=hunter2");
        TestLoop broken = loop.with(TAGS).fetching((source, thread) -> {
            throw defect;
        });
        ScriptedRun trial = ScriptedRun.of(broken, DONE);

        try (RecordedLog log = RecordedLog.of(AgentInvoker.class)) {
            AgentThread thread = trial.start();

            assertEquals(
                    List.of(new Event.ContextFailed(
                            DeskRunners.AT, "tags", ModelMessages.contextFailed("t1/tags"), false)),
                    events(thread, Event.ContextFailed.class));
            assertEquals(
                    List.of(new RecordedLog.Entry(RunMessages.contextFailed("tags", "t1/tags"), defect)),
                    log.entries());
            assertFalse(trial.model().requests().toString().contains("hunter2"));
        }
    }

    /** The attempt counts as a fetch: the source is fetched again only for the next request. */
    @Test
    void aFailureToFetchIsNoFailureOfTheModel() {
        TestLoop failing = loop.with(WEATHER).fetching((source, thread) -> new Outcome.Failed("no"));
        ScriptedRun trial = ScriptedRun.of(failing, WORKS, WORKS, WORKS, WORKS, WORKS, DONE);

        assertEquals(6, events(trial.start(), Event.ContextFailed.class).size());
    }

    private static Message context(String source, String content) {
        return new Message.User("<context source=\"" + source + "\">\n" + content + "\n</context>");
    }
}
