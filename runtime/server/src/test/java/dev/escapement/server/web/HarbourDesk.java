package dev.escapement.server.web;

import com.google.gson.JsonPrimitive;
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
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.JdkServer;
import dev.escapement.server.Role;
import dev.escapement.server.SamePort;
import dev.escapement.server.ServerRequest;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Start;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole server in one process: the agent, a store on SQLite, a worker, the API and the pages, under a prefix. */
final class HarbourDesk implements AutoCloseable {
    private static final Pattern PERSON = Pattern.compile("(?:^|; )person=(\\w+)");
    private static final Map<String, Identity> PEOPLE = Map.of(
            "alice", Identity.of("alice", Role.values()),
            "bob", Identity.of("bob", Role.values()),
            "carol", Identity.of("carol", Role.READER));

    private final Path directory;
    private final boolean hasPeople;
    private final HarbourBotLoop loop = new HarbourBotLoop(new HarbourBot());
    private final JdbcThreadStore store;
    private final Runner runner;
    private final NoticeBotLoop noticeLoop = new NoticeBotLoop(new NoticeBot(ScriptInjectionTest.HOSTILE));
    private final Runner notices;
    private Worker worker;
    private AgentServer server;
    private JdkServer http;

    HarbourDesk(Path directory) {
        this(directory, false);
    }

    private HarbourDesk(Path directory, boolean hasPeople) {
        this.directory = directory;
        this.hasPeople = hasPeople;
        this.store = JdbcThreadStore.sqlite(directory.resolve("threads.db"));
        this.runner = Runner.of(loop).model(model()).store(store).build();
        this.notices = Runner.of(noticeLoop)
                .model(new NoticeModel(new JsonPrimitive(ScriptInjectionTest.HOSTILE).toString()))
                .store(store)
                .build();
        this.worker = Worker.of(store, runner, notices).start();
        this.server = server();
        this.http = JdkServer.of(server).prefix("/ops").start();
    }

    /** Creates a server whose application has signed in alice and bob, who decide everything, and carol, who reads. */
    static HarbourDesk withPeople(Path directory) {
        return new HarbourDesk(directory, true);
    }

    private AgentServer server() {
        AgentServer.Builder builder = AgentServer.of(store, loop, noticeLoop)
                .runner(runner)
                .runner(notices)
                .worker(worker)
                .sessionKey(directory.resolve("session.key"));
        if (hasPeople) {
            builder.authenticator(HarbourDesk::person).decisions(DecisionPolicy.BY_ROLE);
        }
        return builder.build();
    }

    private static Optional<Identity> person(ServerRequest request) {
        return request.header("Cookie")
                .map(PERSON::matcher)
                .filter(Matcher::find)
                .map(cookie -> PEOPLE.get(cookie.group(1)));
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

    /** Returns the URL of the inbox. */
    URI home() {
        return http.url();
    }

    /** Starts a thread that may send one request in a turn, so that it waits for an extension of its budget. */
    void requestWithin(String id, String text) {
        Runner limited = Runner.of(loop)
                .model(model())
                .store(store)
                .budget(Budget.UNLIMITED.withModelCalls(1))
                .build();
        limited.start(id, text);
    }

    /** Starts a thread and executes it up to its question. */
    void request(String id, String text) {
        runner.start(id, text);
    }

    /** Starts a thread whose id, input and label are a text, as are its question and all that follows. */
    void publish(String text) {
        notices.start(text, Start.of(text).label("team", text));
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
        worker = Worker.of(store, runner, notices).start();
        server = server();
        http = SamePort.start(
                () -> JdkServer.of(server).prefix("/ops").port(port).start());
    }

    @Override
    public void close() {
        stop();
        store.close();
    }
}
