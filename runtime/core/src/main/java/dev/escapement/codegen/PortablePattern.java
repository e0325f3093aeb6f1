package dev.escapement.codegen;

import dev.escapement.internal.pattern.Nfa;
import dev.escapement.internal.pattern.PatternNode;
import dev.escapement.internal.pattern.PatternParser;

/**
 * A regular expression in the common subset of ECMAScript, RE2, the Rust regex crate and the providers' strict modes.
 * Matching never backtracks: its time is proportional to the length of the text times the size of the pattern.
 *
 * <p>The subset: literal characters; {@code .} for any character except a line terminator; classes such as
 * {@code [a-z]} and {@code [^\d,]}; {@code \d \D \w \W} for ASCII digits and word characters, {@code \s \S} for the
 * white space of ECMAScript; {@code \t \n \r \f \v}, {@code \}{@code uXXXX}, and a backslash before a character that
 * otherwise has a meaning; groups {@code (…)} and {@code (?:…)}; alternatives {@code |}; {@code * + ?},
 * <code>{n}</code>, <code>{n,}</code>, <code>{n,m}</code> with numbers up to 1,000; {@code ^} and {@code $} at the
 * start and at the end of an alternative outside all groups. Groups do not capture.
 *
 * <p>Everything else is refused, including lookaround, backreferences, word boundaries, lazy and possessive
 * quantifiers, named groups, flags, Unicode properties, unescaped brackets in a class, and patterns of more than
 * 2,000 states when their repetitions are written out.
 *
 * <p>Characters are code points; an unpaired surrogate is one character. Immutable, and safe for use by multiple Java
 * threads.
 */
public final class PortablePattern {

    private final String regex;
    private final Nfa automaton;

    private PortablePattern(String regex, PatternNode pattern) {
        this.regex = regex;
        this.automaton = new Nfa(pattern);
    }

    /**
     * Compiles a regular expression.
     *
     * @param regex the regular expression
     * @return the pattern
     * @throws IllegalArgumentException if it is not in the subset; the message contains the construct and its index,
     *     from 0
     */
    public static PortablePattern compile(String regex) {
        PatternParser.Result result = PatternParser.parse(regex);
        if (result instanceof PatternParser.Result.Refused refused) {
            throw new IllegalArgumentException(
                    refusal(refused.description(), refused.index(), ValueDescription.quote(regex)));
        }
        return new PortablePattern(regex, ((PatternParser.Result.Parsed) result).pattern());
    }

    /**
     * Returns the error message for a construct outside the portable subset. The message contains the index of the
     * construct's first character and the quoted pattern.
     */
    static String refusal(String construct, int index, String quoted) {
        return "not a portable pattern: " + construct + " at index " + index + " of " + quoted;
    }

    /**
     * Returns whether this pattern matches an entire string, as {@code jakarta.validation.constraints.Pattern}
     * requires. The pattern is implicitly enclosed by {@code ^} and {@code $}.
     *
     * @param text any string
     * @return whether it matches
     */
    public boolean matches(String text) {
        return automaton.run(text, true);
    }

    /**
     * Returns whether this pattern matches any part of a string, as the JSON Schema keyword {@code pattern} requires.
     *
     * @param text any string
     * @return whether a part of it matches
     */
    public boolean find(String text) {
        return automaton.run(text, false);
    }

    /**
     * Returns the regular expression passed to {@link #compile}.
     *
     * @return the regular expression
     */
    public String regex() {
        return regex;
    }

    /** Returns the regular expression. */
    @Override
    public String toString() {
        return regex;
    }
}
