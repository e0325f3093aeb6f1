package dev.escapement.processor.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A converter of documentation comments to plain text. It removes HTML, and replaces inline tags with their rendered
 * text.
 */
final class JavadocMarkup {

    private static final Pattern HTML = Pattern.compile("<!--.*?-->|</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\w+));");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)(.*)}", Pattern.DOTALL);

    /** The HTML elements that can occur within a word. All other HTML elements separate words. */
    private static final Set<String> WITHIN_WORDS = Set.of(
            "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "tt", "u", "var");

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("hellip", "…"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("euro", "€"),
            Map.entry("deg", "°"),
            Map.entry("times", "×"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("rarr", "→"));

    private JavadocMarkup() {}

    /** Converts markup to plain text on one line. */
    static String plain(String markup) {
        return text(markup).strip().replaceAll("\\s+", " ");
    }

    private static String text(String markup) {
        StringBuilder text = new StringBuilder();
        Matcher html = HTML.matcher(markup);
        Matcher entity = ENTITY.matcher(markup);
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
                text.append(decode(entity));
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

    private static String decode(Matcher entity) {
        if (entity.group(3) != null) {
            return ENTITIES.getOrDefault(entity.group(3), entity.group());
        }
        int character =
                entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(character) ? Character.toString(character) : entity.group();
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

    private static String inline(String tag) {
        Matcher parts = INLINE_TAG.matcher(tag);
        if (!parts.matches()) {
            return "";
        }
        String content = parts.group(2).strip();
        return switch (lowerCase(parts.group(1))) {
            case "code", "literal" -> content;
            case "link", "linkplain" -> link(content);
            case "inheritdoc" -> "";
            default -> text(content);
        };
    }

    private static String link(String content) {
        int end = 0;
        boolean inParameters = false;
        while (end < content.length() && (inParameters || !Character.isWhitespace(content.charAt(end)))) {
            char c = content.charAt(end);
            inParameters = c == '(' || (inParameters && c != ')');
            end++;
        }
        String label = content.substring(end).strip();
        String reference = content.substring(0, end).replaceFirst("^#", "").replace('#', '.');
        return label.isEmpty() ? reference : text(label);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
