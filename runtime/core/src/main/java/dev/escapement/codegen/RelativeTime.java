package dev.escapement.codegen;

import dev.escapement.internal.json.LimitMessages.Present;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** A comparison of {@code java.time} values with an instant, to the precision of the values. */
final class RelativeTime {

    /** The fields of local dates and times, largest first. */
    private static final List<ChronoField> PARTS =
            List.of(ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH, ChronoField.NANO_OF_DAY);

    private RelativeTime() {}

    /**
     * Compares a date or time with an instant. A date equals every instant of its day, a year every instant of its
     * year; a time without a date is compared with the instant's time of day. Without an offset, the time is in UTC.
     *
     * @return a negative number if the time is before the instant, a positive number if it is after the instant,
     *     otherwise 0
     */
    static int compare(TemporalAccessor time, Instant moment) {
        if (time.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Instant.from(time).compareTo(moment);
        }
        ZoneOffset offset = time.isSupported(ChronoField.OFFSET_SECONDS) ? ZoneOffset.from(time) : ZoneOffset.UTC;
        OffsetDateTime there = moment.atOffset(offset);
        for (ChronoField part : PARTS) {
            int compared = time.isSupported(part) ? Long.compare(time.getLong(part), there.getLong(part)) : 0;
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /** Returns the present with which a date or time is compared. */
    static Present present(TemporalAccessor time) {
        if (time.isSupported(ChronoField.NANO_OF_SECOND)) {
            return Present.NOW;
        } else if (time.isSupported(ChronoField.DAY_OF_MONTH)) {
            return Present.TODAY;
        }
        return time.isSupported(ChronoField.MONTH_OF_YEAR) ? Present.THIS_MONTH : Present.THIS_YEAR;
    }
}
