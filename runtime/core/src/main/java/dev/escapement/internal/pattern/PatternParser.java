package dev.escapement.internal.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * A parser for regular expressions in the portable subset that {@code PortablePattern} describes.
 *
 * <p>With {@link PatternConstruct}, {@link PatternNode} and {@link CodePointSet} it uses only {@code java.lang} and
 * {@code java.util}, because it is shaded into the annotation processor.
 */
public final class PatternParser {

    /** The maximum number of states in the automaton for a pattern. */
    static final int MAX_STATES = 2_000;

    /** The maximum repetition count in braces. RE2 has the same limit. */
    static final int MAX_COUNT = 1_000;

    /** The maximum nesting depth of groups. */
    static final int MAX_NESTING = 100;

    private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";

    private final String regex;
    private int at;

    private PatternParser(String regex) {
        this.regex = regex;
    }

    /** The result of parsing a regular expression. */
    public sealed interface Result {

        /** The result for a pattern in the portable subset. */
        record Parsed(PatternNode pattern) implements Result {}

        /**
         * The result for a pattern outside the portable subset.
         *
         * @param construct the construct outside the subset
         * @param detail the construct as written; empty if the description does not include it
         * @param index the index of its first character in the regular expression, from 0
         */
        record Refused(PatternConstruct construct, String detail, int index) implements Result {

            /** Returns the description of the construct, for example {@code a lookahead}. */
            public String description() {
                return construct.describe(detail);
            }
        }
    }

    public static Result parse(String regex) {
        PatternParser parser = new PatternParser(regex);
        try {
            PatternNode pattern = parser.choice(0);
            if (parser.at < regex.length()) {
                throw parser.refuse(PatternConstruct.CLOSING_PARENTHESIS, parser.at);
            }
            parser.checkSize(pattern, 0);
            return new Result.Parsed(pattern);
        } catch (Refusal refusal) {
            return refusal.result;
        }
    }

    private PatternNode choice(int depth) {
        List<PatternNode> alternatives = new ArrayList<>();
        do {
            alternatives.add(sequence(depth));
        } while (skip('|'));
        return alternatives.size() == 1 ? alternatives.get(0) : new PatternNode.Choice(List.copyOf(alternatives));
    }

    private PatternNode sequence(int depth) {
        List<PatternNode> parts = new ArrayList<>();
        if (depth == 0 && skip('^')) {
            parts.add(PatternNode.Anchor.START);
        }
        while (at < regex.length() && !looksAt('|') && !looksAt(')')) {
            int start = at;
            if (skip('$')) {
                if (depth > 0 || (at < regex.length() && !looksAt('|'))) {
                    throw refuse(PatternConstruct.DOLLAR, start);
                }
                parts.add(PatternNode.Anchor.END);
            } else {
                parts.add(repeat(atom(depth)));
            }
        }
        return new PatternNode.Sequence(List.copyOf(parts));
    }

    private PatternNode atom(int depth) {
        int start = at;
        return switch (regex.charAt(at)) {
            case '(' -> group(depth + 1);
            case '[' -> new PatternNode.Chars(characterClass());
            case '\\' -> new PatternNode.Chars(escape(false));
            case '.' -> {
                at++;
                yield new PatternNode.Chars(CodePointSet.ANY);
            }
            case '^' -> throw refuse(PatternConstruct.CARET, start);
            case '*', '+', '?' -> throw refuse(PatternConstruct.LONE_QUANTIFIER, start);
            case '{' -> throw refuse(PatternConstruct.OPENING_BRACE, start);
            case '}' -> throw refuse(PatternConstruct.CLOSING_BRACE, start);
            case ']' -> throw refuse(PatternConstruct.CLOSING_BRACKET, start);
            default -> new PatternNode.Chars(CodePointSet.of(codePoint()));
        };
    }

    private PatternNode repeat(PatternNode part) {
        if (at == regex.length()) {
            return part;
        }
        int start = at;
        int min = 0;
        int max = PatternNode.Repeat.UNBOUNDED;
        switch (regex.charAt(at++)) {
            case '*' -> {}
            case '+' -> min = 1;
            case '?' -> max = 1;
            case '{' -> {
                min = count(start);
                if (!skip(',')) {
                    max = min;
                } else if (!looksAt('}')) {
                    max = count(start);
                }
                if (!skip('}')) {
                    throw refuse(PatternConstruct.OPENING_BRACE, start);
                }
                if (max != PatternNode.Repeat.UNBOUNDED && min > max) {
                    throw refuse(PatternConstruct.REVERSED_BOUNDS, start);
                }
            }
            default -> {
                at--;
                return part;
            }
        }
        if (looksAt('?')) {
            throw refuse(PatternConstruct.LAZY_QUANTIFIER, start);
        }
        if (looksAt('+')) {
            throw refuse(PatternConstruct.POSSESSIVE_QUANTIFIER, start);
        }
        if (looksAt('*') || looksAt('{')) {
            throw refuse(PatternConstruct.REPEATED_QUANTIFIER, at);
        }
        PatternNode repeated = new PatternNode.Repeat(part, min, max);
        checkSize(repeated, start);
        return repeated;
    }

    private int count(int brace) {
        int start = at;
        int count = 0;
        while (at < regex.length() && CodePointSet.DIGITS.contains(regex.charAt(at))) {
            count = Math.min(MAX_COUNT + 1, 10 * count + regex.charAt(at++) - '0');
        }
        if (at == start) {
            throw refuse(PatternConstruct.OPENING_BRACE, brace);
        }
        if (count > MAX_COUNT) {
            throw refuse(PatternConstruct.LARGE_COUNT, start);
        }
        return count;
    }

    private PatternNode group(int depth) {
        int start = at++;
        if (depth > MAX_NESTING) {
            throw refuse(PatternConstruct.DEEP_GROUP, start);
        }
        if (looksAt('?') && !regex.startsWith("?:", at)) {
            throw refuse(specialGroup(), start);
        }
        at += looksAt('?') ? 2 : 0;
        PatternNode inner = choice(depth);
        if (!skip(')')) {
            throw refuse(PatternConstruct.OPENING_PARENTHESIS, start);
        }
        return inner;
    }

    private PatternConstruct specialGroup() {
        if (regex.startsWith("?=", at) || regex.startsWith("?!", at)) {
            return PatternConstruct.LOOKAHEAD;
        }
        if (regex.startsWith("?<=", at) || regex.startsWith("?<!", at)) {
            return PatternConstruct.LOOKBEHIND;
        }
        if (regex.startsWith("?P=", at) || regex.startsWith("?P>", at)) {
            return PatternConstruct.BACKREFERENCE;
        }
        if (regex.startsWith("?<", at) || regex.startsWith("?P<", at) || regex.startsWith("?'", at)) {
            return PatternConstruct.NAMED_GROUP;
        }
        return regex.startsWith("?>", at) ? PatternConstruct.ATOMIC_GROUP : PatternConstruct.GROUP_WITH_FLAGS;
    }

    private CodePointSet characterClass() {
        int start = at++;
        boolean negated = skip('^');
        int first = at;
        CodePointSet set = CodePointSet.EMPTY;
        while (!looksAt(']')) {
            if (at == regex.length()) {
                throw refuse(PatternConstruct.OPENING_BRACKET, start);
            }
            set = set.plus(classItem(at == first));
        }
        if (at++ == first) {
            throw refuse(PatternConstruct.EMPTY_CLASS, start);
        }
        return negated ? set.complement() : set;
    }

    private CodePointSet classItem(boolean first) {
        int start = at;
        if (looksAt('[')) {
            throw refuse(PatternConstruct.BRACKET_IN_CLASS, start);
        }
        if (regex.startsWith("&&", at) || regex.startsWith("--", at) || regex.startsWith("~~", at)) {
            throw refuse(PatternConstruct.SET_OPERATION, start);
        }
        if (looksAt('-') && !first && !regex.startsWith("-]", at)) {
            throw refuse(PatternConstruct.HYPHEN_IN_CLASS, start);
        }
        CodePointSet from = classAtom();
        if (!looksAt('-') || regex.startsWith("-]", at)) {
            return from;
        }
        int firstMember = singleMember(start);
        at++;
        if (looksAt('-')) {
            throw refuse(PatternConstruct.SET_OPERATION, at - 1);
        }
        if (at == regex.length() || looksAt('[')) {
            throw refuse(PatternConstruct.HYPHEN_IN_CLASS, at - 1);
        }
        int end = at;
        classAtom();
        int lastMember = singleMember(end);
        if (firstMember > lastMember) {
            throw refuse(PatternConstruct.REVERSED_RANGE, start);
        }
        return CodePointSet.range(firstMember, lastMember);
    }

    private CodePointSet classAtom() {
        return looksAt('\\') ? escape(true) : CodePointSet.of(codePoint());
    }

    /** Returns the code point that bounds a range in a character class. */
    private int singleMember(int start) {
        if (regex.charAt(start) != '\\') {
            return regex.codePointAt(start);
        }
        char escaped = regex.charAt(start + 1);
        if ("dDwWsS".indexOf(escaped) >= 0) {
            throw refuse(PatternConstruct.RANGE_OF_CLASSES, start);
        }
        return escaped == 'u' ? Integer.parseInt(regex, start + 2, start + 6, 16) : control(escaped);
    }

    private CodePointSet escape(boolean inClass) {
        int start = at;
        if (start + 1 == regex.length()) {
            throw refuse(PatternConstruct.LONE_BACKSLASH, start);
        }
        char escaped = regex.charAt(start + 1);
        at += 2;
        return switch (escaped) {
            case 'd' -> CodePointSet.DIGITS;
            case 'D' -> CodePointSet.DIGITS.complement();
            case 'w' -> CodePointSet.WORD;
            case 'W' -> CodePointSet.WORD.complement();
            case 's' -> CodePointSet.SPACE;
            case 'S' -> CodePointSet.SPACE.complement();
            case 't', 'n', 'r', 'f', 'v' -> CodePointSet.of(control(escaped));
            case 'u' -> CodePointSet.of(hexadecimal(start));
            case 'b', 'B' -> throw refuse(PatternConstruct.WORD_BOUNDARY, start);
            case 'Q' -> throw refuse(PatternConstruct.QUOTATION, start);
            case 'p', 'P' -> throw refuse(PatternConstruct.UNICODE_PROPERTY, start);
            case 'k', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw refuse(PatternConstruct.BACKREFERENCE, start);
            default -> {
                // ECMAScript permits an escaped hyphen only in a class.
                if (SYNTAX_CHARACTERS.indexOf(escaped) < 0 && !(inClass && escaped == '-')) {
                    at--;
                    String escape = "\\" + Character.toString(codePoint());
                    throw refuse(PatternConstruct.OTHER_ESCAPE, escape, start);
                }
                yield CodePointSet.of(escaped);
            }
        };
    }

    private static int control(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'v' -> 0x0B;
            default -> escaped;
        };
    }

    private int hexadecimal(int start) {
        int value = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < regex.length() ? "0123456789abcdef".indexOf(lowerCase(regex.charAt(at))) : -1;
            if (digit < 0) {
                throw refuse(PatternConstruct.INCOMPLETE_ESCAPE, start);
            }
            value = value << 4 | digit;
        }
        if (Character.isSurrogate((char) value)) {
            throw refuse(PatternConstruct.HALF_CHARACTER_ESCAPE, start);
        }
        return value;
    }

    private static char lowerCase(char c) {
        return 'A' <= c && c <= 'F' ? (char) (c - 'A' + 'a') : c;
    }

    private int codePoint() {
        int c = regex.codePointAt(at);
        if (Character.getType(c) == Character.SURROGATE) {
            throw refuse(PatternConstruct.HALF_CHARACTER, at);
        }
        at += Character.charCount(c);
        return c;
    }

    private boolean looksAt(char c) {
        return at < regex.length() && regex.charAt(at) == c;
    }

    private boolean skip(char c) {
        boolean there = looksAt(c);
        at += there ? 1 : 0;
        return there;
    }

    private void checkSize(PatternNode node, int index) {
        if (node.size() > MAX_STATES) {
            throw refuse(PatternConstruct.MANY_STATES, index);
        }
    }

    private Refusal refuse(PatternConstruct construct, int index) {
        return refuse(construct, "", index);
    }

    private Refusal refuse(PatternConstruct construct, String detail, int index) {
        return new Refusal(new Result.Refused(construct, detail, index));
    }

    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Result.Refused result;

        Refusal(Result.Refused result) {
            super(result.construct().name(), null, false, false);
            this.result = result;
        }
    }
}
