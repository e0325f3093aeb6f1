package dev.escapement.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A converter of documentation comments in Markdown to plain text. Code and inline tags are replaced by placeholders
 * first, so that their content is not read as Markdown.
 */
final class JavadocMarkdown {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^[ ]{0,3}(`{3,}|~{3,})[^\\n]*\\n(.*?)(?:^[ ]{0,3}\\1[`~]*[ ]*$|\\z)");
    private static final Pattern CODE = Pattern.compile("(?s)(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\ue000(\\d+)\ue001");

    private static final Pattern DEFINITION = Pattern.compile("(?m)^[ ]{0,3}\\[[^\\]]+]:[ ]+\\S.*$");
    private static final Pattern RULE = Pattern.compile("(?m)^[ ]{0,3}(?:=+|(?:[-*_][ ]*){2,})[ ]*$");
    private static final Pattern TABLE_RULE = Pattern.compile("(?m)^[ ]*\\|?(?:[ ]*:?-+:?[ ]*\\|)+[ ]*:?-*:?[ ]*$");
    private static final Pattern LINE_BEGIN = Pattern.compile("(?m)^[ ]*(?:#{1,6}[ ]+|>[ ]?|[-*+][ ]+)+");
    private static final Pattern HEADING_END = Pattern.compile("(?m)[ ]+#+[ ]*$");
    private static final Pattern TABLE_ROW = Pattern.compile("(?m)^[ ]*\\|.*\\|[ ]*$");
    private static final Pattern INLINE_LINK =
            Pattern.compile("!?\\[([^\\[\\]]*)]\\([^()\\s]*(?:\\([^()]*\\))?[^()]*\\)");
    private static final Pattern LABELLED_REFERENCE =
            Pattern.compile("\\[([^\\[\\]]+)]\\[[^\\[\\]]+(?:\\[])*[^\\[\\]]*]");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\[\\]]+(?:\\[][^\\[\\]]*)*)](?:\\[])?");
    private static final Pattern ELEMENT =
            Pattern.compile("(?:[\\w.]+/)?(?:[a-z_]\\w*\\.)*[A-Z][\\w.$]*(?:#.*|\\(.*\\)|(?:\\[])*)|#.+");
    private static final Pattern AUTOLINK = Pattern.compile("<([a-z][a-z0-9+.-]*:[^\\s<>]+|[^\\s<>@]+@[^\\s<>]+)>");
    private static final Pattern STRONG = Pattern.compile("(?s)(\\*\\*|(?<!\\w)__)(?=\\S)(.+?)(?<=\\S)\\1(?!\\*)");
    private static final Pattern STAR = Pattern.compile("(?s)\\*(?=\\S)([^*]+?)(?<=\\S)\\*");
    private static final Pattern UNDERSCORE = Pattern.compile("(?s)(?<!\\w)_(?=\\S)([^_]+?)(?<=\\S)_(?!\\w)");

    private final JavadocMarkup markup;
    private final List<String> texts = new ArrayList<>();

    JavadocMarkdown(JavadocMarkup markup) {
        this.markup = markup;
    }

    /** Returns a comment in which placeholders replace code, escaped characters and inline tags. */
    String protect(String comment) {
        String fenced = replace(FENCE, comment, fence -> hide(fence.group(2)));
        String code = replace(CODE, fenced, span -> hide(span.group(2)));
        String escaped = replace(ESCAPE, code, escape -> hide(escape.group(1)));
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            int end = JavadocMarkup.endOfInlineTag(escaped, i);
            result.append(end > i ? hide(markup.inline(escaped.substring(i, end + 1))) : escaped.substring(i, i + 1));
            i = Math.max(i, end);
        }
        return result.toString();
    }

    /** Converts a part of the comment to plain text on one line. */
    String plain(String part) {
        String blocks =
                TABLE_RULE.matcher(DEFINITION.matcher(part).replaceAll("")).replaceAll("");
        String lines = RULE.matcher(blocks).replaceAll("");
        lines = HEADING_END.matcher(LINE_BEGIN.matcher(lines).replaceAll("")).replaceAll("");
        lines = replace(TABLE_ROW, lines, row -> row.group().replace('|', ' '));
        String linked = INLINE_LINK.matcher(lines).replaceAll("$1");
        linked = LABELLED_REFERENCE.matcher(linked).replaceAll("$1");
        linked = replace(
                REFERENCE,
                linked,
                reference -> isElement(reference.group(1))
                        ? JavadocMarkup.reference(reference.group(1))
                        : reference.group());
        linked = AUTOLINK.matcher(linked).replaceAll("$1");
        String plain = STRONG.matcher(linked).replaceAll("$2");
        plain = UNDERSCORE.matcher(STAR.matcher(plain).replaceAll("$1")).replaceAll("$1");
        return restore(markup.plain(plain)).strip().replaceAll("\\s+", " ");
    }

    /** Returns whether text in brackets refers to a type or a member. All other text in brackets is literal. */
    private static boolean isElement(String reference) {
        return ELEMENT.matcher(reference).matches();
    }

    private String hide(String text) {
        texts.add(text);
        return "\ue000" + (texts.size() - 1) + "\ue001";
    }

    /** Replaces placeholders by their texts, which can contain placeholders. */
    private String restore(String text) {
        return replace(PLACEHOLDER, text, hidden -> restore(texts.get(Integer.parseInt(hidden.group(1)))));
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
    }
}
