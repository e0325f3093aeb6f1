package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An HTTP client of an application at the loopback address. */
final class WebClient {

    private static final long SECONDS = 300;
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI home;
    private final String credentials;

    /** Creates a client with a name and a password, separated by a colon; empty for an anonymous one. */
    WebClient(String port, String credentials) {
        this.home = URI.create("http://127.0.0.1:" + port + "/");
        this.credentials = credentials;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
        if (!credentials.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail(e);
        }
    }

    /** Reads a path until its content contains a text. */
    String await(String path, String expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        String last = "";
        while (System.nanoTime() - deadline < 0) {
            HttpResponse<String> response = get(path);
            last = response.statusCode() + " " + response.body();
            if (response.body().contains(expected)) {
                return response.body();
            }
            LockSupport.parkNanos(POLL);
        }
        return fail("Expected " + expected + " within " + SECONDS + " s, but the response of " + path + " is " + last);
    }
}
