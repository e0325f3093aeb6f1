package dev.escapement.restate;

import dev.escapement.codegen.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The requests with which a service registers itself. If an address cannot be reached or fails temporarily, the request is
 * sent to the next one.
 *
 * @param http the client
 * @param addresses one or more addresses of Restate's admin API or ingress, which end with a slash
 * @param headers the headers of all requests
 */
record Registrations(HttpClient http, List<URI> addresses, Map<String, String> headers) {

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
        for (int i = 0; i < addresses.size(); i++) {
            boolean isLast = i == addresses.size() - 1;
            URI address = addresses.get(i);
            try {
                HttpResponse<String> response = send(address, path, json);
                if (response.statusCode() / 100 == 2) {
                    return;
                } else if (isLast || !RestateFailures.isTemporary(response.statusCode())) {
                    throw refused(address, response);
                }
            } catch (IOException e) {
                if (isLast) {
                    throw new RestateRegistrationException(
                            "Restate cannot be reached at " + address + ". Start it, or correct the address.", e);
                }
            }
        }
    }

    private HttpResponse<String> send(URI address, String path, String json) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        request.setHeader("Content-Type", "application/json");
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestateRegistrationException("The registration was interrupted. Register again.", e);
        }
    }

    private static RestateRegistrationException refused(URI address, HttpResponse<String> response) {
        int status = response.statusCode();
        String body = response.body();
        String advice = status == 401 || status == 403
                ? "Set the header with the token of the cluster, for example header(\"Authorization\", \"Bearer …\")."
                : "Check that Restate can reach the address of the service, and that the service is registered before"
                        + " its schedules.";
        return new RestateRegistrationException(
                "Restate at " + address + " refused the registration with status " + status + ": "
                        + body.substring(0, Math.min(body.length(), MAX_REASON)) + " " + advice,
                null);
    }
}
