package dev.escapement.processor.diagnostic;

/** Replacements for constructs of regular expressions that are not portable, with the reason why they are not. */
public enum PatternRemedy implements Wording {
    CODE(Reason.ELSEWHERE, "Check it in the compact constructor, or say it with another annotation."),
    GROUP(Reason.ELSEWHERE, "Write (?:…) or (…)."),
    PLAIN_GROUP(Reason.ELSEWHERE, "Write (?:…)."),
    BOTH_CASES(Reason.ELSEWHERE, "For both cases of a letter write a class like [Aa]."),
    NOT_LAZY(Reason.NO_EFFECT, "Leave its ? out."),
    NOT_POSSESSIVE(Reason.ELSEWHERE, "Leave its + out."),
    GROUP_REPEATED(Reason.NO_SYNTAX, "Put what is repeated into (?:…)."),
    ESCAPED_QUANTIFIER(Reason.NO_SYNTAX, "Escape it with a backslash if it stands for itself."),
    CHARACTERS(Reason.ELSEWHERE, "Write the characters that may stand there."),
    RANGES(Reason.ELSEWHERE, "Write ranges of characters like [A-Za-z]."),
    ESCAPED_EACH(Reason.ELSEWHERE, "Escape each character of it with a backslash."),
    CHARACTER_OR_CODE(Reason.ELSEWHERE, "Write the character itself, or \\u and four hexadecimal digits."),
    CHARACTERS_LEFT(Reason.ELSEWHERE, "Write the characters that are left, or escape the character."),
    NO_ANCHOR(Reason.ELSEWHERE, "Leave it out, because all of the text has to match; or escape it."),
    ESCAPED(Reason.AS_SYNTAX, "Escape it with a backslash."),
    FEWER_REPETITIONS(Reason.COSTLY, "Repeat it less often, and limit the length with @Size."),
    LESS_REPETITION(Reason.COSTLY, "Repeat less, and limit the length with @Size."),
    LESS_NESTING(Reason.COSTLY, "Nest less."),
    WHOLE_CHARACTER(Reason.ELSEWHERE, "Write the whole character."),
    WHOLE_CHARACTER_UNESCAPED(Reason.ELSEWHERE, "Write the whole character itself."),
    VALID_SYNTAX(Reason.NO_SYNTAX, "Mend it; a character that stands for itself is escaped with a backslash.");

    /** The reasons, as the rest of a sentence about the construct. */
    private static final class Reason {
        static final String ELSEWHERE = "which does not mean the same, or nothing, to some providers";
        static final String NO_SYNTAX = "so it is no regular expression";
        static final String COSTLY = "which could take very long to match";
        static final String AS_SYNTAX = "which some take for a part of the syntax";
        static final String NO_EFFECT = "which changes nothing about whether a text matches";
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
