package dev.escapement.processor.generate;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A formatter that corrects the line breaks in JavaPoet output. User text is not changed, because the patterns match
 * only lines that begin with generated code.
 */
final class SourceFormatter {

    /** The maximum length of a line of generated code. */
    static final int MAX_LENGTH = 100;

    private static final String CONTINUED = "    ";
    private static final Pattern HEADER = Pattern.compile("\\A(//.*\\n)+");
    private static final Pattern COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n(?: * \\*.*\\n)+");
    private static final Pattern WORD = Pattern.compile("(?:\\{@[^}]*}|\\S)+");
    private static final Pattern CONSTANT =
            Pattern.compile("(?m)^(  (?:public |private )?static final [^=\\n]* =)\\s+((?!\"\"\").*;)$");
    private static final Pattern CLASS =
            Pattern.compile("(?m)^( *)((?:public |private |static |final )*class \\w+) (implements .+ \\{)$");
    private static final Pattern METHOD = Pattern.compile("(?m)^(  private static .+) (\\w+\\(.*)$");
    private static final Pattern LOOP =
            Pattern.compile("(?m)^( +)(for \\(.+ \\w+) (: value(?:\\.entrySet\\(\\))?\\) \\{)$");
    private static final Pattern ANNOTATION = Pattern.compile("(?m)^@Generated\\(\\n +(.*),\\n +(.*)\\n\\)$");
    private static final Pattern NULL_UNMARKED =
            Pattern.compile("(?m)^@(?:org\\.jspecify\\.annotations\\.)?NullUnmarked$");
    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\) \\{\\n *}");
    private static final Pattern GAP_BETWEEN_FIELDS =
            Pattern.compile("(?m)^(    private final \\S+ \\w+;)\\n\\n(?=    private final )");
    private static final Pattern TRAILING_SPACE = Pattern.compile("(?m) +$");

    private SourceFormatter() {}

    static String source(String text) {
        String tidy = HEADER.matcher(text).replaceFirst("$0\n");
        tidy = CONSTANT.matcher(tidy).replaceAll(SourceFormatter::constant);
        tidy = CLASS.matcher(tidy).replaceAll(SourceFormatter::declaration);
        tidy = METHOD.matcher(tidy).replaceAll(SourceFormatter::signature);
        tidy = LOOP.matcher(tidy).replaceAll(SourceFormatter::declaration);
        tidy = ANNOTATION.matcher(tidy).replaceFirst(SourceFormatter::annotation);
        tidy = NULL_UNMARKED
                .matcher(tidy)
                .replaceFirst("$0 // null can represent a value whose fault has been reported");
        tidy = COMMENT.matcher(tidy).replaceAll(SourceFormatter::wrapped);
        return withoutBreaks(tidy);
    }

    /** Returns the declaration of a constant in one line if it fits, otherwise with a line break before the value. */
    private static String constant(MatchResult declaration) {
        String line = declaration.group(1) + " " + declaration.group(2);
        String broken = declaration.group(1) + "\n      " + declaration.group(2);
        return Matcher.quoteReplacement(line.length() <= MAX_LENGTH ? line : broken);
    }

    /** Returns the first line of a method, with a line break before its name if it does not fit into one line. */
    private static String signature(MatchResult method) {
        String broken = method.group(1) + "\n      " + method.group(2);
        return Matcher.quoteReplacement(method.group().length() <= MAX_LENGTH ? method.group() : broken);
    }

    /** Returns an annotation with two values in one line if it fits. */
    private static String annotation(MatchResult annotation) {
        String line = "@Generated(" + annotation.group(1) + ", " + annotation.group(2) + ")";
        return Matcher.quoteReplacement(line.length() <= MAX_LENGTH ? line : annotation.group());
    }

    /**
     * Returns the declaration of a class or the header of a loop, with a line break before its interface or collection if
     * it does not fit into one line.
     */
    private static String declaration(MatchResult declaration) {
        String broken = declaration.group(1) + declaration.group(2) + "\n" + declaration.group(1) + CONTINUED
                + declaration.group(3);
        return Matcher.quoteReplacement(declaration.group().length() <= MAX_LENGTH ? declaration.group() : broken);
    }

    /** Returns a comment whose long lines are broken between words. */
    private static String wrapped(MatchResult comment) {
        String prefix = comment.group(1) + " * ";
        return Matcher.quoteReplacement(comment.group()
                .lines()
                .map(line -> line.length() <= MAX_LENGTH ? line : wrapped(line, prefix))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    private static String wrapped(String line, String prefix) {
        String indentation = line.startsWith(prefix + "@") ? CONTINUED : "";
        StringBuilder lines = new StringBuilder(prefix.stripTrailing());
        int length = lines.length();
        for (String word : WORD.matcher(line.substring(prefix.length()))
                .results()
                .map(MatchResult::group)
                .toList()) {
            if (length + 1 + word.length() > MAX_LENGTH) {
                lines.append('\n').append(prefix).append(indentation).append(word);
                length = prefix.length() + indentation.length() + word.length();
            } else {
                lines.append(' ').append(word);
                length += 1 + word.length();
            }
        }
        return lines.toString();
    }

    private static String withoutBreaks(String text) {
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
