package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.restate.RestateService;
import dev.escapement.restate.RestateThreadStore;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that threads of the bot have the same events and deployments on Restate as in one process. On Restate, each message
 * and each decision is that of another process, which also executes what follows.
 */
@Tag("restate")
@ExtendWith(RestateExtension.class)
@Timeout(180)
class RestateBotTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Approver ALICE = Approver.of("alice");

    /** A message or a decision of a person. */
    @FunctionalInterface
    private interface Action {
        void perform(Runner runner, DeployBotLoop loop, String thread);
    }

    private final String thread = UUID.randomUUID().toString();

    @TempDir
    Path local;

    @TempDir
    Path remote;

    @Test
    void approvedTagIsDeployed(RestateServer restate) throws Exception {
        verify(
                restate,
                message("ship v1.4.2"),
                (runner, loop, id) -> runner.reply(
                        id,
                        "call_2",
                        DeployBotLoop.replyToAsk(new Clarification(Environment.PRODUCTION, Optional.empty()))),
                (runner, loop, id) -> runner.approve(id, "call_6", ALICE));
    }

    @Test
    void refusedTagIsNotDeployed(RestateServer restate) throws Exception {
        verify(
                restate,
                message("ship v1.4.2 to production"),
                (runner, loop, id) -> runner.refuse(id, "call_6", ALICE, "Not on a Friday."));
    }

    @Test
    void replyContinuesTheThread(RestateServer restate) throws Exception {
        verify(restate, message("ship it to staging"), (runner, loop, id) -> runner.reply(id, "v1.4.2"));
    }

    private static Action message(String text) {
        return (runner, loop, id) -> runner.start(id, loop.slack(new SlackMessage("bo", "#deploys", text)));
    }

    private void verify(RestateServer restate, Action... actions) throws Exception {
        List<String> expected = inOneProcess(actions);

        List<String> actual = onRestate(restate, actions);

        assertEquals(expected, actual);
        assertEquals(log(local), log(remote));
    }

    private List<String> inOneProcess(Action... actions) {
        Bot bot = Bot.in(local);
        for (Action action : actions) {
            action.perform(bot.runner(), bot.loop(), thread);
        }
        return timeless(bot.store().load(thread).orElseThrow());
    }

    private List<String> onRestate(RestateServer restate, Action... actions) throws InterruptedException {
        RestateThreadStore store = RestateThreadStore.of(restate.ingress()).build();
        Optional<AgentThread> result = Optional.empty();
        for (Action action : actions) {
            DeployBotLoop loop = new DeployBotLoop(new DeployBot(Repository.sample(), new Deployments(remote)));
            Runner runner = Runner.of(loop).model(new DemoModel()).store(store).build();
            try (RestateService service = RestateService.of(runner).start(0)) {
                restate.register(URI.create("http://127.0.0.1:" + service.port()));
                action.perform(runner, loop, thread);
                store.awaitRest(thread, LIMIT).orElseThrow();
                result = store.load(thread); // by the service
            }
        }
        return timeless(result.orElseThrow());
    }

    private static List<String> timeless(AgentThread thread) {
        return thread.events().stream()
                .map(event -> Event.CODEC
                        .encode(event)
                        .replaceFirst("\"at\":\"[^\"]*\",?", "")
                        .replaceAll(",?\"[a-zA-Z]+\":\"PT[^\"]*\"", ""))
                .toList();
    }

    private static List<String> log(Path directory) throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(directory.resolve("staging.log")));
        lines.addAll(Files.readAllLines(directory.resolve("production.log")));
        return lines;
    }
}
