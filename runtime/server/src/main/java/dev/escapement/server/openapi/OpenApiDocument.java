package dev.escapement.server.openapi;

import dev.escapement.engine.AgentLoop;
import dev.escapement.internal.tree.JsonValue;
import dev.escapement.server.body.ProblemBodyCodec;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Route;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The OpenAPI 3.1 document of the routes below {@code /api/} and {@code /webhooks/}. The paths are relative to the prefix
 * under which the handlers are mounted. The document depends on the routes and on the agents only, so that equal servers
 * have equal documents.
 */
final class OpenApiDocument {
    private static final String DESCRIPTION =
            "Starts, follows and decides agent threads. Paths are relative to the mount prefix of the server. Every problem is"
                    + " described as application/problem+json (RFC 9457).";

    private final SchemaComponents components = new SchemaComponents();
    private final OperationWriter operations = new OperationWriter(components);

    private OpenApiDocument() {}

    /**
     * Returns the document.
     *
     * @param routes all routes of the server, in order
     * @param paths the routes for the triggers of the agents
     * @param loops the agents
     * @return JSON text
     */
    static String of(List<Route> routes, AgentRoutePaths paths, Collection<AgentLoop> loops) {
        return new OpenApiDocument().document(routes, paths, loops).json();
    }

    private JsonValue document(List<Route> routes, AgentRoutePaths paths, Collection<AgentLoop> loops) {
        components.add(new BodySchema(OperationWriter.PROBLEM, ProblemBodyCodec.SCHEMA), OperationWriter.PROBLEM);
        Map<String, Map<String, JsonValue>> items = new LinkedHashMap<>();
        routes.stream()
                .filter(OpenApiDocument::isDescribed)
                .flatMap(paths::expand)
                .forEach(route -> items.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                        .put(route.method().toLowerCase(Locale.ROOT), operations.operation(route)));
        new ToolComponents(components).add(loops);
        JsonObject described = new JsonObject();
        items.forEach((path, methods) -> described.put(path, new JsonValue.Members(methods)));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "Escapement")
                                .put("version", "1")
                                .put("description", DESCRIPTION))
                .put("jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema")
                .put("paths", described)
                .put("components", components())
                .build();
    }

    private static boolean isDescribed(Route route) {
        return route.path().startsWith("/api/") || route.path().startsWith("/webhooks/");
    }

    private JsonObject components() {
        return new JsonObject()
                .put("schemas", components.build())
                .put("responses", problems())
                .put("parameters", new JsonObject().put("AntiForgery", antiForgery()))
                .put("securitySchemes", securitySchemes());
    }

    private static JsonObject problems() {
        Map<Integer, String> titles = new TreeMap<>();
        for (ProblemType type : ProblemType.values()) {
            titles.merge(type.status(), type.title(), (one, other) -> one + ", or " + other);
        }
        JsonValue schema = JsonObject.reference("#/components/schemas/" + OperationWriter.PROBLEM);
        JsonObject content = new JsonObject().put("application/problem+json", new JsonObject().put("schema", schema));
        JsonObject out = new JsonObject();
        titles.forEach((status, title) -> out.put(
                OperationWriter.PROBLEM + status,
                new JsonObject().put("description", title).put("content", content)));
        return out;
    }

    private static JsonObject antiForgery() {
        return new JsonObject()
                .put("name", "Escapement-Anti-Forgery")
                .put("in", "header")
                .put(
                        "description",
                        "The antiForgeryToken of the session. With a local session required for every request, otherwise"
                                + " for changes with a cookie.")
                .put("schema", new JsonObject().put("type", "string"));
    }

    private static JsonObject securitySchemes() {
        return new JsonObject()
                .put(
                        "session",
                        new JsonObject()
                                .put("type", "apiKey")
                                .put("in", "cookie")
                                .put("name", "escapement-session")
                                .put(
                                        "description",
                                        "The cookie of a local session. Its name ends with the port. The header"
                                                + " Escapement-Anti-Forgery is required in addition."))
                .put(
                        "authenticator",
                        new JsonObject()
                                .put("type", "http")
                                .put("scheme", "bearer")
                                .put(
                                        "description",
                                        "The credentials that the Authenticator of the application requires."));
    }
}
