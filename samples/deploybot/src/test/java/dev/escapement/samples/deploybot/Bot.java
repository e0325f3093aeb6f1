package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.engine.Command;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.model.Model;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.List;

/**
 * The objects of one bot process. Two bots share only a directory.
 *
 * @param loop the loop of the agent
 * @param store the threads
 * @param deployments the deployed tag of each environment
 * @param runner the runner of the threads
 */
record Bot(DeployBotLoop loop, JdbcThreadStore store, Deployments deployments, Runner runner) {

    static final String THREAD = "t";

    static Bot in(Path directory) {
        return in(directory, new DemoModel());
    }

    static Bot in(Path directory, Model model) {
        JdbcThreadStore store = JdbcThreadStore.sqlite(directory.resolve(Main.THREADS));
        Deployments deployments = new Deployments(directory);
        DeployBotLoop loop = new DeployBotLoop(new DeployBot(Repository.sample(), deployments));
        return new Bot(
                loop,
                store,
                deployments,
                Runner.of(loop).model(model).store(store).build());
    }

    AgentThread hears(String text) {
        return runner.start(THREAD, loop.slack(new SlackMessage("bo", "#deploys", text)));
    }

    AgentThread thread() {
        return store.load(THREAD).orElseThrow();
    }

    /** Returns the id of the call that a person has to approve. */
    String waiting() {
        return loop.next(thread()) instanceof Command.AwaitApproval wait
                ? wait.call().id()
                : fail("waits for no approval: " + thread().last());
    }

    /** Returns the tags that were deployed to production, oldest first; v1.4.0 was deployed before the test. */
    List<String> production() {
        return deployments.history(Environment.PRODUCTION).stream()
                .map(Deployment::tag)
                .toList();
    }

    static <T extends Event> List<T> events(AgentThread thread, Class<T> kind) {
        return thread.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
