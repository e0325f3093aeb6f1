package dev.escapement.internal.json;

/**
 * The wording of violations: the phrases that follow <em>expected</em> and <em>found</em>. Phrases about the limits of a
 * value are in {@link LimitMessages}.
 */
public final class ViolationMessages {

    /** Expected or found: an object. */
    public static final String OBJECT = "an object";

    /** Expected or found: an array. */
    public static final String ARRAY = "an array";

    /** Expected: a string. */
    public static final String STRING = "a string";

    /** Expected: a string of one character. */
    public static final String CHARACTER = "a string of one character";

    /** Expected: a boolean. */
    public static final String BOOLEAN = "true or false";

    /** Expected: an integer of any size, or a number without a fraction. */
    public static final String INTEGER = "an integer";

    /** Expected: an integer of 8 bits. */
    public static final String BYTE = "an integer from -128 to 127";

    /** Expected: an integer of 16 bits. */
    public static final String SHORT = "an integer from -32768 to 32767";

    /** Expected: an integer of 32 bits. */
    public static final String INT = "an integer of 32 bits";

    /** Expected: an integer of 64 bits. */
    public static final String LONG = "an integer of 64 bits";

    /** Expected: a number. */
    public static final String NUMBER = "a number";

    /** Expected: a number that a float can represent. */
    public static final String FLOAT = "a number of at most 3.4028235E38 in size";

    /** Expected: a number that a double can represent. */
    public static final String DOUBLE = "a number of at most 1.7976931348623157E308 in size";

    /** Expected: a duration in the form of ISO 8601. */
    public static final String DURATION = "a duration like PT1H30M";

    /** Expected: a moment in the form of ISO 8601. */
    public static final String TIME = "a time like 2026-01-31T12:00:00Z";

    /** Expected: a value of any type. */
    public static final String VALUE = "a value";

    /** Found: the absence of a value. */
    public static final String NOTHING = "nothing";

    /** Expected: the absence of a property that the object does not have. */
    public static final String UNKNOWN_PROPERTY = "no such property";

    /** Expected: a property at most once in its object. */
    public static final String PROPERTY_ONCE = "the property once";

    /** Expected: a key at most once in its map. */
    public static final String KEY_ONCE = "each key once";

    /** Expected: an element at most once in its set. */
    public static final String ELEMENT_ONCE = "each element once";

    /** Found: a repetition. */
    public static final String AGAIN = "a duplicate";

    /** Expected: the property that identifies the type of an object. */
    public static final String DISCRIMINATOR = "a string that identifies the type";

    /** Expected: values that a constructor accepts. */
    public static final String CONSISTENT = "consistent values";

    /** Found: values that a constructor refuses without a reason. */
    public static final String INCONSISTENT = "inconsistent values";

    /** Expected: a text with one value. */
    public static final String ONE_VALUE = "exactly one JSON value";

    /** Found: text after the value. */
    public static final String MORE_TEXT = "more text after it";

    /** Expected: a text without the syntax that only lenient readers accept. */
    public static final String STRICT_JSON = "strict JSON";

    /** Found: syntax that only lenient readers accept. */
    public static final String LENIENT_JSON = "JSON with relaxed syntax";

    /** Expected: a text that does not end within a value. */
    public static final String COMPLETE_JSON = "complete JSON";

    /** Found: the end of the text. */
    public static final String END_OF_TEXT = "the end of the text";

    /** Expected: JSON. */
    public static final String WELL_FORMED_JSON = "well-formed JSON";

    /** Found: a syntax error. */
    public static final String SYNTAX_ERROR = "a syntax error";

    /** Found: a limit of the reader exceeded. */
    public static final String EXCEEDED = "more than that";

    private ViolationMessages() {}

    /** Found: values that a constructor refuses for a reason. */
    public static String inconsistent(String reason) {
        return INCONSISTENT + ": " + reason;
    }

    /** Expected: one of the names in a list, which are quoted and separated by commas. */
    public static String oneOf(String names) {
        return "one of " + names;
    }

    /** Appended to an expectation: the quoted name that is close to the one found. */
    public static String meant(String quotedName) {
        return " (did you mean " + quotedName + "?)";
    }

    /** Found: a string, which is quoted. */
    public static String string(String quoted) {
        return "the string " + quoted;
    }

    /** Found: the name of an entry, which is quoted. */
    public static String name(String quoted) {
        return "the name " + quoted;
    }

    /** Expected: a property of the name of an entry, rather than its value. */
    public static String ofName(String expected) {
        return "for the name " + expected;
    }

    /** Expected: an integer with a number of digits. */
    public static String integerOfDigits(int max) {
        return INTEGER + " of at most " + max + " digits";
    }

    /** Expected: a number with an exponent in a range. */
    public static String numberWithExponent(int max) {
        return "a number with an exponent from -" + max + " to " + max;
    }

    /** Expected: a depth of nesting. */
    public static String nesting(int maxDepth) {
        return "JSON nested at most " + maxDepth + " levels deep";
    }

    /** Expected: a length of numbers. */
    public static String numberLength(int max) {
        return "numbers of at most " + max + " characters";
    }

    /** Appended to what was found: its place in the text. */
    public static String at(int line, int column) {
        return " at line " + line + ", column " + column;
    }
}
