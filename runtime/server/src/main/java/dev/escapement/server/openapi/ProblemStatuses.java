package dev.escapement.server.openapi;

import dev.escapement.server.http.Access;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Route;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The problems with which a route can answer. */
final class ProblemStatuses {

    /** The operations that require the agent of a thread, which the server may not have. */
    private static final Set<String> OF_AGENTS = Set.of("readRequest", "verifyThread");

    private ProblemStatuses() {}

    /** Returns the status codes in ascending order. */
    static SortedSet<Integer> of(Route route) {
        Set<ProblemType> types = EnumSet.of(
                ProblemType.INVALID_REQUEST,
                ProblemType.FOREIGN_ORIGIN,
                ProblemType.TOO_LARGE,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE);
        if (route.access() != Access.PUBLIC || route.method().equals("POST")) {
            types.add(ProblemType.UNAUTHENTICATED);
        }
        if (route.path().contains("{") || isStart(route)) {
            types.add(ProblemType.NOT_FOUND);
            types.add(ProblemType.ERASED);
        }
        if (OF_AGENTS.contains(route.operation().id())) {
            types.add(ProblemType.INVALID_CONTENT);
        }
        if (!route.method().equals("GET")) {
            types.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            types.add(ProblemType.INVALID_CONTENT);
            types.add(ProblemType.CONFLICT);
        }
        SortedSet<Integer> statuses = new TreeSet<>();
        types.forEach(type -> statuses.add(type.status()));
        return statuses;
    }

    /** Returns whether a route starts threads. The thread of an idempotency key or of a delivery can be erased. */
    private static boolean isStart(Route route) {
        return switch (route.access()) {
            case STARTER, SIGNATURE -> true;
            case PUBLIC, IDENTITY, READER, OPERATOR, DRIVER -> false;
        };
    }
}
