package dev.escapement.processor.diagnostic;

/** The remedies for regular expression constructs that are not portable, each with the reason for the rejection. */
public enum PatternRemedy implements Wording {
    CODE(
            Reason.ELSEWHERE,
            "Rewrite the expression without the construct, or check the value in the compact constructor."),
    GROUP(Reason.ELSEWHERE, "Use (?:…) or (…)."),
    PLAIN_GROUP(Reason.ELSEWHERE, "Use (?:…)."),
    BOTH_CASES(Reason.ELSEWHERE, "To match both cases of a letter, use a class like [Aa]."),
    NOT_LAZY(Reason.NO_EFFECT, "Remove the trailing ?."),
    NOT_POSSESSIVE(Reason.ELSEWHERE, "Remove the trailing +."),
    GROUP_REPEATED(Reason.NO_SYNTAX, "Enclose the repeated part in (?:…)."),
    ESCAPED_QUANTIFIER(Reason.NO_SYNTAX, "To match the character itself, escape the character with a backslash."),
    CHARACTERS(Reason.ELSEWHERE, "Match the adjacent characters explicitly."),
    RANGES(Reason.ELSEWHERE, "Use character ranges like [A-Za-z]."),
    ESCAPED_EACH(Reason.ELSEWHERE, "Escape each character with a backslash."),
    CHARACTER_OR_CODE(Reason.ELSEWHERE, "Use the character itself, or \\u followed by four hexadecimal digits."),
    CHARACTERS_LEFT(Reason.ELSEWHERE, "Use the resulting set of characters, or escape the operator."),
    NO_ANCHOR(Reason.ELSEWHERE, "Remove the anchor, because the entire string must match, or escape the character."),
    ESCAPED(Reason.AS_SYNTAX, "Escape the character with a backslash."),
    FEWER_REPETITIONS(Reason.COSTLY, "Reduce the number of repetitions, and limit the length with @Size."),
    LESS_REPETITION(Reason.COSTLY, "Reduce the repetitions or their nesting, and limit the length with @Size."),
    LESS_NESTING(Reason.COSTLY, "Reduce the nesting."),
    WHOLE_CHARACTER(Reason.ELSEWHERE, "Use the complete character."),
    WHOLE_CHARACTER_UNESCAPED(Reason.ELSEWHERE, "Use the complete character without an escape."),
    VALID_SYNTAX(
            Reason.NO_SYNTAX,
            "Fix the syntax. To match a special character itself, escape the character with a backslash.");

    /** The reasons for which a construct is rejected, each without its final period. */
    private static final class Reason {
        static final String ELSEWHERE = "Some providers reject this construct or interpret it differently";
        static final String NO_SYNTAX = "This is a syntax error";
        static final String COSTLY = "Matching could take a very long time";
        static final String AS_SYNTAX = "Some providers interpret this character as syntax";
        static final String NO_EFFECT = "A lazy quantifier does not affect whether a string matches";
    }

    private final String template;

    PatternRemedy(String reason, String remedy) {
        this.template = reason + ". " + remedy;
    }

    @Override
    public String template() {
        return template;
    }
}
