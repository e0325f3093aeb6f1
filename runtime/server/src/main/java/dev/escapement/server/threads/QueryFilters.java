package dev.escapement.server.threads;

import dev.escapement.run.QuestionQuery;
import dev.escapement.run.Standing;
import dev.escapement.run.ThreadQuery;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.Query;
import dev.escapement.server.http.RouteParameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The filters of lists in queries of URLs. */
final class QueryFilters {
    private static final int LIMIT = 50;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final String TEXT = "{\"type\":\"string\"}";

    private static final RouteParameter AGENT =
            RouteParameter.queries("agent", "The name of an agent; several are alternatives.", TEXT);
    private static final RouteParameter LABEL = RouteParameter.queries(
            "label", "A label that the thread must have, as name:value; several must all be present.", TEXT);
    private static final RouteParameter AFTER =
            RouteParameter.query("after", "The value of next in the previous page.", TEXT);
    private static final RouteParameter PAGE_SIZE = limit(ThreadQuery.MAX_LIMIT);

    private static final RouteParameter PHASE = RouteParameter.queries(
            "phase",
            "A phase; several are alternatives.",
            "{\"type\":\"string\",\"enum\":[\"RUNNABLE\",\"WAITING\",\"FINISHED\",\"STOPPED\"]}");
    private static final RouteParameter SINCE_BEFORE = RouteParameter.query(
            "since-before", "The time before which the phase began.", "{\"type\":\"string\",\"format\":\"date-time\"}");
    private static final RouteParameter ORDER = RouteParameter.query(
            "order",
            "The order of the times at which the phases began. Default: newest.",
            "{\"type\":\"string\",\"enum\":[\"oldest\",\"newest\"]}");

    /** The parameters of a list of threads. */
    static final List<RouteParameter> THREADS = List.of(PHASE, AGENT, LABEL, SINCE_BEFORE, ORDER, AFTER, PAGE_SIZE);

    /** The parameters of a number of threads. */
    static final List<RouteParameter> COUNT = List.of(
            PHASE,
            AGENT,
            LABEL,
            SINCE_BEFORE,
            RouteParameter.query(
                    "bound",
                    "The number at which counting stops. Default: 10000.",
                    "{\"type\":\"integer\",\"minimum\":1,\"maximum\":100000}"));

    /** The parameters of a list of questions. */
    static final List<RouteParameter> QUESTIONS = List.of(
            RouteParameter.queries(
                    "kind",
                    "A kind; several are alternatives.",
                    "{\"type\":\"string\",\"enum\":[\"APPROVAL\",\"REPLY\",\"DECISION\",\"MESSAGE\"]}"),
            AGENT,
            LABEL,
            RouteParameter.query(
                    "mine",
                    "Whether only questions are listed that you may decide. Default: true.",
                    "{\"type\":\"string\",\"enum\":[\"true\",\"false\"]}"),
            AFTER,
            PAGE_SIZE);

    private QueryFilters() {}

    /** {@return the parameter for the size of a page} */
    static RouteParameter limit(int max) {
        return RouteParameter.query(
                "limit",
                "The maximum number of entries.",
                "{\"type\":\"integer\",\"minimum\":1,\"maximum\":" + max + "}");
    }

    /**
     * Returns a query for threads.
     *
     * @throws ProblemException if a parameter is invalid
     */
    static ThreadQuery threads(Query query) {
        Set<Standing.Phase> phases = EnumSet.noneOf(Standing.Phase.class);
        for (String phase : query.all("phase")) {
            phases.add(constant("phase", phase, Standing.Phase.class));
        }
        return new ThreadQuery(
                phases,
                query.all("agent"),
                labels(query),
                query.first("since-before").map(QueryFilters::instant),
                isOldestFirst(query),
                query.first("after"),
                query.integer("limit", LIMIT, 1, ThreadQuery.MAX_LIMIT));
    }

    private static boolean isOldestFirst(Query query) {
        return switch (query.first("order").orElse("newest")) {
            case "oldest" -> true;
            case "newest" -> false;
            default -> throw invalid("The parameter order must be oldest or newest.");
        };
    }

    /**
     * Returns a query for questions to people.
     *
     * @throws ProblemException if a parameter is invalid
     */
    static QuestionQuery questions(Query query) {
        Set<Standing.Kind> kinds = EnumSet.noneOf(Standing.Kind.class);
        for (String kind : query.all("kind")) {
            kinds.add(constant("kind", kind, Standing.Kind.class));
        }
        if (kinds.contains(Standing.Kind.CHILD)) {
            throw invalid("The parameter kind must be APPROVAL, REPLY, DECISION or MESSAGE.");
        }
        if (kinds.isEmpty()) {
            kinds = EnumSet.complementOf(EnumSet.of(Standing.Kind.CHILD));
        }
        return new QuestionQuery(
                kinds,
                query.all("agent"),
                labels(query),
                query.first("after"),
                query.integer("limit", LIMIT, 1, ThreadQuery.MAX_LIMIT));
    }

    /** {@return whether only questions are listed that the identity may decide} */
    static boolean isMine(Query query) {
        return switch (query.first("mine").orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid("The parameter mine must be true or false.");
        };
    }

    /**
     * Returns the labels in a query.
     *
     * @throws ProblemException if a label lacks a colon, or a name occurs with two values
     */
    static Map<String, String> labels(Query query) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : query.all("label")) {
            int colon = label.indexOf(':');
            if (colon < 1) {
                throw invalid("The parameter label must have the form name:value.");
            }
            String value = label.substring(colon + 1);
            String earlier = labels.putIfAbsent(label.substring(0, colon), value);
            if (earlier != null && !earlier.equals(value)) {
                throw invalid("The parameter label contains a name with two values. A label has one value.");
            }
        }
        return labels;
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new DateTimeException("out of the range of databases");
            }
            return instant;
        } catch (DateTimeException e) {
            throw invalid("The parameter since-before must be a time such as 2026-11-30T08:00:00Z.");
        }
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw invalid("The parameter " + name + " must be one of " + List.of(type.getEnumConstants()) + ".");
    }

    /** {@return a problem of a parameter} */
    static ProblemException invalid(String detail) {
        return new ProblemException(ProblemType.INVALID_REQUEST, detail);
    }

    /**
     * Returns the result of reading a page of the index.
     *
     * @throws ProblemException if the cursor is not one of the index
     */
    static <T> T page(Optional<String> after, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            if (after.isEmpty()) {
                throw e;
            }
            throw invalid("The parameter after must be the value of next in the previous page.");
        }
    }
}
