package dev.escapement.restate.server;

import dev.escapement.internal.tree.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The HTTP interfaces of one run of a node. Another run requires another object, because the connections of this one are
 * stale.
 */
final class RestateAdmin {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI admin;
    private final URI ingress;

    RestateAdmin(URI admin, URI ingress) {
        this.admin = admin;
        this.ingress = ingress;
    }

    /**
     * Returns whether the node answers, has joined its cluster and reaches the leader of each partition.
     *
     * @param members the number of nodes of the cluster
     */
    boolean isReady(int members) throws IOException, InterruptedException {
        return get(admin.resolve("/health")).statusCode() == 200
                && get(ingress.resolve("/restate/health")).statusCode() == 200
                && members() == members
                && query("SELECT count(*) AS n FROM sys_invocation").statusCode() == 200;
    }

    private int members() throws IOException, InterruptedException {
        HttpResponse<String> response = get(admin.resolve("/cluster-health"));
        if (response.statusCode() != 200) {
            return 0;
        }
        Map<String, JsonValue> health = object(response.body());
        // Absent in a cluster of one node with a local store.
        return health.get("metadata_cluster_health") instanceof JsonValue.Members metadata
                        && metadata.properties().get("members") instanceof JsonValue.Array members
                ? members.size()
                : 1;
    }

    /**
     * Registers the services of an address.
     *
     * @param client supplies the node for each attempt
     */
    static void register(Supplier<RestateAdmin> client, URI service, boolean http11) throws InterruptedException {
        String body = new JsonValue.Members(Map.of(
                        "uri", new JsonValue.Text(service.toString()),
                        "force", new JsonValue.Bool(true),
                        "use_http_11", new JsonValue.Bool(http11)))
                .json();
        answer(client, node -> node.post("/deployments", body), "Restate did not register " + service + ".");
    }

    /**
     * Returns the rows of a query. Columns that are null are absent.
     *
     * @param client supplies the node for each attempt
     */
    static List<Map<String, String>> sql(Supplier<RestateAdmin> client, String query) throws InterruptedException {
        String body = answer(client, node -> node.query(query), "Restate did not execute the query " + query + ".");
        return object(body).get("rows") instanceof JsonValue.Array rows
                ? rows.elements().stream().map(RestateAdmin::row).toList()
                : List.of();
    }

    private static Map<String, String> row(JsonValue row) {
        Map<String, String> columns = new LinkedHashMap<>();
        ((JsonValue.Members) row)
                .properties()
                .forEach((name, value) ->
                        columns.put(name, value instanceof JsonValue.Text text ? text.text() : value.json()));
        return columns;
    }

    private static Map<String, JsonValue> object(String json) {
        return ((JsonValue.Members) JsonValue.parse(json)).properties();
    }

    /** Sends a request, again after a failed connection or a fault of the server such as a missing leader. */
    private static String answer(Supplier<RestateAdmin> client, Exchange exchange, String failure)
            throws InterruptedException {
        AtomicReference<String> answer = new AtomicReference<>("");
        Polling.until(
                Polling.LIMIT,
                () -> {
                    HttpResponse<String> response = exchange.send(client.get());
                    answer.set(response.body());
                    if (response.statusCode() >= 400 && response.statusCode() < 500) {
                        throw new IllegalArgumentException(failure + " The answer is " + response.statusCode() + ": "
                                + response.body() + " Correct the request.");
                    }
                    return response.statusCode() < 300;
                },
                () -> failure + " The last answer is: " + answer.get());
        return answer.get();
    }

    private HttpResponse<String> query(String query) throws IOException, InterruptedException {
        return post("/query", new JsonValue.Members(Map.of("query", new JsonValue.Text(query))).json());
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    private HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(admin.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Accept", "application/json").timeout(TIMEOUT).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A request and its response. */
    @FunctionalInterface
    private interface Exchange {
        HttpResponse<String> send(RestateAdmin node) throws IOException, InterruptedException;
    }
}
