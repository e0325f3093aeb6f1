package dev.escapement.processor.pattern;

import dev.escapement.internal.pattern.Nfa;
import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.internal.pattern.PatternParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The compile-time checks and transformations of regular expressions. */
public final class PortablePatterns {

    private PortablePatterns() {}

    /**
     * The reason why a regular expression is not portable, given by a construct and its position.
     *
     * @param construct the construct
     * @param detail the construct as written, if the message contains it, otherwise empty
     * @param index the index at which the construct begins
     */
    public record Refusal(PatternConstruct construct, String detail, int index) {}

    /** Returns the first non-portable construct in a regular expression, empty if there is none. */
    public static Optional<Refusal> refusal(String regex) {
        return PatternParser.parse(regex) instanceof PatternParser.Result.Refused refused
                ? Optional.of(new Refusal(refused.construct(), refused.detail(), refused.index()))
                : Optional.empty();
    }

    /** Returns whether a portable regular expression matches any part of a string. */
    public static boolean find(String regex, String text) {
        PatternParser.Result.Parsed parsed = (PatternParser.Result.Parsed) PatternParser.parse(regex);
        return new Nfa(parsed.pattern()).run(text, false);
    }

    /**
     * Returns a portable regular expression with anchors that restrict it to matches of entire strings. For example,
     * {@code A|B} becomes {@code ^(?:A|B)$}, and {@code ^A} becomes {@code ^A$}.
     */
    public static String whole(String regex) {
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        boolean inClass = false;
        int start = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++; // the next character represents itself, or is not portable
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '|' && depth == 0) {
                alternatives.add(withoutAnchors(regex.substring(start, i)));
                start = i + 1;
            } else {
                inClass = c == '[';
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        alternatives.add(withoutAnchors(regex.substring(start)));
        String all = String.join("|", alternatives);
        return alternatives.size() == 1 ? "^" + all + "$" : "^(?:" + all + ")$";
    }

    private static String withoutAnchors(String alternative) {
        String rest = alternative.startsWith("^") ? alternative.substring(1) : alternative;
        int escapes = 0;
        while (escapes < rest.length() - 1 && rest.charAt(rest.length() - 2 - escapes) == '\\') {
            escapes++;
        }
        return rest.endsWith("$") && escapes % 2 == 0 ? rest.substring(0, rest.length() - 1) : rest;
    }
}
