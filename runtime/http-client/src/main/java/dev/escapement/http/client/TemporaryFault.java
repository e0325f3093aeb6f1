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

    private TemporaryFault() {}

    /** Returns whether a response with this status may be followed by a successful one. */
    static boolean isStatus(int status) {
        return switch (status) {
            case 408, 409, 425, 429 -> true;
            default -> status >= 500;
        };
    }

    /** Returns whether a provider's name of an error denotes a temporary fault, for example {@code overloaded_error}. */
    static boolean isName(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        String plain = letters.toString();
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
