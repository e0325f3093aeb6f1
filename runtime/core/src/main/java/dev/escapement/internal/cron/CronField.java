package dev.escapement.internal.cron;

import dev.escapement.internal.text.AsciiCase;
import dev.escapement.internal.text.DidYouMean;
import java.util.List;
import java.util.Optional;

/** The fields of a cron expression, in the order in which they are written. */
enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day of month", 1, 31, ""),
    MONTH("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    /** Sunday is both 0 and 7. */
    DAY_OF_WEEK("day of week", 0, 7, "SUN MON TUE WED THU FRI SAT");

    private static final int SUNDAY = 7;
    private static final int MAX_DIGITS = 9;

    private final String words;
    private final int min;
    private final int max;
    private final String names;

    CronField(String words, int min, int max, String names) {
        this.words = words;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /**
     * Returns the values that a field selects.
     *
     * @param text the text of the field
     * @param expression the expression, for messages
     * @return one bit for each value. Sunday is bit 0
     * @throws CronSyntaxException if the text is malformed
     */
    long parse(String text, String expression) {
        long values = 0;
        for (String part : text.split(",", -1)) {
            values |= part(part, expression);
        }
        boolean sunday = this == DAY_OF_WEEK && (values & (1L << SUNDAY)) != 0;
        return sunday ? (values & ~(1L << SUNDAY)) | 1 : values;
    }

    private long part(String part, String expression) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : step(part.substring(slash + 1), expression);
        if (range.isEmpty()) {
            throw new CronSyntaxException(expression, CronFault.EMPTY_PART, words);
        }
        if (range.equals("*")) {
            return values(min, this == DAY_OF_WEEK ? max - 1 : max, step);
        }
        int hyphen = range.indexOf('-', 1);
        if (hyphen < 0) {
            if (slash >= 0) {
                throw new CronSyntaxException(expression, CronFault.STEP_OF_VALUE, words, part);
            }
            int value = value(range, expression);
            return values(value, value, 1);
        }
        int first = value(range.substring(0, hyphen), expression);
        int last = lastValue(range.substring(hyphen + 1), first, expression);
        if (first > last) {
            throw new CronSyntaxException(expression, CronFault.REVERSED_RANGE, words, range);
        }
        return values(first, last, step);
    }

    private static long values(int first, int last, int step) {
        long values = 0;
        for (int value = first; value <= last; value += step) {
            values |= 1L << value;
        }
        return values;
    }

    private int step(String text, String expression) {
        int step = number(text).orElse(0);
        if (step < 1 || step > max) {
            throw new CronSyntaxException(expression, CronFault.BAD_STEP, words, text, String.valueOf(max));
        }
        return step;
    }

    /** Returns the last value of a range, in which the name of Sunday follows that of Saturday unless it is the first. */
    private int lastValue(String text, int first, String expression) {
        int value = value(text, expression);
        boolean followsSaturday = this == DAY_OF_WEEK && first > 0 && value == 0;
        return followsSaturday && number(text).isEmpty() ? SUNDAY : value;
    }

    private int value(String text, String expression) {
        if (text.isEmpty()) {
            throw new CronSyntaxException(expression, CronFault.EMPTY_PART, words);
        }
        List<String> names = names();
        for (int i = 0; i < names.size(); i++) {
            if (AsciiCase.equal(names.get(i), text)) {
                return min + i;
            }
        }
        int value = number(text).orElseThrow(() -> unknown(text, expression));
        if (value < min || value > max) {
            throw new CronSyntaxException(
                    expression, CronFault.OUT_OF_RANGE, words, text, String.valueOf(min), String.valueOf(max));
        }
        return value;
    }

    private List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    private CronSyntaxException unknown(String text, String expression) {
        List<String> names = names();
        // A full name, such as Monday, has its abbreviation as a prefix.
        Optional<String> similar = names.stream()
                .filter(name -> AsciiCase.lower(text).startsWith(AsciiCase.lower(name)))
                .findFirst()
                .or(() -> DidYouMean.among(text, names));
        return similar.map(name -> new CronSyntaxException(expression, CronFault.UNKNOWN_NAME, words, text, name))
                .orElseGet(() -> new CronSyntaxException(expression, CronFault.UNKNOWN_VALUE, words, text));
    }

    private static Optional<Integer> number(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(character -> character >= '0' && character <= '9');
        return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
