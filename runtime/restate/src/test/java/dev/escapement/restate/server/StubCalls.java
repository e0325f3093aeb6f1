package dev.escapement.restate.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls of {@link StubService} through Restate. */
final class StubCalls {

    private static final String COUNT =
            "SELECT count(*) AS calls FROM sys_invocation WHERE target_service_name = 'Stub'";

    private StubCalls() {}

    /** Sends a call, once in spite of repeated requests, until Restate has accepted it. */
    static void send(URI ingress, String key) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(ingress.resolve("/Stub/run/send"))
                .header("idempotency-key", key)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Polling.until(
                Polling.LIMIT, () -> isAccepted(client, request), () -> "Restate did not accept the call " + key + ".");
    }

    /** Waits until Restate contains a number of accepted calls. */
    static void awaitCount(int calls, Sql sql) throws InterruptedException {
        List<Map<String, String>> expected = List.of(Map.of("calls", String.valueOf(calls)));
        Polling.until(
                Polling.LIMIT,
                () -> sql.execute(COUNT).equals(expected),
                () -> "Restate does not contain " + calls + " calls.");
    }

    /** A function that executes a query. */
    @FunctionalInterface
    interface Sql {
        List<Map<String, String>> execute(String query) throws InterruptedException;
    }

    private static boolean isAccepted(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return true;
    }
}
