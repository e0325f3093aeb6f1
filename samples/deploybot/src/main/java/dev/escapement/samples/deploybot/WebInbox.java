package dev.escapement.samples.deploybot;

import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.server.AgentServer;
import dev.escapement.server.DeltaFeed;
import dev.escapement.server.JdkServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/** The web inbox of the bot: an execution of its threads, and a server for this computer. */
final class WebInbox {

    /** The file in the directory that keeps browsers signed in when the program is started again. */
    static final String SESSION_KEY = "session.key";

    /** A running execution of threads. Closing it waits for running actions. */
    @FunctionalInterface
    interface ThreadExecutor extends AutoCloseable {
        @Override
        void close();
    }

    private final ThreadStore store;
    private final DeployBotLoop loop;
    private final Runner runner;
    private final DeltaFeed feed;
    private final Path directory;

    WebInbox(ThreadStore store, DeployBotLoop loop, Runner runner, DeltaFeed feed, Path directory) {
        this.store = store;
        this.loop = loop;
        this.runner = runner;
        this.feed = feed;
        this.directory = directory;
    }

    /**
     * Serves the inbox until the program is interrupted.
     *
     * @param port the port; 0 for a free one
     * @param execution starts the execution of the threads of a server
     * @param started receives the link that opens the inbox
     * @return the exit code
     */
    int serve(int port, Function<AgentServer.Builder, ThreadExecutor> execution, Consumer<String> started) {
        JdkServer.setJvmDefaults();
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> {
            end.countDown();
            await(closed);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        AgentServer.Builder builder =
                AgentServer.of(store, loop).runner(runner).deltas(feed).sessionKey(directory.resolve(SESSION_KEY));
        try {
            ThreadExecutor running = execution.apply(builder);
            try (AgentServer server = builder.build();
                    JdkServer http = JdkServer.start(server, port)) {
                started.accept(server.link(http.url()).toString());
                await(end);
                return 0;
            } finally {
                running.close();
            }
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        } finally {
            closed.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
