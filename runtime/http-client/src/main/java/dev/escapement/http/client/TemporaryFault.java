package dev.escapement.http.client;

import java.util.List;
import java.util.Locale;

/** A classifier of faults after which the same request may succeed later. */
final class TemporaryFault {

    /** The parts of names of temporary faults, in lower case and without punctuation. */
    private static final List<String> PARTS = List.of(
            "overload",
            "ratelimit",
            "toomanyrequests",
            "throttl",
            "unavailable",
            "internalerror",
            "internalserver",
            "servererror",
            "timeout",
            "timedout",
            "deadlineexceeded",
            "resourceexhausted",
            "networkerror",
            "connectionerror",
            "badgateway",
            "serverbusy");

    /** The parts of names that denote a temporary fault even if the status is that of a rejected request. */
    private static final List<String> CERTAIN_PARTS = List.of(
            "overload",
            "ratelimit",
            "toomanyrequests",
            "throttl",
            "servererror",
            "internalserver",
            "serviceunavailable",
            "resourceexhausted",
            "serverbusy");

    /** The parts of messages about a temporary fault, in lower case. */
    private static final List<String> PHRASES = List.of(
            "overloaded",
            "rate limit",
            "too many requests",
            "again later",
            "try again in",
            "retry later",
            "please retry",
            "temporarily",
            "server busy",
            "server is busy",
            "service unavailable",
            "bad gateway",
            "gateway timeout",
            "timed out",
            "internal server error",
            "at capacity");

    private static final int MAX_MESSAGE = 300;

    private TemporaryFault() {}

    /** Returns whether a response with this status may be followed by a successful one. */
    static boolean isStatus(int status) {
        return switch (status) {
            case 408, 409, 424, 425, 429, 498, 499 -> true; // 498: Groq's capacity is exceeded
            default -> status >= 500;
        };
    }

    /**
     * Returns whether the error of a response with an error status is temporary. Some gateways report faults of the
     * provider with the status of a rejected request, so that only the names of the error show that it is temporary.
     */
    static boolean is(int status, ErrorBody error) {
        return switch (status) {
            case 401, 404, 405, 407, 413 -> false; // the same request has the same result
            default ->
                !isTooLarge(error)
                        && (isStatus(status)
                                || isStatus(error.status())
                                || error.names().stream()
                                        .map(TemporaryFault::plain)
                                        .anyMatch(name -> CERTAIN_PARTS.stream().anyMatch(name::contains)));
        };
    }

    /**
     * Returns whether an error reports a request that is larger than a rate limit. OpenAI and Groq report it like an
     * exceeded rate limit, but the same request can never succeed.
     */
    private static boolean isTooLarge(ErrorBody error) {
        return error.message().strip().toLowerCase(Locale.ROOT).startsWith("request too large");
    }

    /** Returns whether the message of an error without a name and without a status is about a temporary fault. */
    static boolean isMessage(ErrorBody error) {
        String message = error.message();
        String beginning =
                message.substring(0, Math.min(MAX_MESSAGE, message.length())).toLowerCase(Locale.ROOT);
        return error.names().isEmpty()
                && error.code().isEmpty()
                && error.status() == 0
                && PHRASES.stream().anyMatch(beginning::contains);
    }

    private static String plain(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** Returns whether a provider's name of an error denotes a temporary fault, for example {@code overloaded_error}. */
    static boolean isName(String name) {
        String plain = plain(name);
        return plain.equals("apierror")
                || plain.equals("internal")
                || plain.equals("aborted")
                || PARTS.stream().anyMatch(plain::contains)
                || (plain.length() == 3 && plain.chars().allMatch(Character::isDigit) && isStatus(number(plain)));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
