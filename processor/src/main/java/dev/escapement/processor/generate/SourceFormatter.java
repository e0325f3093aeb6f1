package dev.escapement.processor.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formatter that removes superfluous line breaks from JavaPoet output. User text is not changed, because in generated
 * code it is always within one line.
 */
final class SourceFormatter {

    private static final int MAX_LENGTH = 100;
    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\) \\{\\n *}");
    private static final Pattern GAP_BETWEEN_FIELDS =
            Pattern.compile("(?m)^(    private final \\S+ \\w+;)\\n\\n(?=    private final )");
    private static final Pattern TRAILING_SPACE = Pattern.compile("(?m) +$");

    private SourceFormatter() {}

    static String source(String text) {
        String tidy = SHORT_COMMENT.matcher(text).replaceAll(comment -> {
            int indentation = comment.start() - text.lastIndexOf('\n', comment.start()) - 1;
            String line = "/** " + comment.group(1) + " */";
            return Matcher.quoteReplacement(indentation + line.length() <= MAX_LENGTH ? line : comment.group());
        });
        tidy = EMPTY_BODY.matcher(tidy).replaceAll(") {}");
        tidy = tidy.replace(",\n\n", ",\n"); // between the constants of an enum
        tidy = GAP_BETWEEN_FIELDS.matcher(tidy).replaceAll("$1\n");
        return tidy.contains(" \n") ? TRAILING_SPACE.matcher(tidy).replaceAll("") : tidy;
    }
}
