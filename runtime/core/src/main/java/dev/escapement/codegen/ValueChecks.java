package dev.escapement.codegen;

import dev.escapement.internal.json.LimitMessages;
import dev.escapement.internal.json.LimitMessages.Unit;
import dev.escapement.json.Violation;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * The checks of the constraints that a value must satisfy in addition to having the right type. Generated code calls
 * these methods immediately after it has read or written the value. A {@link JsonReader} reports a broken rule as a
 * {@link Violation}; a {@link JsonWriter} throws an {@link IllegalArgumentException}. A value that could not be read is
 * not checked.
 */
public abstract sealed class ValueChecks extends NumberChecks permits CodecChecks, NameChecks {

    ValueChecks() {}

    /**
     * Checks that a string has at least a given number of code points.
     *
     * @param value the string
     * @param min the minimum
     */
    public final void checkMinLength(@Nullable String value, int min) {
        // A code point has at most two chars, so most lengths need not be counted.
        if (value != null && value.length() < 2L * min && length(value) < min) {
            broken(LimitMessages.atLeast(Unit.CHARACTER.of(min)), lengthOf(value));
        }
    }

    /**
     * Checks that a string has at most a given number of code points.
     *
     * @param value the string
     * @param max the maximum
     */
    public final void checkMaxLength(@Nullable String value, int max) {
        if (value != null && value.length() > max && length(value) > max) {
            broken(LimitMessages.atMost(Unit.CHARACTER.of(max)), lengthOf(value));
        }
    }

    /**
     * Checks that a string contains a match for a pattern.
     *
     * @param value the string
     * @param pattern the pattern
     */
    public final void checkPattern(@Nullable String value, PortablePattern pattern) {
        if (value != null && !pattern.find(value)) {
            broken(LimitMessages.matching(pattern), found(value));
        }
    }

    /**
     * Checks that a string contains at least one character above U+0020.
     *
     * @param value the string
     */
    public final void checkNotBlank(@Nullable String value) {
        if (value != null && isBlank(value)) {
            broken(LimitMessages.NOT_BLANK, found(value));
        }
    }

    /**
     * Checks that a string is an e-mail address.
     *
     * @param value the string
     */
    public final void checkEmail(@Nullable String value) {
        if (value != null && !Email.PATTERN.find(value)) {
            broken(LimitMessages.EMAIL, found(value));
        }
    }

    /**
     * Checks that a value is {@code true}.
     *
     * @param value the value
     */
    public final void checkTrue(boolean value) {
        if (isRead() && !value) {
            broken("true", "false");
        }
    }

    /**
     * Checks that a value is {@code false}.
     *
     * @param value the value
     */
    public final void checkFalse(boolean value) {
        if (isRead() && value) {
            broken("false", "true");
        }
    }

    /**
     * Checks that a time is before the current time.
     *
     * @param value the time; UTC if it does not have an offset
     * @param now the current time; null to skip the check
     */
    public final void checkPast(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) >= 0) {
            broken(RelativeTime.present(value).past(), found(value));
        }
    }

    /**
     * Checks that a time is not after the current time.
     *
     * @param value the time; UTC if it does not have an offset
     * @param now the current time; null to skip the check
     */
    public final void checkPastOrPresent(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) > 0) {
            broken(RelativeTime.present(value).pastOrPresent(), found(value));
        }
    }

    /**
     * Checks that a time is after the current time.
     *
     * @param value the time; UTC if it does not have an offset
     * @param now the current time; null to skip the check
     */
    public final void checkFuture(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) <= 0) {
            broken(RelativeTime.present(value).future(), found(value));
        }
    }

    /**
     * Checks that a time is not before the current time.
     *
     * @param value the time; UTC if it does not have an offset
     * @param now the current time; null to skip the check
     */
    public final void checkFutureOrPresent(@Nullable TemporalAccessor value, @Nullable Instant now) {
        if (value != null && now != null && RelativeTime.compare(value, now) < 0) {
            broken(RelativeTime.present(value).futureOrPresent(), found(value));
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

    /** The holder of the pattern, which is compiled when the first e-mail address is checked. */
    private static final class Email {

        /**
         * The e-mail address pattern that browsers apply to form fields (HTML Living Standard, section 4.10.5.1.5). It
         * is simpler than RFC 5322 and excludes forms that mail servers do not accept.
         */
        static final PortablePattern PATTERN = PortablePattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
                + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");
    }
}
