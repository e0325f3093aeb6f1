package dev.escapement.processor.diagnostic;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A renderer of message templates with numbered placeholders. Numbers begin at 0: <code>{1}</code> is the second
 * argument, <code>{1^}</code> the same with a capital first letter, and <code>{1| and }</code> a list whose elements
 * are joined with the string after the bar. Without a bar, elements are joined with a comma and a blank.
 */
final class MessageTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)(\\^)?(?:\\|([^}]*))?}");
    private static final String COMMA = ", ";

    private MessageTemplate() {}

    /**
     * Returns a template with each placeholder replaced by its argument.
     *
     * @throws IndexOutOfBoundsException if there are too few arguments
     */
    static String render(String template, List<?> arguments) {
        return PLACEHOLDER.matcher(template).replaceAll((MatchResult placeholder) -> {
            Object argument = arguments.get(Integer.parseInt(placeholder.group(1)));
            String separator = placeholder.group(3) == null ? COMMA : placeholder.group(3);
            String text = text(argument, separator);
            return Matcher.quoteReplacement(placeholder.group(2) == null ? text : capitalized(text));
        });
    }

    private static String text(Object argument, String separator) {
        if (argument instanceof List<?> list) {
            return list.stream().map(element -> text(element, COMMA)).collect(Collectors.joining(separator));
        }
        return argument instanceof Clause clause ? clause.text() : String.valueOf(argument);
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Returns an immutable copy of the arguments. Names from the compiler are converted to strings. */
    static List<Object> arguments(List<?> arguments) {
        return arguments.stream().map(MessageTemplate::argument).toList();
    }

    private static Object argument(Object argument) {
        if (argument instanceof CharSequence text) {
            return text.toString();
        }
        return argument instanceof List<?> list ? arguments(list) : argument;
    }
}
