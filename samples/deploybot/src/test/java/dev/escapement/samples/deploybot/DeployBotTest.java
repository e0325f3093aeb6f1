package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.escapement.engine.Command;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.Approver;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Rendering;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of complete threads of the bot, starting with a Slack message. */
class DeployBotTest {

    private static final Approver ALICE = Approver.of("alice");

    @TempDir
    Path directory;

    @Test
    void threadContinuesInAnotherProcess() {
        Bot first = Bot.in(directory);
        AgentThread unclear = first.hears("ship v1.4.2");
        Command.AwaitReply question =
                assertInstanceOf(Command.AwaitReply.class, first.loop().next(unclear));

        Bot second = Bot.in(directory);
        second.runner().reply(Bot.THREAD, question.call().id(), DeployBotLoop.replyToAsk(to(Environment.PRODUCTION)));
        assertEquals(List.of("v1.4.0"), second.production(), "before the approval");

        Bot third = Bot.in(directory);
        AgentThread finished = third.runner().approve(Bot.THREAD, third.waiting(), ALICE);
        assertEquals(List.of("v1.4.0", "v1.4.2"), third.production());
        assertEquals(
                "{\"text\":\"v1.4.2 is in production, and the smoke test has passed.\","
                        + "\"staging\":\"v1.4.2\",\"production\":\"v1.4.2\"}",
                assertInstanceOf(Event.Finished.class, finished.last()).result());
    }

    @Test
    void threadHasTheStateOfItsStoredEvents() {
        Bot bot = Bot.in(directory);
        AgentThread thread = bot.hears("ship v1.4.2");
        AgentThread folded = AgentThread.fromJson(thread.toJson());

        assertEquals(bot.loop().next(folded), bot.loop().next(thread));
        assertEquals(Rendering.messages(folded, false), Rendering.messages(thread, false));
        assertEquals(folded.usage(), thread.usage());
    }

    @Test
    void slackMessageIsRecorded() {
        Event.Started started =
                (Event.Started) Bot.in(directory).hears("ship v1.4.2").events().get(0);
        assertEquals("slack", started.start().trigger());
        assertEquals(
                "{\"user\":\"bo\",\"channel\":\"#deploys\",\"text\":\"ship v1.4.2\"}",
                started.start().payload());
        assertEquals("bo in #deploys: ship v1.4.2", started.input());
    }

    @Test
    void tagsAreFetchedBeforeTheFirstRequest() {
        AgentThread thread = Bot.in(directory).hears("ship v1.4.2");
        assertEquals(
                "tags",
                assertInstanceOf(Event.ContextFetched.class, thread.events().get(1))
                        .source());
        assertInstanceOf(Event.ModelReplied.class, thread.events().get(2));
    }

    @Test
    void stagingNeedsNoApproval() {
        AgentThread thread = Bot.in(directory).hears("put v1.4.2 on staging");
        assertEquals(List.of(), Bot.events(thread, Event.ApprovalAsked.class));
        assertEquals(
                "v1.4.2",
                new Deployments(directory).current(Environment.STAGING).tag());
        assertInstanceOf(Event.Finished.class, thread.last());
    }

    @Test
    void untriedTagIsDeniedAndGoesToStagingFirst() {
        AgentThread thread = Bot.in(directory).hears("ship v1.4.2 to production");
        assertEquals(
                List.of("v1.4.2 has not been on staging yet. Deploy it there first."),
                Bot.events(thread, Event.GateDenied.class).stream()
                        .map(Event.GateDenied::reason)
                        .toList());
        assertEquals(
                "Deploy v1.4.2 (commit 9f2c1e7) to production? v1.4.0 runs there now.",
                assertInstanceOf(Event.ApprovalAsked.class, thread.last()).question());
    }

    @Test
    void smokeTestFollowsWithoutTheModel() {
        try (ScriptedModel model = ScriptedModel.of(
                production("c1", "v1.4.1"), ModelReply.call("c2", "done", "{\"text\":\"Deployed.\"}"))) {
            Bot bot = Bot.in(directory, model);
            bot.hears("ship v1.4.1 to production");
            AgentThread thread = bot.runner().approve(Bot.THREAD, "c1", ALICE);
            assertEquals(
                    List.of(
                            EventKind.APPROVED,
                            EventKind.GATE_PASSED,
                            EventKind.STEP_STARTED,
                            EventKind.CALL_SELECTED,
                            EventKind.STEP_STARTED,
                            EventKind.STEP_RETURNED,
                            EventKind.MODEL_REPLIED,
                            EventKind.STEP_STARTED,
                            EventKind.FINISHED),
                    kinds(thread, EventKind.APPROVED));
        }
    }

    @Test
    void smokeTestIsNotOffered() {
        Bot bot = Bot.in(directory);
        Command.AskModel request = assertInstanceOf(
                Command.AskModel.class,
                bot.loop().next(prefix(bot.hears("ship v1.4.2"), 2)),
                "the model is asked after the start and the tags");
        assertEquals(
                List.of("deploy_to_staging", "deploy_to_production", "ask_for_clarification", "done"),
                request.tools().stream().map(tool -> tool.name()).toList());
    }

    @Test
    void refusalDeploysNothing() {
        Bot bot = Bot.in(directory);
        bot.hears("ship v1.4.2 to production");
        AgentThread thread = bot.runner().refuse(Bot.THREAD, bot.waiting(), ALICE, "Not on a Friday.");
        assertEquals(List.of("v1.4.0"), bot.production());
        assertEquals(
                "{\"text\":\"I could not deploy v1.4.2. The answer was: Refused by a person: Not on a Friday.\","
                        + "\"staging\":\"v1.4.2\",\"production\":\"v1.4.0\"}",
                assertInstanceOf(Event.Finished.class, thread.last()).result());
    }

    @Test
    void unknownTagIsAnswered() {
        AgentThread thread = Bot.in(directory).hears("put v9.9.9 on staging");
        Event.StepFailed failed = Bot.events(thread, Event.StepFailed.class).get(0);
        assertEquals("Unknown tag v9.9.9. The tags are v1.4.2, v1.4.1, v1.4.0, v1.3.9.", failed.message());
    }

    @Test
    void missingTagIsAskedFor() {
        Bot bot = Bot.in(directory);
        assertInstanceOf(Command.AwaitMessage.class, bot.loop().next(bot.hears("ship it to staging")));
        AgentThread thread = bot.runner().reply(Bot.THREAD, "v1.4.2");
        assertInstanceOf(Event.Finished.class, thread.last());
        assertEquals("v1.4.2", bot.deployments().current(Environment.STAGING).tag());
    }

    private static Clarification to(Environment environment) {
        return new Clarification(environment, Optional.empty());
    }

    private static ModelReply production(String id, String tag) {
        return ModelReply.call(id, "deploy_to_production", "{\"tag\":\"" + tag + "\"}");
    }

    private static AgentThread prefix(AgentThread thread, int count) {
        return new AgentThread(thread.id(), thread.events().subList(0, count));
    }

    private static List<EventKind> kinds(AgentThread thread, EventKind from) {
        return thread.events().stream()
                .map(Event::kind)
                .dropWhile(kind -> kind != from)
                .toList();
    }
}
