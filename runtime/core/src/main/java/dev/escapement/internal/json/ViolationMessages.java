package dev.escapement.internal.json;

/**
 * The wording of violations: the phrases that follow <em>expected</em> and <em>found</em>. Phrases about the limits of a
 * value are in {@link LimitMessages}.
 */
public final class ViolationMessages {

    /** The phrase for an expected or found value: an object. */
    public static final String OBJECT = "an object";

    /** The phrase for an expected or found value: an array. */
    public static final String ARRAY = "an array";

    /** The phrase for an expected value: a string. */
    public static final String STRING = "a string";

    /** The phrase for an expected value: a string of one character. */
    public static final String CHARACTER = "a string of one character";

    /** The phrase for an expected value: a boolean. */
    public static final String BOOLEAN = "true or false";

    /** The phrase for an expected value: an integer of any size, or a number without a fraction. */
    public static final String INTEGER = "an integer";

    /** The phrase for an expected value: an 8-bit integer. */
    public static final String BYTE = "an integer from -128 to 127";

    /** The phrase for an expected value: a 16-bit integer. */
    public static final String SHORT = "an integer from -32768 to 32767";

    /** The phrase for an expected value: a 32-bit integer. */
    public static final String INT = "a 32-bit integer";

    /** The phrase for an expected value: a 64-bit integer. */
    public static final String LONG = "a 64-bit integer";

    /** The phrase for an expected value: a number. */
    public static final String NUMBER = "a number";

    /** The phrase for an expected value: a number that a float can represent. */
    public static final String FLOAT = "a number of at most 3.4028235E38 in size";

    /** The phrase for an expected value: a number that a double can represent. */
    public static final String DOUBLE = "a number of at most 1.7976931348623157E308 in size";

    /** The phrase for an expected value: a duration in ISO 8601 form. */
    public static final String DURATION = "a duration like PT1H30M";

    /** The phrase for an expected value: an instant in ISO 8601 form. */
    public static final String TIME = "a time like 2026-01-31T12:00:00Z";

    /** The phrase for an expected value: a value of any type. */
    public static final String VALUE = "a value";

    /** The description of the absence of a value. */
    public static final String NOTHING = "nothing";

    /** The expectation for an unknown property. */
    public static final String UNKNOWN_PROPERTY = "no such property";

    /** The expectation for a repeated property. */
    public static final String PROPERTY_ONCE = "the property once";

    /** The expectation for a repeated key of a map. */
    public static final String KEY_ONCE = "each key once";

    /** The expectation for a repeated element of a set. */
    public static final String ELEMENT_ONCE = "each element once";

    /** The description of a repetition. */
    public static final String AGAIN = "a duplicate";

    /** The phrase for an expected value: the property that identifies the type of an object. */
    public static final String DISCRIMINATOR = "a string that identifies the type";

    /** The phrase for an expected value: values that a constructor accepts. */
    public static final String CONSISTENT = "consistent values";

    /** The description of values that a constructor refuses without a reason. */
    public static final String INCONSISTENT = "inconsistent values";

    /** The phrase for an expected value: a text with one value. */
    public static final String ONE_VALUE = "exactly one JSON value";

    /** The description of text after the value. */
    public static final String MORE_TEXT = "more text after it";

    /** The phrase for an expected value: a text without the syntax that only lenient readers accept. */
    public static final String STRICT_JSON = "strict JSON";

    /** The description of syntax that only lenient readers accept. */
    public static final String LENIENT_JSON = "JSON with relaxed syntax";

    /** The phrase for an expected value: a text that does not end within a value. */
    public static final String COMPLETE_JSON = "complete JSON";

    /** The description of the end of the text. */
    public static final String END_OF_TEXT = "the end of the text";

    /** The phrase for an expected value: JSON. */
    public static final String WELL_FORMED_JSON = "well-formed JSON";

    /** The description of a syntax error. */
    public static final String SYNTAX_ERROR = "a syntax error";

    /** The description of content that exceeds a limit of the reader. */
    public static final String EXCEEDED = "more than that";

    private ViolationMessages() {}

    /** Returns the description of values that a constructor refuses for a reason. */
    public static String inconsistent(String reason) {
        return INCONSISTENT + ": " + reason;
    }

    /** Returns the phrase for an expected value: one of several quoted names, separated by commas. */
    public static String oneOf(String names) {
        return "one of " + names;
    }

    /** Returns the suffix of an expectation that suggests a name similar to the one found. */
    public static String meant(String quotedName) {
        return " (did you mean " + quotedName + "?)";
    }

    /** Returns the description of a quoted string. */
    public static String string(String quoted) {
        return "the string " + quoted;
    }

    /** Returns the description of a quoted map key. */
    public static String name(String quoted) {
        return "the name " + quoted;
    }

    /** Returns the phrase for an expected value: a map key with an expected form. */
    public static String ofName(String expected) {
        return "for the name " + expected;
    }

    /** Returns the phrase for an expected value: an integer with a maximum number of digits. */
    public static String integerOfDigits(int max) {
        return INTEGER + " of at most " + max + " digits";
    }

    /** Returns the phrase for an expected value: a number with an exponent in a range. */
    public static String numberWithExponent(int max) {
        return "a number with an exponent from -" + max + " to " + max;
    }

    /** Returns the phrase for an expected value: a maximum depth of nesting. */
    public static String nesting(int maxDepth) {
        return "JSON nested at most " + maxDepth + " levels deep";
    }

    /** Returns the phrase for an expected value: a maximum length of numbers. */
    public static String numberLength(int max) {
        return "numbers of at most " + max + " characters";
    }

    /** Returns the suffix of a description that contains a position in the text. */
    public static String at(int line, int column) {
        return " at line " + line + ", column " + column;
    }
}
