package dev.escapement.codegen;

import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.json.Violation;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a value obeys beside its type. Generated code calls these methods right after it has read or written
 * the value; a {@link JsonReader} then reports what is broken as a {@link Violation}, and a {@link JsonWriter} throws an
 * {@link IllegalArgumentException}. A value that was not read, because it was something else, breaks no rule.
 */
public abstract sealed class ValueChecks extends NumberChecks permits JsonReader, JsonWriter, NameChecks {

    /**
     * What browsers accept in a field for an e-mail address (HTML Living Standard, section 4.10.5.1.5). It is shorter
     * than what RFC 5322 allows, and leaves out what no mail server accepts.
     */
    static final PortablePattern EMAIL = PortablePattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");

    ValueChecks() {}

    /** How many elements or properties the array or object has that was just read or written. */
    abstract int count();

    /** What {@link #count} counts. */
    abstract Unit counted();

    /**
     * The string has at least so many characters, counted as code points.
     *
     * @param value the string
     * @param min how many
     */
    public final void checkMinLength(@Nullable String value, int min) {
        // Two chars at most are one character: most lengths need no counting.
        if (value != null && value.length() < 2L * min && length(value) < min) {
            broken(LimitMessages.atLeast(Unit.CHARACTER.of(min)), lengthOf(value));
        }
    }

    /**
     * The string has at most so many characters, counted as code points.
     *
     * @param value the string
     * @param max how many
     */
    public final void checkMaxLength(@Nullable String value, int max) {
        if (value != null && value.length() > max && length(value) > max) {
            broken(LimitMessages.atMost(Unit.CHARACTER.of(max)), lengthOf(value));
        }
    }

    /**
     * The array or object that was just read or written has at least so many elements or properties.
     *
     * @param min how many
     */
    public final void checkMinCount(int min) {
        if (isRead() && count() < min) {
            broken(LimitMessages.atLeast(counted().of(min)), String.valueOf(count()));
        }
    }

    /**
     * The array or object that was just read or written has at most so many elements or properties.
     *
     * @param max how many
     */
    public final void checkMaxCount(int max) {
        if (isRead() && count() > max) {
            broken(LimitMessages.atMost(counted().of(max)), String.valueOf(count()));
        }
    }

    /**
     * The text has a match of a pattern.
     *
     * @param value the text
     * @param pattern the pattern
     */
    public final void checkPattern(@Nullable String value, PortablePattern pattern) {
        if (value != null && !pattern.find(value)) {
            broken(LimitMessages.matching(pattern), found(value));
        }
    }

    /**
     * The text has a character other than blanks and control characters: one above U+0020.
     *
     * @param value the text
     */
    public final void checkNotBlank(@Nullable String value) {
        if (value != null && isBlank(value)) {
            broken(LimitMessages.NOT_BLANK, found(value));
        }
    }

    /**
     * The text is an e-mail address.
     *
     * @param value the text
     */
    public final void checkEmail(@Nullable String value) {
        if (value != null && !EMAIL.find(value)) {
            broken(LimitMessages.EMAIL, found(value));
        }
    }

    /**
     * The value is {@code true}.
     *
     * @param value the value
     */
    public final void checkTrue(boolean value) {
        if (isRead() && !value) {
            broken("true", "false");
        }
    }

    /**
     * The value is {@code false}.
     *
     * @param value the value
     */
    public final void checkFalse(boolean value) {
        if (isRead() && value) {
            broken("false", "true");
        }
    }

    /**
     * The time is before a moment.
     *
     * @param value the time; one without an offset is a time in UTC
     * @param now the moment; null to check nothing
     */
    public final void checkPast(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) >= 0) {
            broken(LimitMessages.PAST, found(value));
        }
    }

    /**
     * The time is not after a moment.
     *
     * @param value the time; one without an offset is a time in UTC
     * @param now the moment; null to check nothing
     */
    public final void checkPastOrPresent(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) > 0) {
            broken(LimitMessages.PAST_OR_PRESENT, found(value));
        }
    }

    /**
     * The time is after a moment.
     *
     * @param value the time; one without an offset is a time in UTC
     * @param now the moment; null to check nothing
     */
    public final void checkFuture(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) <= 0) {
            broken(LimitMessages.FUTURE, found(value));
        }
    }

    /**
     * The time is not before a moment.
     *
     * @param value the time; one without an offset is a time in UTC
     * @param now the moment; null to check nothing
     */
    public final void checkFutureOrPresent(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) < 0) {
            broken(LimitMessages.FUTURE_OR_PRESENT, found(value));
        }
    }

    private static boolean isBlank(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private String lengthOf(String value) {
        return LimitMessages.ofLength(found(value), length(value));
    }
}
