package dev.escapement.processor.check;

import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.processor.diagnostic.PatternRemedy;

/** The remedies for regular expression constructs that are not portable. */
final class PatternRemedies {

    private PatternRemedies() {}

    /** Returns the remedy for a construct, with the reason for the rejection. */
    static PatternRemedy of(PatternConstruct construct) {
        return switch (construct) {
            case LOOKAHEAD, LOOKBEHIND, BACKREFERENCE -> PatternRemedy.CODE;
            case NAMED_GROUP -> PatternRemedy.GROUP;
            case ATOMIC_GROUP -> PatternRemedy.PLAIN_GROUP;
            case GROUP_WITH_FLAGS -> PatternRemedy.BOTH_CASES;
            case LAZY_QUANTIFIER -> PatternRemedy.NOT_LAZY;
            case POSSESSIVE_QUANTIFIER -> PatternRemedy.NOT_POSSESSIVE;
            case REPEATED_QUANTIFIER -> PatternRemedy.GROUP_REPEATED;
            case LONE_QUANTIFIER -> PatternRemedy.ESCAPED_QUANTIFIER;
            case WORD_BOUNDARY -> PatternRemedy.CHARACTERS;
            case UNICODE_PROPERTY -> PatternRemedy.RANGES;
            case QUOTATION -> PatternRemedy.ESCAPED_EACH;
            case OTHER_ESCAPE -> PatternRemedy.CHARACTER_OR_CODE;
            case HALF_CHARACTER -> PatternRemedy.WHOLE_CHARACTER;
            case HALF_CHARACTER_ESCAPE -> PatternRemedy.WHOLE_CHARACTER_UNESCAPED;
            case CARET, DOLLAR -> PatternRemedy.NO_ANCHOR;
            case OPENING_BRACE, CLOSING_BRACE, CLOSING_BRACKET, BRACKET_IN_CLASS, HYPHEN_IN_CLASS ->
                PatternRemedy.ESCAPED;
            case SET_OPERATION -> PatternRemedy.CHARACTERS_LEFT;
            case LARGE_COUNT -> PatternRemedy.FEWER_REPETITIONS;
            case MANY_STATES -> PatternRemedy.LESS_REPETITION;
            case DEEP_GROUP -> PatternRemedy.LESS_NESTING;
            case LONE_BACKSLASH,
                    INCOMPLETE_ESCAPE,
                    OPENING_PARENTHESIS,
                    CLOSING_PARENTHESIS,
                    OPENING_BRACKET,
                    EMPTY_CLASS,
                    REVERSED_RANGE,
                    RANGE_OF_CLASSES,
                    REVERSED_BOUNDS -> PatternRemedy.VALID_SYNTAX;
        };
    }
}
