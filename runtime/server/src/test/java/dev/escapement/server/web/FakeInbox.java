package dev.escapement.server.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small API with the shape of the real one: questions in memory, decisions with conflicts and violations. It isolates
 * tests of the page from agents and stores. Safe for concurrent use.
 */
final class FakeInbox implements AutoCloseable {
    private static final String AGENTS = """
            {"agents":[{"name":"example.DeployBot","tools":[{"name":"deploy","schema":{}},{"name":"roll_back","schema":\
            {"type":"object","properties":{"steps":{"type":"integer"}},"required":["steps"],\
            "additionalProperties":false}}]}]}""";

    private final Map<String, JsonObject> open = new LinkedHashMap<>();
    private final JsonArray events = new JsonArray();
    private final List<JsonObject> decisions = new ArrayList<>();
    private final List<HttpExchange> followers = new ArrayList<>();
    private WebHost host;
    private int starts = 1;
    private boolean signedIn = true;
    private String person = "alice";

    FakeInbox() {
        this.host = WebHost.start(0, this::answer);
    }

    URI uri() {
        return host.uri();
    }

    /** Adds a question and notifies the followers. */
    synchronized void ask(String json) {
        JsonObject question = JsonParser.parseString(json).getAsJsonObject();
        open.put(question.get("callId").getAsString(), question);
        changed();
    }

    /** Records a decision of another person. */
    synchronized void decide(String callId, String event, String by) {
        open.remove(callId);
        JsonObject recorded = new JsonObject();
        recorded.addProperty("event", event);
        recorded.addProperty("at", Instant.now().toString());
        recorded.addProperty("callId", callId);
        recorded.addProperty("by", by);
        JsonObject entry = new JsonObject();
        entry.addProperty("position", events.size());
        entry.add("event", recorded);
        events.add(entry);
        changed();
    }

    /** Returns the decisions so far, oldest first. */
    synchronized List<JsonObject> decisions() {
        return List.copyOf(decisions);
    }

    /** Stops the server, as in the first half of a restart. */
    void stop() {
        host.close();
    }

    /** Starts the server again on the same port, with other anti-forgery tokens. */
    void start() {
        int port = host.port();
        starts++;
        host = WebHost.start(port, this::answer);
    }

    /** Ends or restores the session of all pages. */
    synchronized void signedIn(boolean value) {
        signedIn = value;
    }

    /** Signs another person in, as in another tab, with another anti-forgery token. */
    synchronized void signedInAs(String name) {
        person = name;
        starts++;
    }

    private void changed() {
        followers.removeIf(follower -> !written(follower));
    }

    private static boolean written(HttpExchange follower) {
        try {
            follower.getResponseBody().write("event: changed\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8));
            follower.getResponseBody().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring((WebHost.PREFIX + "/api/").length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!signedIn) {
            problem(exchange, 401, "Sign in.");
        } else if (path.equals("session")) {
            String name = "{\"name\":\"" + person + "\",\"roles\":[],\"antiForgeryToken\":\"token";
            send(exchange, 200, name + starts + "\"}");
        } else if (path.equals("agents")) {
            send(exchange, 200, AGENTS);
        } else if (path.equals("questions")) {
            JsonObject page = new JsonObject();
            JsonArray all = new JsonArray();
            open.values().forEach(all::add);
            page.add("questions", all);
            send(exchange, 200, page.toString());
        } else if (path.equals("questions/follow")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            written(exchange);
            followers.add(exchange);
        } else if (path.endsWith("/decisions")) {
            decision(exchange, JsonParser.parseString(body).getAsJsonObject());
        } else if (path.endsWith("/events")) {
            JsonObject page = new JsonObject();
            page.add("events", events);
            send(exchange, 200, page.toString());
        } else if (path.startsWith("threads/")) {
            send(exchange, 200, "{\"input\":\"ship v1.4.2\",\"size\":" + events.size() + "}");
        } else {
            problem(exchange, 404, "This path does not exist.");
        }
    }

    private void decision(HttpExchange exchange, JsonObject decision) throws IOException {
        String token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Escapement-Anti-Forgery"))
                .orElse("");
        String callId = decision.has("callId") ? decision.get("callId").getAsString() : "";
        JsonObject question = open.get(callId);
        JsonElement arguments = decision.get("arguments");
        if (!token.equals("token" + starts)) {
            problem(exchange, 403, "The anti-forgery token is not valid.");
        } else if (question == null
                || decision.has("argumentsSha256")
                        && !decision.get("argumentsSha256").equals(question.get("argumentsSha256"))) {
            problem(exchange, 409, "Bob approved this call. Your decision was not recorded.");
        } else if (arguments != null && !arguments.toString().contains("\"v")) {
            String violation = "{\"path\":\"$.arguments.tag\",\"expected\":\"a tag\",\"actual\":\"other text\"}";
            send(exchange, 422, "{\"status\":422,\"detail\":\"Invalid.\",\"violations\":[" + violation + "]}");
        } else {
            decisions.add(decision);
            open.remove(callId);
            send(exchange, 200, "{}");
            changed();
        }
    }

    private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        send(exchange, status, "{\"status\":" + status + ",\"detail\":\"" + detail + "\"}");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        host.close();
    }
}
