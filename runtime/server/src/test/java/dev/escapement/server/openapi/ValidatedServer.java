package dev.escapement.server.openapi;

import dev.escapement.server.AgentServer;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.openapi.ApiDocument.DocumentedOperation;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A server whose responses must be those that its OpenAPI document describes: the status, the content type and the body.
 * Every other response is an {@link AssertionError}. Requests outside the document, such as those for static files, are
 * only validated if they are answered with a problem.
 *
 * <pre>{@code
 * ValidatedServer server = ValidatedServer.of(agentServer, get("/api/openapi.json"));
 * ServerResponse response = server.handle(get("/api/threads/t1"));
 * }</pre>
 */
public final class ValidatedServer {
    private static final String PROBLEM = "application/problem+json";
    private static final String EVENTS = "text/event-stream";

    private final Function<ServerRequest, ServerResponse> server;
    private final ApiDocument document;

    /**
     * Creates a validated server.
     *
     * @param server the function from requests to responses
     * @param document the OpenAPI document
     */
    public ValidatedServer(Function<ServerRequest, ServerResponse> server, ApiDocument document) {
        this.server = server;
        this.document = document;
    }

    /**
     * Creates a validated server.
     *
     * @param server the server
     * @param request an authorized request for its OpenAPI document
     */
    public static ValidatedServer of(AgentServer server, ServerRequest request) {
        return new ValidatedServer(server::handle, new ApiDocument(text(server.handle(request))));
    }

    /** {@return the document} */
    public ApiDocument document() {
        return document;
    }

    /**
     * Answers a request and validates the response.
     *
     * @param request the request
     * @return the response
     */
    public ServerResponse handle(ServerRequest request) {
        ServerResponse response = server.apply(request);
        String fault = fault(request, response);
        if (!fault.isEmpty()) {
            throw new AssertionError(request + " -> " + response.status() + ": " + fault + "\n" + text(response));
        }
        return response;
    }

    /** {@return the text of a complete body; empty for streams} */
    public static String text(ServerResponse response) {
        return response instanceof ServerResponse.Complete complete
                ? StandardCharsets.UTF_8.decode(complete.body()).toString()
                : "";
    }

    private String fault(ServerRequest request, ServerResponse response) {
        String path = request.target().replaceFirst("\\?.*", "");
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<DocumentedOperation> operation = document.operation(method, path);
        if (operation.isEmpty()) {
            return response.status() >= 400 ? problemFault(response) : "";
        }
        JsonNode described = operation.get().node().get("responses").get(String.valueOf(response.status()));
        if (described == null) {
            return "the status is not in the document";
        }
        if (response.status() >= 400) {
            return problemFault(response);
        }
        return bodyFault(
                request.method().equals("HEAD"), document.resolved(described).get("content"), response);
    }

    private String problemFault(ServerResponse response) {
        if (!type(response).equals(PROBLEM)) {
            return "the content type of a problem is " + type(response);
        }
        JsonNode schema = document.root().at("/components/schemas/Problem");
        String fault = jsonFault(schema, response);
        return !fault.isEmpty() || text(response).contains("\"status\":" + response.status())
                ? fault
                : "the problem has another status";
    }

    private String bodyFault(boolean isHead, JsonNode content, ServerResponse response) {
        if (content == null) {
            return text(response).isEmpty() ? "" : "the body must be empty";
        }
        JsonNode media = content.get(type(response));
        if (media == null) {
            return "the content type " + type(response) + " is not among " + names(content);
        }
        if (type(response).equals(EVENTS)) {
            boolean isExpected = isHead ? text(response).isEmpty() : response instanceof ServerResponse.Stream;
            return isExpected ? "" : "the events are not a stream, or the body of HEAD is not empty";
        }
        return jsonFault(media.get("schema"), response);
    }

    private String jsonFault(JsonNode schema, ServerResponse response) {
        try {
            return document.faults(schema, ApiDocument.JSON.readTree(text(response)));
        } catch (JacksonException e) {
            return "the body is not JSON";
        }
    }

    private static Set<String> names(JsonNode content) {
        return Set.copyOf(content.propertyNames());
    }

    private static String type(ServerResponse response) {
        return response.headers()
                .getOrDefault("Content-Type", "")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(";.*", "");
    }
}
