package dev.escapement.samples.deploybot;

import dev.escapement.restate.RestateRegistrationException;
import dev.escapement.restate.RestateService;
import dev.escapement.restate.RestateThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.StoreException;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.DeltaFeed;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The web inbox of the bot with threads that Restate stores, and that this program executes for Restate. */
final class RestateInbox {

    private final DeployBotLoop loop;
    private final RestateThreadStore store;
    private final Runner runner;
    private final DeltaFeed feed = new DeltaFeed();
    private final ServeOptions options;

    /**
     * Creates an inbox.
     *
     * @param ingress the address of Restate's ingress
     */
    RestateInbox(DeployBotLoop loop, URI ingress, ServeOptions options) {
        this.loop = loop;
        this.options = options;
        this.store = RestateThreadStore.of(ingress).admin(options.admin()).build();
        this.runner = Runner.of(loop)
                .model(new DemoModel())
                .store(store)
                .listener(feed::recorded)
                .build();
    }

    /**
     * Serves the inbox until the program is interrupted.
     *
     * @param directory the directory of the session key
     * @param message the message of a first thread, which starts if no thread is open
     * @param started receives the link that opens the inbox
     * @return the exit code
     */
    int serve(Path directory, SlackMessage message, Consumer<String> started) {
        WebInbox inbox = new WebInbox(store, loop, runner, feed, directory);
        try {
            return inbox.serve(options.port(), server -> startService(message), started);
        } catch (RestateRegistrationException | StoreException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /** Starts the service that executes the threads, and a first thread. */
    private WebInbox.ThreadExecutor startService(SlackMessage message) {
        RestateService service = RestateService.of(runner).start(options.service());
        boolean isReady = false;
        try {
            service.register(options.admin(), URI.create("http://127.0.0.1:" + service.port()));
            if (store.count(Main.OPEN, 1) == 0) {
                int threads = store.count(ThreadQuery.all(), Integer.MAX_VALUE);
                runner.start("deploy-" + (threads + 1), loop.slack(message));
            }
            isReady = true;
            return service::close;
        } finally {
            if (!isReady) {
                service.close();
            }
        }
    }
}
