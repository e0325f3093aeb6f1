package dev.escapement.internal.json;

/** The wording of violations of a value's limits: the phrases that follow <em>expected</em> and <em>found</em>. */
public final class LimitMessages {

    /** The unit of a count. */
    public enum Unit {
        CHARACTER("character", "characters"),
        DIGIT("digit", "digits"),
        ELEMENT("element", "elements"),
        PROPERTY("property", "properties");

        private final String singular;
        private final String plural;

        Unit(String singular, String plural) {
            this.singular = singular;
            this.plural = plural;
        }

        /** Returns a count with this unit: {@code 1 digit}, {@code 2 digits}. */
        public String of(int count) {
            return count + " " + (count == 1 ? singular : plural);
        }
    }

    /** The phrase for an expected value: text with a visible character. */
    public static final String NOT_BLANK = "text that is not blank";

    /** The phrase for an expected value: an e-mail address. */
    public static final String EMAIL = "an e-mail address";

    /** The phrase for an expected value: a time before now. */
    public static final String PAST = "a time in the past";

    /** The phrase for an expected value: a time not after now. */
    public static final String PAST_OR_PRESENT = "a time in the past, or now";

    /** The phrase for an expected value: a time after now. */
    public static final String FUTURE = "a time in the future";

    /** The phrase for an expected value: a time not before now. */
    public static final String FUTURE_OR_PRESENT = "a time in the future, or now";

    private LimitMessages() {}

    /** Returns the phrase for an expected value: a number or count that is at least a limit. */
    public static String atLeast(Object min) {
        return "at least " + min;
    }

    /** Returns the phrase for an expected value: a number or count that is at most a limit. */
    public static String atMost(Object max) {
        return "at most " + max;
    }

    /** Returns the phrase for an expected value: a number that is greater than a limit. */
    public static String moreThan(Object limit) {
        return "more than " + limit;
    }

    /** Returns the phrase for an expected value: a number that is less than a limit. */
    public static String lessThan(Object limit) {
        return "less than " + limit;
    }

    /** Returns the phrase for an expected value: a number with limited digits before and after the decimal point. */
    public static String digits(int integer, int fraction) {
        return atMost(Unit.DIGIT.of(integer)) + " before the decimal point and " + fraction + " after it";
    }

    /** Returns an expectation that applies to the nearest float or double. */
    public static String whenRounded(String expected) {
        return expected + " when rounded";
    }

    /** Returns the description of a number whose nearest float or double is another number. */
    public static String rounded(String found, String rounded) {
        return found + ", which is rounded to " + rounded;
    }

    /** Returns the phrase for an expected value: text with a match of a pattern. */
    public static String matching(Object pattern) {
        return "text that matches " + pattern;
    }

    /** Returns the description of a text with its length. */
    public static String ofLength(String found, int characters) {
        return found + " of " + Unit.CHARACTER.of(characters);
    }
}
