package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the RFC 3339 forms that the JDK does not parse. */
class InternetTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31t09:30:00z, 2026-01-31T09:30:00Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
        "1990-12-31T15:59:60-08:00, 1990-12-31T16:00:00-08:00",
        "2026-01-31T09:30:60.5Z, 2026-01-31T09:31:00.5Z",
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
}
