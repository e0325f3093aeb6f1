package dev.escapement.server.http;

import java.util.Objects;

/**
 * A parameter of a route in the query or in a header. The router refuses parameters of the query that the route does not
 * declare.
 *
 * @param in the place
 * @param name the name
 * @param description the description in the OpenAPI document
 * @param schema the JSON Schema of the value
 * @param repeatable whether the parameter can occur more than once
 */
public record RouteParameter(In in, String name, String description, String schema, boolean repeatable) {
    public RouteParameter {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(schema, "schema");
    }

    /** A place of a parameter. */
    public enum In {
        /** The query of the URL. */
        QUERY,
        /** The headers of the request. */
        HEADER
    }

    /** {@return a parameter of the query that can occur once} */
    public static RouteParameter query(String name, String description, String schema) {
        return new RouteParameter(In.QUERY, name, description, schema, false);
    }

    /** {@return a parameter of the query that can occur more than once} */
    public static RouteParameter queries(String name, String description, String schema) {
        return new RouteParameter(In.QUERY, name, description, schema, true);
    }

    /** {@return a header} */
    public static RouteParameter header(String name, String description, String schema) {
        return new RouteParameter(In.HEADER, name, description, schema, false);
    }
}
