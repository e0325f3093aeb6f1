package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.server.AgentServer;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.Role;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.ServerRoutes;
import dev.escapement.server.StandardWebhooks;
import dev.escapement.server.Webhook;
import dev.escapement.server.http.Route;
import dev.escapement.thread.Start;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server for {@link TicketDesk} with a webhook, whose requests come from an identity with all roles. */
final class DeskServer {
    /** The text of the threads, which neither problems nor logs may contain. */
    static final String CONTENT = "lamp-4711";

    static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final AgentLoop loop = TicketDesks.loop();
    private final AgentServer server;

    DeskServer() {
        Runner runner = Runner.of(loop).model(new ScriptedModel()).store(store).build();
        this.server = AgentServer.of(store, loop)
                .runner(runner)
                .webhook(Webhook.of(loop, "mail", StandardWebhooks.of(SECRET)))
                .host("localhost")
                .authenticator(request -> Optional.of(Identity.of("zoe", Role.values())))
                .decisions(DecisionPolicy.BY_ROLE)
                .build();
    }

    /** Starts threads that wait for an approval, a reply and a message, that are runnable, finished, stopped and erased. */
    List<String> threadsInAllPhases() {
        run("approval", ModelReply.call("c1", "refund_ticket", "{\"cents\":500,\"note\":\"" + CONTENT + "\"}"));
        run("reply", ModelReply.call("c2", "ask_customer", "{\"question\":\"" + CONTENT + "?\"}"));
        run("finished", ModelReply.call("c3", "close_ticket", "{\"summary\":\"" + CONTENT + "\"}"));
        run("cancelled", ModelReply.call("c4", "ask_customer", "{\"question\":\"" + CONTENT + "?\"}"));
        runner(ModelReply.text("")).cancel("cancelled", "enough");
        run("erased", ModelReply.call("c5", "close_ticket", "{\"summary\":\"" + CONTENT + "\"}"));
        store.erase("erased");
        runner(ModelReply.text("")).enqueue("runnable", Start.of(CONTENT));
        return List.of("approval", "reply", "finished", "cancelled", "erased", "runnable", "absent");
    }

    private void run(String id, ModelReply reply) {
        runner(reply).start(id, Start.of(CONTENT).label("tenant", "acme"));
    }

    private Runner runner(ModelReply reply) {
        return Runner.of(loop).model(ScriptedModel.of(reply)).store(store).build();
    }

    InMemoryThreadStore store() {
        return store;
    }

    AgentLoop loop() {
        return loop;
    }

    List<Route> routes() {
        return ServerRoutes.of(server);
    }

    ValidatedServer validated() {
        return ValidatedServer.of(server, request("/api/openapi.json"));
    }

    String webhookPath() {
        return "/webhooks/" + loop.agent() + "/mail";
    }

    ServerResponse get(String target, Map<String, List<String>> headers) {
        return server.handle(request("GET", target, headers, new byte[0]));
    }

    static ServerRequest request(String target) {
        return request("GET", target, Map.of(), new byte[0]);
    }

    static ServerRequest request(String method, String target, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.putIfAbsent("Host", List.of("localhost"));
        return new ServerRequest(
                method,
                target,
                all,
                ByteBuffer.wrap(body),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711),
                true);
    }
}
