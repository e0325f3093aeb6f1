package dev.escapement.http.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reader of errors that name properties of a request which the server does not accept. Finds the property in the
 * provider's fields ({@code param}, {@code loc}) and in messages such as {@code tools[0].function.strict: Extra inputs
 * are not permitted}, {@code Unrecognized request argument supplied: store} or {@code Unknown name "strict"}.
 */
final class RefusedProperties {

    private static final int MAX_MESSAGE = 4000;

    /** The properties of which a message may name a part. */
    private static final Map<String, String> PARTS = Map.of("stream_options", "include_usage");

    /** The properties that contain the conversation. An error about a part of them may quote it. */
    private static final Pattern IN_CONVERSATION =
            Pattern.compile("^[#/.$\\[]*(?:body[./])?(messages|input|contents)\\b.*");

    /** The properties without which a request has a different meaning. They are never omitted. */
    private static final Set<String> REQUIRED = Set.of("contents", "input", "messages", "model", "tools");

    /** The properties whose absence may be less private than the application expects. They are never omitted. */
    private static final Set<String> KEPT = Set.of("store");

    /**
     * The properties whose values the client selects from few words. The application selects the values of the other
     * properties, so an error about such a value is not a refusal of the property.
     */
    private static final Set<String> SWITCHES = Set.of(
            "VALIDATED",
            "cache_control",
            "disable_parallel_tool_use",
            "include",
            "parallel_tool_calls",
            "stream_options",
            "strict",
            "tool_choice");

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

    /** The parts of sentences about a property that is unknown, unsupported or not permitted. */
    private static final Pattern REFUSAL =
            Pattern.compile("unknown|unrecogni|\\bunexpected|unsupported|n[o']t (be )?support"
                    + "|endpoints found that support|extra[ _](input|field|forbidden)|value_error\\.extra|extraneous"
                    + "|additional propert|n[o']t (permitted|allowed|available|exist|recogni|implemented|accept)|forbidden"
                    + "|cannot find field|no such|not a valid (field|parameter|property|argument|option)|deprecated|no longer"
                    + "|only (supported|available|allowed|the default)|\u4e0d\u652f\u6301|\u4e0d\u88ab\u652f\u6301|\u672a\u77e5"
                    + "|\u4e0d\u5141\u8bb8|\u65e0\u6cd5\u8bc6\u522b|\u672a\u5b9a\u4e49|\u4e0d\u5b58\u5728");

    /** The further parts of sentences that refuse a switch. */
    private static final Pattern REFUSED_SWITCH = Pattern.compile(
            "invalid|validation|incompatible|mismatch|not be enabled|requires --|cannot be used|can't be used"
                    + "|\u975e\u6cd5|\u65e0\u6548|\u6709\u8bef");

    /** The parts of sentences about the range of a value. */
    private static final Pattern RANGE = Pattern.compile("\\btoo (large|small|long|short|high|low|big|many|few)\\b"
            + "|maximum|minimum|\\bexceed|\\bbetween\\b|\\b(less|greater|larger|smaller|more|fewer|higher|lower) than\\b"
            + "|\\brange\\b|\\bat (least|most)\\b|\\b(above|below)\\b|[<>]=|context length");

    /** The parts of sentences about a value, a conflict of properties or the content of the conversation. */
    private static final Pattern VALUE =
            Pattern.compile("\\b(must|should|has to|may only) be\\b|\\bexpected\\b|\\bbut (found|got)\\b"
                    + "|(invalid|unsupported) value|invalid type|\\bblocks?\\b|\\btogether with\\b|\\bboth\\b");

    /** The only accepted value, which the server uses if the property is absent. */
    private static final String DEFAULT_ONLY = "only the default";

    /** The text after the name of a property that quotes its value. */
    private static final Pattern QUOTED_VALUE = Pattern.compile("^['\"`\u2019]?+\\s*(=|value\\b|of\\b|['\"`\\d])");

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    /** The text after the name of a switch that contains its value. */
    private static final Pattern SWITCH_VALUE = Pattern.compile("^\\s*[:=]\\s*(true|false)\\b");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;])\\s+|\\n|\\}\\s*,\\s*\\{");

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
            case 200, 400, 403, 404, 405, 415, 422, 500, 501 -> true;
            default -> false;
        };
    }

    /** Returns whether a property that an error names is never omitted, although the request may contain it. */
    static boolean isKept(String name) {
        return KEPT.contains(name);
    }

    /** Returns whether a text reports a property that is unknown, unsupported or not permitted. */
    static boolean isRefusal(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return REFUSAL.matcher(lower).find() && !isAboutValue(lower, false);
    }

    /**
     * Returns the optional properties that an error refuses, in the order of the given names. An error about the value of
     * a property is not a refusal.
     */
    static Set<String> in(ErrorBody error, Set<String> optional) {
        Set<String> named = new LinkedHashSet<>();
        for (String name : optional) {
            if (!REQUIRED.contains(name)
                    && error.parameters().stream().anyMatch(path -> isPart(name, path) || isPart(camelCase(name), path))
                    && isRefusedParameter(name, error)) {
                named.add(name);
            }
        }
        if (!named.isEmpty()
                || error.parameters().stream()
                        .anyMatch(path -> IN_CONVERSATION.matcher(path).matches())) {
            return named;
        }
        String message = Quotations.removedFrom(beginning(error.message()));
        String lower = message.toLowerCase(Locale.ROOT);
        int end = ALTERNATIVES.stream()
                .mapToInt(lower::indexOf)
                .filter(at -> at > 0)
                .min()
                .orElse(message.length());
        String refusal = message.substring(0, Math.min(end, message.length()));
        boolean isDefaultOnly = lower.contains(DEFAULT_ONLY);
        for (String name : optional) {
            if (!REQUIRED.contains(name) && isRefused(name, refusal, isDefaultOnly)) {
                named.add(name);
            }
        }
        return named;
    }

    private static String beginning(String message) {
        return message.substring(0, Math.min(MAX_MESSAGE, message.length()));
    }

    /** Returns whether an error refuses a property that one of its fields names. */
    private static boolean isRefusedParameter(String name, ErrorBody error) {
        String code = error.code().replace('_', ' ') + "\n";
        String message = (code + beginning(error.message())).toLowerCase(Locale.ROOT);
        if (SWITCHES.contains(name)) {
            return isRefusedSwitch(message);
        }
        boolean isDefaultOnly = message.contains(DEFAULT_ONLY);
        return SENTENCE_END
                .splitAsStream(message)
                .anyMatch(part -> REFUSAL.matcher(part).find() && !isAboutValue(part, isDefaultOnly));
    }

    private static boolean isRefused(String name, String message, boolean isDefaultOnly) {
        if (SWITCHES.contains(name)) {
            return isRefusedSwitch(message.toLowerCase(Locale.ROOT))
                    && (isNamed(name, message, false) || isNamedInWords(name, message, false));
        }
        return SENTENCE_END.splitAsStream(message).anyMatch(part -> {
            String lower = part.toLowerCase(Locale.ROOT);
            return REFUSAL.matcher(lower).find()
                    && !isAboutValue(lower, isDefaultOnly)
                    && (isNamed(name, part, true) || isNamedInWords(name, part, true));
        });
    }

    private static boolean isRefusedSwitch(String message) {
        return (REFUSAL.matcher(message).find()
                        || REFUSED_SWITCH.matcher(message).find())
                && !RANGE.matcher(message).find();
    }

    private static boolean isAboutValue(String sentence, boolean isDefaultOnly) {
        return RANGE.matcher(sentence).find()
                || (!isDefaultOnly && VALUE.matcher(sentence).find());
    }

    private static boolean isPart(String name, String path) {
        for (int at = path.indexOf(name); at >= 0; at = path.indexOf(name, at + 1)) {
            if (isWhole(path, at, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a message contains a name, its form in camel case, or a part of the property. */
    private static boolean isNamed(String name, String message, boolean isValueExcluded) {
        return isWritten(name, message, isValueExcluded)
                || isWritten(camelCase(name), message, isValueExcluded)
                || (PARTS.containsKey(name) && isWritten(PARTS.get(name), message, isValueExcluded));
    }

    private static String camelCase(String name) {
        return UNDERSCORE.matcher(name).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
    }

    private static boolean isWritten(String name, String message, boolean isValueExcluded) {
        for (int at = message.indexOf(name); at >= 0; at = message.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (isWhole(message, at, end)
                    && !(isValueExcluded
                            && QUOTED_VALUE.matcher(message.substring(end)).find())
                    && (isIdentifier(name) || isPath(message, at, end) || isDescribed(message, at, end))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the message describes a property in words, for example {@code Tool choice is not supported}. */
    private static boolean isNamedInWords(String name, String message, boolean isValueExcluded) {
        String text = message.toLowerCase(Locale.ROOT);
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            if (isWhole(text, at, end)
                    && !(isValueExcluded
                            && QUOTED_VALUE.matcher(text.substring(end)).find())
                    && isDescribed(text, at, end)) {
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
        boolean isInPath = before == '.' || before == '/' || after == '[' || (after == ':' && start == 0);
        boolean isParent = after == '.' && end + 1 < text.length() && isNameCharacter(text.charAt(end + 1));
        return isQuoted
                || isInPath
                || isParent
                || SWITCH_VALUE
                        .matcher(text.substring(end).toLowerCase(Locale.ROOT))
                        .find();
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
