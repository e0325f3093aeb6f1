package dev.escapement.server.web;

import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.Worker;
import dev.escapement.server.AgentServer;
import dev.escapement.server.JdkServer;
import dev.escapement.thread.AgentThread;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A whole server in one process: the agent, a store on SQLite, a worker, the API and the pages, under a prefix. */
final class HarbourDesk implements AutoCloseable {
    private final Path directory;
    private final HarbourBotLoop loop = new HarbourBotLoop(new HarbourBot());
    private final JdbcThreadStore store;
    private final Runner runner;
    private Worker worker;
    private AgentServer server;
    private JdkServer http;

    HarbourDesk(Path directory) {
        this.directory = directory;
        this.store = JdbcThreadStore.sqlite(directory.resolve("threads.db"));
        this.runner = Runner.of(loop).model(model()).store(store).build();
        this.worker = Worker.of(store, runner).start();
        this.server = server();
        this.http = JdkServer.of(server).prefix("/ops").start();
    }

    private AgentServer server() {
        return AgentServer.of(store, loop)
                .runner(runner)
                .worker(worker)
                .sessionKey(directory.resolve("session.key"))
                .build();
    }

    /** Returns a model that calls one tool for the input of a thread, and then reports the answer. */
    private static Model model() {
        return request -> last(request).accept(new Message.Visitor<ModelReply>() {
            @Override
            public ModelReply user(Message.User message) {
                String text = message.text();
                return text.startsWith("v")
                        ? call(request, "deploy_tag", "{\"tag\":\"" + text + "\"}")
                        : call(request, "ask_for_target", "{\"question\":\"" + text + "\"}");
            }

            @Override
            public ModelReply assistant(Message.Assistant message) {
                throw new IllegalStateException("The last message cannot be a reply.");
            }

            @Override
            public ModelReply toolAnswer(Message.ToolAnswer answer) {
                return call(request, "report_outcome", "{\"text\":\"Done.\"}");
            }
        });
    }

    private static Message last(ModelRequest request) {
        List<Message> messages = request.messages();
        return messages.get(messages.size() - 1);
    }

    private static ModelReply call(ModelRequest request, String tool, String arguments) {
        return ModelReply.call("call_" + request.messages().size(), tool, arguments);
    }

    /** Returns a link that begins a session. */
    URI link() {
        return server.link(http.url());
    }

    /** Starts a thread and executes it up to its question. */
    void request(String id, String text) {
        runner.start(id, text);
    }

    AgentThread thread(String id) {
        return store.load(id).orElseThrow();
    }

    /** Approves the only call of a thread, as another person does. */
    void approve(String id, String person) {
        ThreadInbox.of(store, loop).approve(id, "call_1", Approver.of(person));
        worker.wake();
    }

    /** Stops everything but the store. */
    void stop() {
        http.close();
        server.close();
        worker.close();
    }

    /** Starts a new server on the same port, store and key. */
    void start() {
        int port = http.port();
        worker = Worker.of(store, runner).start();
        server = server();
        http = JdkServer.of(server).prefix("/ops").port(port).start();
    }

    @Override
    public void close() {
        stop();
        store.close();
    }
}
