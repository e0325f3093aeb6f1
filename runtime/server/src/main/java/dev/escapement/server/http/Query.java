package dev.escapement.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decoded parameters of the query of a URL. */
public final class Query {
    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Parses a query.
     *
     * @param text the text after the question mark, which can be empty
     * @throws ProblemException if an escape is malformed
     */
    public static Query of(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values);
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0 && decoded.indexOf('\0') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST,
                "The query contains a malformed escape or the character U+0000. Encode it as UTF-8.");
    }

    /** {@return all parameters} */
    public Map<String, List<String>> values() {
        return values;
    }

    /** {@return the values of a parameter} */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** {@return the value of a parameter; empty if it is absent} */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /**
     * Returns the value of a parameter that is an integer.
     *
     * @throws ProblemException if the value is not an integer in the range
     */
    public int integer(String name, int fallback, int min, int max) {
        Optional<String> text = first(name);
        if (text.isEmpty()) {
            return fallback;
        }
        return integer(text.get(), min, max)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "The parameter " + name + " must be an integer from " + min + " to " + max + "."));
    }

    /** {@return the integer in a text; empty if the text is not an integer in a range} */
    public static Optional<Integer> integer(String text, int min, int max) {
        try {
            int value = Integer.parseInt(text);
            return value >= min && value <= max ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
