package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.internal.json.TimeMessages;
import dev.escapement.json.Decoded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the RFC 3339 forms that the JDK does not parse. */
class InternetTimesTest {

    /** The largest offset of RFC 3339, in minutes. */
    private static final int MAX_OFFSET = 23 * 60 + 59;

    @ParameterizedTest
    @CsvSource({
        "2026-01-31t09:30:00z, 2026-01-31T09:30:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "1990-12-31T15:59:60-08:00, 1990-12-31T16:00:00-08:00",
        "2026-01-01T08:59:60.5+09:00, 2026-01-01T09:00:00.5+09:00",
        "2026-01-01T05:29:60+05:30, 2026-01-01T05:30:00+05:30",
        "2026-01-01T23:58:60+23:59, 2026-01-01T18:00:00+18:00",
        "2026-01-01T00:00:60-23:59, 2026-01-01T06:00:00-18:00",
        "2026-01-31T09:30:00.1234567899Z, 2026-01-31T09:30:00.123456789Z",
        "2026-01-31T09:30:00.1z, 2026-01-31T09:30:00.1Z",
        "2026-01-31T09:30:00-00:00, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30:00+19:30, 2026-01-31T08:00:00+18:00",
        "2026-01-31T09:30:00-23:59, 2026-01-31T15:29:00-18:00"
    })
    void dateTimeIsRead(String text, String meant) {
        String json = '"' + text + '"';

        assertEquals(OffsetDateTime.parse(meant), value(TextCodecs.OFFSET_DATE_TIME, json));
        assertEquals(Instant.from(OffsetDateTime.parse(meant)), value(TextCodecs.INSTANT, json));
        assertEquals(
                OffsetTime.parse(meant.substring(11)), value(TextCodecs.OFFSET_TIME, '"' + text.substring(11) + '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09:30:60Z",
                "22:59:60Z",
                "23:58:60z",
                "23:59:60+01:00",
                "15:59:60+08:00",
                "23:59:60.5-00:01",
                "00:59:60+00:30"
            })
    void leapSecondWithinADayIsRejected(String time) {
        String explained = ", " + TimeMessages.MISPLACED_LEAP_SECOND;

        assertEquals(explained, explanation(TextCodecs.OFFSET_TIME, time));
        assertEquals(explained, explanation(TextCodecs.OFFSET_DATE_TIME, "2016-12-31T" + time));
        assertEquals(explained, explanation(TextCodecs.INSTANT, "2016-12-31T" + time));
    }

    private static String explanation(TextCodec<?> codec, String text) {
        String actual = violations(codec, '"' + text + '"').get(0).actual();
        return actual.substring(actual.indexOf(text) + text.length() + 1);
    }

    @Test
    void leapSecondIsAcceptedOnlyAtTheEndOfADayInUtc() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            for (int offset = -MAX_OFFSET; offset <= MAX_OFFSET; offset += 37) {
                String time =
                        hoursAndMinutes(minute) + ":60" + (offset < 0 ? "-" : "+") + hoursAndMinutes(Math.abs(offset));
                assertEquals(
                        Math.floorMod(minute - offset, 24 * 60) == 23 * 60 + 59,
                        TextCodecs.OFFSET_TIME.decode('"' + time + '"') instanceof Decoded.Accepted<?>,
                        time);
            }
        }
    }

    private static String hoursAndMinutes(int minutes) {
        return twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
