package dev.escapement.server.threads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.jdbc.JdbcThreadStore;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.server.AgentServer;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.Role;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.body.ProblemBody;
import dev.escapement.server.body.ProblemBodyCodec;
import dev.escapement.server.body.ThreadBody;
import dev.escapement.server.body.ThreadBodyCodec;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Start;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server for {@link ReleaseBot} and {@link ReleasePlanner}, with people who have different roles. */
final class ReleaseDesk implements AutoCloseable {
    private static final Map<String, Identity> PEOPLE = Map.of(
            "alice", Identity.of("alice", Role.values()),
            "bob", Identity.of("bob", Role.values()),
            "reader", Identity.of("reader", Role.READER),
            "approver", Identity.of("approver", Role.READER, Role.APPROVER),
            "acme", new Identity("acme", Set.of(Role.values()), Map.of("tenant", "acme")),
            "namesake", new Identity("acme", Set.of(Role.values()), Map.of("tenant", "other")));

    final ThreadStore store;
    final ScriptedModel model = new ScriptedModel();
    final AgentLoop bot;
    final AgentLoop planner = new ReleasePlannerLoop(new ReleasePlanner());
    final Runner runner;
    final Runner planning;
    final AgentServer server;

    private ReleaseDesk(ThreadStore store, Optional<DecisionPolicy> policy, AgentLoop bot, boolean isKnown) {
        this.store = store;
        this.bot = bot;
        this.runner = Runner.of(bot).model(model).store(store).build();
        this.planning = Runner.of(planner, bot).model(model).store(store).build();
        AgentServer.Builder builder =
                isKnown ? AgentServer.of(store, bot, planner).runner(runner) : AgentServer.of(store, planner);
        policy.ifPresent(builder::decisions);
        this.server = builder.runner(planning)
                .authenticator(request -> request.header("Authorization").map(PEOPLE::get))
                .build();
        server.addPort(8080);
    }

    /** The kinds of stores. */
    enum Storage {
        MEMORY,
        SQLITE
    }

    static ReleaseDesk inMemory() {
        return with(DecisionPolicy.BY_ROLE);
    }

    static ReleaseDesk with(DecisionPolicy policy) {
        return new ReleaseDesk(new InMemoryThreadStore(), Optional.of(policy), first(), true);
    }

    /** Returns a server whose application has set an authenticator only. */
    static ReleaseDesk withoutPolicy() {
        return new ReleaseDesk(new InMemoryThreadStore(), Optional.empty(), first(), true);
    }

    private static AgentLoop first() {
        return new ReleaseBotLoop(new ReleaseBot());
    }

    static ReleaseDesk of(Storage storage, Path directory) {
        ThreadStore store = switch (storage) {
            case MEMORY -> new InMemoryThreadStore();
            case SQLITE -> JdbcThreadStore.sqlite(directory.resolve("threads.db"));
        };
        return new ReleaseDesk(store, Optional.of(DecisionPolicy.BY_ROLE), first(), true);
    }

    /** Returns a server for the threads of this one that does not have the loop of the bot. */
    ReleaseDesk withoutBot() {
        return new ReleaseDesk(store, Optional.of(DecisionPolicy.BY_ROLE), first(), false);
    }

    /** Returns a server for the threads of this one with the next release of the bot, {@link RevisedReleaseBot}. */
    ReleaseDesk revised(DecisionPolicy policy) {
        return new ReleaseDesk(store, Optional.of(policy), new RevisedReleaseBotLoop(new RevisedReleaseBot()), true);
    }

    /** Starts a thread that waits for the approval of call {@code c1}. */
    AgentThread waitingForApproval(String id) {
        return waitingForApproval(id, "v1.0.0");
    }

    AgentThread waitingForApproval(String id, String tag) {
        model.then(ModelReply.call("c1", "ship_release", "{\"tag\":\"" + tag + "\"}"));
        return runner.start(id, Start.of("Ship " + tag));
    }

    /** Starts a thread that waits for the reply to call {@code q1}. */
    AgentThread waitingForReply(String id) {
        model.then(ModelReply.call("q1", "ask_for_window", "{\"question\":\"When?\"}"));
        return runner.start(id, Start.of("Ask"));
    }

    /** Starts a thread that waits for a message. */
    AgentThread waitingForMessage(String id, String question) {
        model.then(ModelReply.text(question));
        return runner.start(id, Start.of("Ask"));
    }

    /** Starts a thread that has ended with a result. */
    AgentThread finished(String id) {
        model.then(ModelReply.call("f1", "close_release", "{\"text\":\"Shipped\"}"));
        return runner.start(id, Start.of("Close"));
    }

    HttpAnswer get(String person, String target, String... headers) {
        return send(person, "GET", target, "", headers);
    }

    HttpAnswer post(String person, String target, String json, String... headers) {
        return send(person, "POST", target, json, headers);
    }

    HttpAnswer decide(String person, String id, String json) {
        return post(person, "/api/threads/" + id + "/decisions", json);
    }

    private HttpAnswer send(String person, String method, String target, String body, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        all.put("host", List.of("127.0.0.1:8080"));
        all.put("authorization", List.of(person));
        if (method.equals("POST")) {
            all.put("content-type", List.of("application/json"));
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i].toLowerCase(Locale.ROOT), List.of(headers[i + 1]));
        }
        ServerResponse response = server.handle(new ServerRequest(
                method,
                target,
                all,
                ByteBuffer.wrap(body.getBytes(UTF_8)),
                new InetSocketAddress("127.0.0.1", 50000),
                false));
        ServerResponse.Complete complete = (ServerResponse.Complete) response;
        return new HttpAnswer(
                complete.status(),
                complete.headers(),
                UTF_8.decode(complete.body()).toString());
    }

    @Override
    public void close() {
        server.close();
        if (store instanceof JdbcThreadStore database) {
            database.close();
        }
    }

    /** A response with its body as text. */
    record HttpAnswer(int status, Map<String, String> headers, String body) {

        /** Returns the decoded body of a response with a status. */
        <T> T body(int expected, JsonCodec<T> codec) {
            assertEquals(expected, status, body);
            return codec.decode(body).fold(Decoded.Accepted::value, rejected -> {
                throw new AssertionError(rejected + "\n" + body);
            });
        }

        ThreadBody thread() {
            return body(200, ThreadBodyCodec.INSTANCE);
        }

        ProblemBody problem(int expected) {
            return body(expected, ProblemBodyCodec.INSTANCE);
        }

        /** Returns the paths of the violations in a problem. */
        List<String> paths() {
            return problem(422).violations().orElse(List.of()).stream()
                    .map(ProblemBody.ViolationBody::path)
                    .toList();
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
