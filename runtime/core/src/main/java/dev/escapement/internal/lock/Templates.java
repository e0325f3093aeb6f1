package dev.escapement.internal.lock;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with placeholders. */
final class Templates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private Templates() {}

    /** Returns a text in which each placeholder, such as <code>{0}</code>, is replaced by its argument. */
    static String fill(String template, List<String> arguments) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll((MatchResult found) ->
                        Matcher.quoteReplacement(arguments.get(Integer.parseInt(found.group(1)))));
    }
}
