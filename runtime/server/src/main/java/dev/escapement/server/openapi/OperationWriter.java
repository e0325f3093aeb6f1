package dev.escapement.server.openapi;

import dev.escapement.internal.tree.JsonValue;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.BodySchema;
import dev.escapement.server.http.Route;
import dev.escapement.server.http.RouteOperation;
import dev.escapement.server.http.RouteParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A writer of the operation objects of the document. */
final class OperationWriter {
    /** The name of the component of problems. */
    static final String PROBLEM = "Problem";

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final Map<Integer, String> REASONS =
            Map.of(200, "OK", 201, "Created", 202, "Accepted", 204, "No content", 304, "Not modified");

    private final SchemaComponents components;

    OperationWriter(SchemaComponents components) {
        this.components = components;
    }

    /** Returns the operation of a route. */
    JsonValue operation(Route route) {
        RouteOperation operation = route.operation();
        JsonObject out = new JsonObject()
                .put("operationId", operation.id())
                .put("summary", operation.summary())
                .put("security", security(route.access()));
        List<JsonValue> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            out.put("parameters", parameters);
        }
        operation
                .request()
                .ifPresent(body -> out.put(
                        "requestBody",
                        new JsonObject()
                                .put("required", true)
                                .put("content", json("application/json", body, operation.id() + ".Request"))));
        return out.put("responses", responses(route)).build();
    }

    private static List<JsonValue> security(Access access) {
        if (!access.requiresIdentity()) {
            return List.of();
        }
        List<JsonValue> roles = access.role().stream()
                .map(role -> (JsonValue) new JsonValue.Text(role.name().toLowerCase(Locale.ROOT)))
                .toList();
        return List.of(
                new JsonObject().put("session", roles).build(),
                new JsonObject().put("authenticator", roles).build());
    }

    private static List<JsonValue> parameters(Route route) {
        List<JsonValue> parameters = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(route.path());
        while (variable.find()) {
            parameters.add(new JsonObject()
                    .put("name", variable.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .put("schema", pathSchema(variable.group(1)))
                    .build());
        }
        for (RouteParameter parameter : route.operation().parameters()) {
            parameters.add(parameter(parameter));
        }
        if (route.access().requiresIdentity()) {
            parameters.add(JsonObject.reference("#/components/parameters/AntiForgery"));
        }
        return parameters;
    }

    private static JsonObject pathSchema(String name) {
        return name.equals("position")
                ? new JsonObject().put("type", "integer").put("minimum", JsonValue.parse("0"))
                : new JsonObject().put("type", "string").put("minLength", JsonValue.parse("1"));
    }

    private static JsonValue parameter(RouteParameter parameter) {
        JsonValue schema = JsonValue.parse(parameter.schema());
        return new JsonObject()
                .put("name", parameter.name())
                .put("in", parameter.in().name().toLowerCase(Locale.ROOT))
                .put("description", parameter.description())
                .put(
                        "schema",
                        parameter.repeatable()
                                ? new JsonObject()
                                        .put("type", "array")
                                        .put("items", schema)
                                        .build()
                                : schema)
                .build();
    }

    private JsonObject responses(Route route) {
        JsonObject out = new JsonObject();
        route.operation()
                .responses()
                .forEach((status, body) -> out.put(String.valueOf(status), response(route, status, body)));
        for (int status : ProblemStatuses.of(route)) {
            if (!out.contains(String.valueOf(status))) {
                out.put(String.valueOf(status), JsonObject.reference("#/components/responses/" + PROBLEM + status));
            }
        }
        return out;
    }

    /** A GET request that is answered with 200 and without JSON opens a stream of events. */
    private JsonObject response(Route route, int status, Optional<BodySchema> body) {
        JsonObject out = new JsonObject().put("description", REASONS.getOrDefault(status, "Status " + status));
        if (body.isPresent()) {
            out.put(
                    "content",
                    json("application/json", body.get(), route.operation().id() + ".Response" + status));
        } else if (status == 200 && route.method().equals("GET")) {
            JsonObject text = new JsonObject().put("schema", new JsonObject().put("type", "string"));
            out.put("content", new JsonObject().put("text/event-stream", text));
        }
        return out;
    }

    private JsonObject json(String type, BodySchema body, String fallback) {
        return new JsonObject().put(type, new JsonObject().put("schema", components.add(body, fallback)));
    }
}
