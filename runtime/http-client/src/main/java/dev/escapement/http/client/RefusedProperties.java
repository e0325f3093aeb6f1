package dev.escapement.http.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A reader of errors that name properties of a request which the server does not accept. Finds the property in the
 * provider's fields ({@code param}, {@code loc}) and in messages such as {@code tools[0].function.strict: Extra inputs
 * are not permitted}, {@code Unrecognized request argument supplied: store} or {@code Unknown name "strict"}.
 */
final class RefusedProperties {

    private static final int MAX_MESSAGE = 4000;

    /** The properties without which a request has a different meaning. They are never omitted. */
    private static final Set<String> REQUIRED = Set.of("contents", "input", "messages", "model", "tools");

    /** The beginnings of phrases that name the alternatives to a property that is not accepted. */
    private static final List<String> ALTERNATIVES = List.of(
            " instead",
            "use '",
            "use \"",
            "use `",
            "did you mean",
            "supported values",
            "expected one of",
            "allowed values",
            "valid values",
            "supported parameters");

    private static final List<String> MARKERS = List.of(
            "support",
            "unknown",
            "unrecogni",
            "unexpected",
            "extra",
            "permitted",
            "allowed",
            "available",
            "invalid",
            "cannot",
            "can't",
            "must not",
            "reject",
            "requires",
            "exist",
            "deprecated",
            "enabled",
            "forbidden",
            "only");

    private static final Set<String> BEFORE = Set.of(
            "supplied",
            "argument",
            "arguments",
            "parameter",
            "parameters",
            "param",
            "property",
            "properties",
            "field",
            "fields",
            "key",
            "keys",
            "option",
            "options",
            "support",
            "supports",
            "supporting",
            "unsupported",
            "unknown",
            "unrecognized",
            "unexpected",
            "name",
            "using",
            "with");

    private static final List<String> AFTER = List.of(
            "is not",
            "are not",
            "is un",
            "isn't",
            "not ",
            "unsupported",
            "extra inputs",
            "parameter",
            "property",
            "field",
            "option",
            "argument",
            "cannot",
            "must not",
            "unknown",
            "unexpected",
            "unrecognized",
            "requires",
            "is only",
            "is deprecated",
            "mode is not",
            "mode is un",
            "tools are not",
            "tool is not",
            "values are not",
            "value is not");

    private RefusedProperties() {}

    /** Returns whether a response with this status may report a property that the server does not accept. */
    static boolean isPossible(int status) {
        return switch (status) {
            case 200, 400, 404, 405, 415, 422, 500, 501 -> true;
            default -> false;
        };
    }

    /** Returns the optional properties that an error names, in the order of the given names. */
    static Set<String> in(ErrorBody error, Set<String> optional) {
        Set<String> named = new LinkedHashSet<>();
        for (String name : optional) {
            if (!REQUIRED.contains(name) && error.parameters().stream().anyMatch(path -> isPart(name, path))) {
                named.add(name);
            }
        }
        if (!named.isEmpty()) {
            return named;
        }
        String message = error.message()
                .substring(0, Math.min(MAX_MESSAGE, error.message().length()));
        String lower = message.toLowerCase(Locale.ROOT);
        if (MARKERS.stream().noneMatch(lower::contains)) {
            return named;
        }
        int end = ALTERNATIVES.stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at > 0)
                .min()
                .orElse(message.length());
        String refusal = message.substring(0, Math.min(end, message.length()));
        for (String name : optional) {
            if (!REQUIRED.contains(name) && (isNamed(name, refusal) || isNamedInWords(name, refusal))) {
                named.add(name);
            }
        }
        return named;
    }

    private static boolean isPart(String name, String path) {
        for (int at = path.indexOf(name); at >= 0; at = path.indexOf(name, at + 1)) {
            if (isWhole(path, at, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(String name, String message) {
        for (int at = message.indexOf(name); at >= 0; at = message.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (isWhole(message, at, end)
                    && (isIdentifier(name) || isPath(message, at, end) || isDescribed(message, at, end))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the message describes a property in words, for example {@code Tool choice is not supported}. */
    private static boolean isNamedInWords(String name, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            if (isWhole(text, at, end) && isDescribed(text, at, end)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a part of a text is not a part of a longer name. */
    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !isNameCharacter(text.charAt(start - 1)))
                && (end == text.length() || !isNameCharacter(text.charAt(end)));
    }

    private static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    /** Returns whether a name cannot be a word of a sentence. */
    private static boolean isIdentifier(String name) {
        return !name.equals(name.toLowerCase(Locale.ROOT)) || name.indexOf('_') >= 0;
    }

    /** Returns whether the name is in quotes or a part of a path. */
    private static boolean isPath(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        boolean isQuoted = "'\"`\u2018\u201c".indexOf(before) >= 0 && "'\"`\u2019\u201d.[".indexOf(after) >= 0;
        boolean isInPath = before == '.' || after == '[' || (after == ':' && start == 0);
        boolean isParent = after == '.' && end + 1 < text.length() && isNameCharacter(text.charAt(end + 1));
        return isQuoted || isInPath || isParent;
    }

    /** Returns whether the words around the name describe it as a property. */
    private static boolean isDescribed(String text, int start, int end) {
        String before = text.substring(0, start).toLowerCase(Locale.ROOT);
        int last = before.length();
        while (last > 0 && !Character.isLetter(before.charAt(last - 1))) {
            last--;
        }
        int first = last;
        while (first > 0 && Character.isLetter(before.charAt(first - 1))) {
            first--;
        }
        String after = text.substring(end).toLowerCase(Locale.ROOT);
        int next = 0;
        while (next < after.length() && !Character.isLetter(after.charAt(next))) {
            next++;
        }
        String words = after.substring(next);
        return BEFORE.contains(before.substring(first, last)) || AFTER.stream().anyMatch(words::startsWith);
    }
}
