package dev.escapement.internal.json;

/** The phrases that describe limits on values in violations. They follow <em>expected</em> and <em>found</em>. */
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

        /** Returns a count with this unit, such as {@code 1 digit} or {@code 2 digits}. */
        public String of(int count) {
            return count + " " + (count == 1 ? singular : plural);
        }
    }

    /** The present, to the precision of a date or time. */
    public enum Present {
        NOW("a time", "now", "in the past", "in the future"),
        TODAY("a date", "today", "before today", "after today"),
        THIS_MONTH("a month", "this month", "before this month", "after this month"),
        THIS_YEAR("a year", "this year", "before this year", "after this year");

        private final String value;
        private final String present;
        private final String past;
        private final String future;

        Present(String value, String present, String past, String future) {
            this.value = value;
            this.present = present;
            this.past = past;
            this.future = future;
        }

        /** Returns the phrase for a value that must be before the present. */
        public String past() {
            return value + " " + past;
        }

        /** Returns the phrase for a value that must not be after the present. */
        public String pastOrPresent() {
            return value + " that is " + present + " or earlier";
        }

        /** Returns the phrase for a value that must be after the present. */
        public String future() {
            return value + " " + future;
        }

        /** Returns the phrase for a value that must not be before the present. */
        public String futureOrPresent() {
            return value + " that is " + present + " or later";
        }
    }

    /** The phrase for a string that must not be blank. */
    public static final String NOT_BLANK = "text that is not blank";

    /** The phrase for a string that must be an e-mail address. */
    public static final String EMAIL = "an e-mail address";

    private LimitMessages() {}

    /** Returns the phrase for a number or count that must be at least the given minimum. */
    public static String atLeast(Object min) {
        return "at least " + min;
    }

    /** Returns the phrase for a number or count that must be at most the given maximum. */
    public static String atMost(Object max) {
        return "at most " + max;
    }

    /** Returns the phrase for a number that must be greater than the given limit. */
    public static String moreThan(Object limit) {
        return "more than " + limit;
    }

    /** Returns the phrase for a number that must be less than the given limit. */
    public static String lessThan(Object limit) {
        return "less than " + limit;
    }

    /** Returns the phrase for a number with a limited number of digits before and after the decimal point. */
    public static String digits(int integer, int fraction) {
        return atMost(Unit.DIGIT.of(integer)) + " before the decimal point and " + fraction + " after it";
    }

    /** Returns the phrase for a limit that applies to the rounded number. */
    public static String whenRounded(String expected) {
        return expected + " when rounded";
    }

    /** Returns the description of a number that differs from the nearest float or double. */
    public static String rounded(String found, String rounded) {
        return found + ", which is rounded to " + rounded;
    }

    /** Returns the phrase for a string that must match a pattern. */
    public static String matching(Object pattern) {
        return "text that matches " + pattern;
    }

    /** Returns a description of a string that includes its length. */
    public static String ofLength(String found, int characters) {
        return found + " of " + Unit.CHARACTER.of(characters);
    }
}
