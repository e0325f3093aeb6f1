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
    private static final Pattern GAP_IN_ENUM = Pattern.compile("(?m)^( *[A-Z0-9_]+,)\\n\\n(?= *[A-Z0-9_]+[,;]$)");
    private static final Pattern TRAILING_SPACE = Pattern.compile("(?m) +$");

    private SourceFormatter() {}

    static String source(String text) {
        String tidy = SHORT_COMMENT.matcher(text).replaceAll(comment -> {
            int indentation = comment.start() - text.lastIndexOf('\n', comment.start()) - 1;
            String line = "/** " + comment.group(1) + " */";
            return Matcher.quoteReplacement(indentation + line.length() <= MAX_LENGTH ? line : comment.group());
        });
        tidy = EMPTY_BODY.matcher(tidy).replaceAll(") {}");
        if (tidy.contains(",\n\n")) { // the search for a literal is much faster than that of the pattern
            tidy = GAP_IN_ENUM.matcher(tidy).replaceAll("$1\n");
        }
        return tidy.contains(" \n") ? TRAILING_SPACE.matcher(tidy).replaceAll("") : tidy;
    }
}
