package dev.escapement.server.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The description of a route in the OpenAPI document.
 *
 * @param id the unique name of the operation in lower camel case
 * @param summary a short sentence
 * @param parameters the parameters in the query and in headers, in order
 * @param request the schema of the JSON body; empty if there is none
 * @param responses the schema of the JSON body of each successful status; an empty schema for a body that is not JSON or
 *     absent. The statuses of problems follow from the route
 */
public record RouteOperation(
        String id,
        String summary,
        List<RouteParameter> parameters,
        Optional<BodySchema> request,
        Map<Integer, Optional<BodySchema>> responses) {
    public RouteOperation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(summary, "summary");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(request, "request");
        responses = Collections.unmodifiableMap(new TreeMap<>(responses));
    }
}
