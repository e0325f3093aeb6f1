package dev.escapement.internal.pattern;

/** A construct outside the portable subset of regular expressions. */
public enum PatternConstruct {
    LOOKAHEAD("a lookahead"),
    LOOKBEHIND("a lookbehind"),
    BACKREFERENCE("a backreference"),
    NAMED_GROUP("a named group"),
    ATOMIC_GROUP("an atomic group"),
    GROUP_WITH_FLAGS("a group with flags"),
    LAZY_QUANTIFIER("a lazy quantifier"),
    POSSESSIVE_QUANTIFIER("a possessive quantifier"),
    REPEATED_QUANTIFIER("a quantifier of a quantifier"),
    LONE_QUANTIFIER("a quantifier with nothing to repeat"),
    WORD_BOUNDARY("a word boundary"),
    UNICODE_PROPERTY("a Unicode property"),
    QUOTATION("the escape \\Q"),
    /** Any other unsupported escape. <code>{0}</code> is the escape as written. */
    OTHER_ESCAPE("the escape {0}"),
    HALF_CHARACTER("an unpaired surrogate"),
    HALF_CHARACTER_ESCAPE("an escape of an unpaired surrogate"),
    LONE_BACKSLASH("a \\ at the end"),
    INCOMPLETE_ESCAPE("a \\u without four hexadecimal digits"),
    CARET("a ^ that is not at the start"),
    DOLLAR("a $ that is not at the end"),
    OPENING_BRACE("a { that is not escaped"),
    CLOSING_BRACE("a } without its {"),
    OPENING_PARENTHESIS("a ( without its )"),
    CLOSING_PARENTHESIS("a ) without its ("),
    OPENING_BRACKET("a [ without its ]"),
    CLOSING_BRACKET("a ] without its ["),
    BRACKET_IN_CLASS("a [ that is not escaped in a class"),
    HYPHEN_IN_CLASS("a - that is not escaped in a class"),
    SET_OPERATION("a set operation in a class"),
    EMPTY_CLASS("an empty class"),
    REVERSED_RANGE("a range with reversed bounds"),
    RANGE_OF_CLASSES("a range between classes"),
    REVERSED_BOUNDS("a repetition with reversed bounds"),
    LARGE_COUNT("a repetition of more than " + PatternParser.MAX_COUNT),
    DEEP_GROUP("a group more than " + PatternParser.MAX_NESTING + " levels deep"),
    MANY_STATES("more than " + PatternParser.MAX_STATES + " states after expansion of its repetitions");

    private final String template;

    PatternConstruct(String template) {
        this.template = template;
    }

    /**
     * Returns the description of the construct, with <code>{0}</code> as a placeholder for the detail, if any.
     *
     * @return the words
     */
    public String template() {
        return template;
    }

    /**
     * Returns the description of the construct with its detail inserted, for example {@code the escape \Z}.
     *
     * @param detail the construct as written; empty if the description does not include it
     * @return the words
     */
    public String describe(String detail) {
        return template.replace("{0}", detail);
    }
}
