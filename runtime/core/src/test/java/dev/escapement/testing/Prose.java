package dev.escapement.testing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The English text of a source or Markdown file: comments, string literals and paragraphs without identifiers and code. */
final class Prose {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?s)<pre>.*?</pre>|\\{@snippet.*?\\n\\s*\\*?\\s*}");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern BLOCK_TAG_NAME = Pattern.compile("@(?:param|throws|see)\\s+\\S+|@\\w+");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`]*`");
    private static final Pattern MARGIN = Pattern.compile("(?m)^\\s*(?:\\*|//)+ ?|/\\*+|\\*+/|//");

    private Prose() {}

    /** Returns the comments and string literals of a Java source, one a line. */
    static String ofJava(String source) {
        return String.join("\n", comments(source))
                + "\n"
                + String.join("\n", JavaTokens.of(source).literals());
    }

    /** Returns the text of each comment of a Java source. */
    static List<String> comments(String source) {
        return JavaTokens.of(source).comments().stream().map(Prose::ofComment).toList();
    }

    /** Returns the paragraphs of a Markdown document. */
    static String ofMarkdown(String document) {
        return INLINE_CODE.matcher(FENCE.matcher(document).replaceAll(" ")).replaceAll(" code ");
    }

    /** Returns the text of one comment without margins, code and tags. */
    static String ofComment(String comment) {
        String text = CODE_BLOCK.matcher(comment).replaceAll(" ");
        text = MARGIN.matcher(text).replaceAll(" ");
        text = INLINE_TAG.matcher(text).replaceAll(" code ");
        text = BLOCK_TAG_NAME.matcher(text).replaceAll(" ");
        return text.strip();
    }

    /** Returns whether prose begins with a match of a regular expression, without regard to case. */
    static boolean startsWith(Pattern marker, String prose) {
        return marker.matcher(prose.toLowerCase(Locale.ROOT)).lookingAt();
    }

    /** Returns how often a regular expression matches prose, without regard to case. */
    static int count(Pattern marker, String prose) {
        return (int) marker.matcher(prose.toLowerCase(Locale.ROOT)).results().count();
    }
}
