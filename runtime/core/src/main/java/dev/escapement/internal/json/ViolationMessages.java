package dev.escapement.internal.json;

import dev.escapement.internal.text.Excerpt;

/**
 * The phrases that describe expected and actual values in violations. They follow <em>expected</em> and <em>found</em>.
 * Phrases about the limits of a value are in {@link LimitMessages}.
 */
public final class ViolationMessages {

    /** The phrase for an expected or actual object. */
    public static final String OBJECT = "an object";

    /** The phrase for an expected or actual array. */
    public static final String ARRAY = "an array";

    /** The phrase for an expected string. */
    public static final String STRING = "a string";

    /** The phrase for an expected one-character string. */
    public static final String CHARACTER = "a string of one character";

    /** The phrase for an expected boolean. */
    public static final String BOOLEAN = "true or false";

    /** The phrase for an expected integer of any size. */
    public static final String INTEGER = "an integer";

    /** The phrase for an expected 8-bit integer. */
    public static final String BYTE = "an integer from -128 to 127";

    /** The phrase for an expected 16-bit integer. */
    public static final String SHORT = "an integer from -32768 to 32767";

    /** The phrase for an expected 32-bit integer. */
    public static final String INT = "a 32-bit integer";

    /** The phrase for an expected 64-bit integer. */
    public static final String LONG = "a 64-bit integer";

    /** The phrase for an expected number. */
    public static final String NUMBER = "a number";

    /** The phrase for an expected number within the range of a float. */
    public static final String FLOAT = "a number of at most 3.4028235E38 in size";

    /** The phrase for an expected number within the range of a double. */
    public static final String DOUBLE = "a number of at most 1.7976931348623157E308 in size";

    /** The phrase for an expected ISO 8601 duration. */
    public static final String DURATION = "a duration like PT1H30M";

    /** The phrase for an expected ISO 8601 instant. */
    public static final String TIME = "a time like 2026-01-31T12:00:00Z";

    /** The phrase for an expected value of any type. */
    public static final String VALUE = "a value";

    /** The expectation of a key of a map. */
    public static final String KEY = "a key";

    /** The phrase for a missing value. */
    public static final String NOTHING = "nothing";

    /** The phrase that forbids an unknown property. */
    public static final String UNKNOWN_PROPERTY = "no such property";

    /** The phrase that requires a property to occur only once. */
    public static final String PROPERTY_ONCE = "the property once";

    /** The phrase that requires each map key to occur only once. */
    public static final String KEY_ONCE = "each key once";

    /** The phrase that requires each set element to occur only once. */
    public static final String ELEMENT_ONCE = "each element once";

    /** The phrase for a repeated property, map key or set element. */
    public static final String AGAIN = "a duplicate";

    /** The phrase for values that a constructor must accept. */
    public static final String CONSISTENT = "consistent values";

    /** The phrase for values that a constructor rejects without giving a reason. */
    public static final String INCONSISTENT = "inconsistent values";

    /** The phrase for JSON that must contain exactly one value. */
    public static final String ONE_VALUE = "exactly one JSON value";

    /** The phrase for text that follows the value. */
    public static final String MORE_TEXT = "more text after it";

    /** The phrase for JSON that must not use relaxed syntax. */
    public static final String STRICT_JSON = "strict JSON";

    /** The phrase for syntax that only lenient readers accept. */
    public static final String LENIENT_JSON = "JSON with relaxed syntax";

    /** The phrase for JSON that must not end within a value. */
    public static final String COMPLETE_JSON = "complete JSON";

    /** The phrase for an unexpected end of the text. */
    public static final String END_OF_TEXT = "the end of the text";

    /** The phrase for JSON that must be well-formed. */
    public static final String WELL_FORMED_JSON = "well-formed JSON";

    /** The phrase for a syntax error. */
    public static final String SYNTAX_ERROR = "a syntax error";

    /** The phrase for content that exceeds a limit of the reader. */
    public static final String EXCEEDED = "more than that";

    private static final int MAX_QUOTED = 20;

    private ViolationMessages() {}

    /** Returns the phrase for values that a constructor rejects, with the reason. */
    public static String inconsistent(String reason) {
        return INCONSISTENT + ": " + reason;
    }

    /**
     * Returns the phrase for a string that must be one of several names. The names are quoted and separated by commas.
     */
    public static String oneOf(String names) {
        return "one of " + names;
    }

    /** Returns a suffix that suggests a name similar to the one found. */
    public static String meant(String quotedName) {
        return " (did you mean " + quotedName + "?)";
    }

    /** Returns a suffix for a missing property that an ignored property resembles. */
    public static String ignored(String quotedName) {
        return " (the property " + quotedName + " is unknown and was ignored)";
    }

    /** Returns the phrase for a quoted string. */
    public static String string(String quoted) {
        return "the string " + quoted;
    }

    /** Returns the phrase for a quoted map key. */
    public static String key(String quoted) {
        return "the key " + quoted;
    }

    /** Returns the phrase for the expected form of a map key. */
    public static String ofKey(String expected) {
        return "for the key " + expected;
    }

    /** Returns the phrase for an integer with at most the given number of digits. */
    public static String integerOfDigits(int max) {
        return INTEGER + " of at most " + max + " digits";
    }

    /** Returns the phrase for a number whose absolute exponent is at most the given maximum. */
    public static String numberWithExponent(int max) {
        return "a number with an exponent from -" + max + " to " + max;
    }

    /** Returns the phrase for JSON with at most the given nesting depth. */
    public static String nesting(int maxDepth) {
        return "JSON nested at most " + maxDepth + " levels deep";
    }

    /** Returns the phrase for numbers with at most the given length. */
    public static String numberLength(int max) {
        return "numbers of at most " + max + " characters";
    }

    /** Returns a quoted character or word of the text. */
    static String quoted(String found) {
        return Excerpt.quoted(found, MAX_QUOTED);
    }

    /** Returns the description of content that exceeds the given limit. */
    static String beyond(String limit) {
        return "more than the limit of " + limit;
    }

    /** Returns the description of a syntax error with its usual cause. */
    static String explained(String found, String cause) {
        return found + ". " + cause + ".";
    }

    /** Returns the description of a syntax error with an excerpt of the text. */
    static String near(String summary, String excerpt) {
        return summary + " Near: " + excerpt;
    }

    /** Returns a suffix that specifies a line and column. */
    public static String at(int line, int column) {
        return " at line " + line + ", column " + column;
    }
}
