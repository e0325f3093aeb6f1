package dev.escapement.processor.read;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A converter of documentation comments to plain text. It removes HTML, and replaces inline tags with their rendered
 * text.
 */
final class JavadocMarkup {

    private static final Pattern HTML = Pattern.compile("<!--.*?-->|</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>", Pattern.DOTALL);
    private static final Pattern SNIPPET_ATTRIBUTES =
            Pattern.compile("(?:\\s*[\\w-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[\\w./-]+))?)*\\s*:");
    private static final Pattern INDEXED = Pattern.compile("(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)(.*)}", Pattern.DOTALL);

    /** The HTML elements that can occur within a word. All other HTML elements separate words. */
    private static final Set<String> WITHIN_WORDS = Set.of(
            "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "tt", "u", "var");

    private static final Pattern HIDDEN =
            Pattern.compile("<(script|style)\\b.*?</\\1\\s*>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /** The comments with which snippets mark their lines. */
    private static final Pattern SNIPPET_MARKUP =
            Pattern.compile("(?m)[ \\t]*(?://|#)[ \\t]*@(?:start|end|highlight|replace|link)\\b.*$");

    private static final Pattern PACKAGE = Pattern.compile("^(?:[\\w.]+/)?(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    private final UnaryOperator<String> constants;

    /**
     * Creates a converter.
     *
     * @param constants a function that returns the text of a reference to a constant, empty for an unknown constant
     */
    JavadocMarkup(UnaryOperator<String> constants) {
        this.constants = constants;
    }

    /** Converts markup to plain text on one line. */
    String plain(String markup) {
        return SPACES.matcher(text(markup)).replaceAll(" ").strip();
    }

    private String text(String source) {
        String markup = HIDDEN.matcher(source).replaceAll("");
        StringBuilder text = new StringBuilder();
        Matcher html = HTML.matcher(markup);
        Matcher entity = HtmlEntities.matcher(markup);
        int i = 0;
        while (i < markup.length()) {
            int end = endOfInlineTag(markup, i);
            if (end > i) {
                text.append(inline(markup.substring(i, end + 1)));
                i = end + 1;
            } else if (at(html, markup, i)) {
                boolean within = html.group(1) == null || WITHIN_WORDS.contains(lowerCase(html.group(1)));
                text.append(within ? "" : " ");
                i = html.end();
            } else if (at(entity, markup, i)) {
                text.append(HtmlEntities.decode(entity));
                i = entity.end();
            } else {
                text.append(markup.charAt(i));
                i++;
            }
        }
        return text.toString();
    }

    private static boolean at(Matcher matcher, String markup, int begin) {
        return matcher.region(begin, markup.length()).lookingAt();
    }

    /**
     * Returns the index of the closing brace of the inline tag that begins at the given index. Returns -1 if no tag
     * begins there, or if the tag is not closed.
     */
    static int endOfInlineTag(String markup, int begin) {
        if (!markup.startsWith("{@", begin)) {
            return -1;
        }
        int depth = 0;
        for (int i = begin; i < markup.length(); i++) {
            if (markup.charAt(i) == '{') {
                depth++;
            } else if (markup.charAt(i) == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Returns the text that a reader sees for an inline tag. */
    String inline(String tag) {
        Matcher parts = INLINE_TAG.matcher(tag);
        if (!parts.matches()) {
            return "";
        }
        String content = parts.group(2).strip();
        return switch (lowerCase(parts.group(1))) {
            case "code", "literal" -> content;
            case "link", "linkplain" -> link(content);
            case "value" -> constants.apply(content);
            case "snippet" -> snippet(content);
            case "inheritdoc", "docroot" -> "";
            case "return" -> "Returns " + text(content) + ".";
            case "index" -> indexed(content);
            default -> text(content);
        };
    }

    /** Returns the body of a snippet, empty if the body is in another file. */
    private static String snippet(String content) {
        Matcher attributes = SNIPPET_ATTRIBUTES.matcher(content);
        return attributes.lookingAt()
                ? SNIPPET_MARKUP.matcher(content.substring(attributes.end())).replaceAll("")
                : "";
    }

    /** Returns the indexed word or quoted phrase, without its description in the index. */
    private static String indexed(String content) {
        Matcher phrase = INDEXED.matcher(content);
        return phrase.lookingAt() ? (phrase.group(1) == null ? phrase.group(2) : phrase.group(1)) : "";
    }

    private String link(String content) {
        int end = 0;
        int depth = 0;
        while (end < content.length() && (depth > 0 || !Character.isWhitespace(content.charAt(end)))) {
            char c = content.charAt(end);
            depth += c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
            end++;
        }
        String label = content.substring(end).strip();
        return label.isEmpty() ? reference(content.substring(0, end)) : text(label);
    }

    /** Returns the text of a reference to a type or a member, such as {@code List.size()}. */
    static String reference(String reference) {
        String local = reference.replaceFirst("^#", "");
        return PACKAGE.matcher(local).replaceFirst("").replaceFirst("#+", ".");
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
