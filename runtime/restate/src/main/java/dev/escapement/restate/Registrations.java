package dev.escapement.restate;

import dev.escapement.codegen.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * The requests with which a service registers itself.
 *
 * @param address the address of Restate's admin API or ingress
 */
record Registrations(URI address) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The maximum number of characters of Restate's explanation in a message. */
    private static final int MAX_REASON = 500;

    /** Registers the services at an address. */
    void deployment(URI service, boolean force) {
        post(
                "deployments",
                JsonWriter.encode(
                        (out, uri) -> {
                            out.beginObject();
                            out.property("uri", uri);
                            out.name("force");
                            out.writeBoolean(force);
                            out.endObject();
                        },
                        service.toString()));
    }

    /** Sends a request. */
    void post(String path, String json) {
        String base = address.toString();
        URI uri = URI.create(base + (base.endsWith("/") ? "" : "/") + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2) {
            String body = response.body();
            throw new RestateRegistrationException(
                    "Restate at " + address + " refused the registration with status " + response.statusCode() + ": "
                            + body.substring(0, Math.min(body.length(), MAX_REASON))
                            + " Check that Restate can reach the address of the service, and that the service is"
                            + " registered before its schedules.",
                    null);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RestateRegistrationException(
                    "Restate cannot be reached at " + address + ". Start it, or correct the address.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestateRegistrationException("The registration was interrupted. Register again.", e);
        }
    }
}
