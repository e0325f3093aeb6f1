package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.string;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.internal.json.TimeMessages;
import dev.escapement.json.Violation;
import dev.escapement.testing.GoldenMessages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a string that resembles a date or time is explained. */
class TimeFaultsTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(TextCodecs.LOCAL_DATE, "2024-02-30", TimeMessages.noSuchDate("February 2024", 29)),
                fault(TextCodecs.LOCAL_DATE, "2023-02-29", TimeMessages.noSuchDate("February 2023", 28)),
                fault(TextCodecs.LOCAL_DATE, "1900-02-29", TimeMessages.noSuchDate("February 1900", 28)),
                fault(TextCodecs.LOCAL_DATE, "2024-04-31", TimeMessages.noSuchDate("April", 30)),
                fault(TextCodecs.LOCAL_DATE, "2024-04-00", TimeMessages.noSuchDate("April", 30)),
                fault(TextCodecs.LOCAL_DATE, "2024-13-01", TimeMessages.noSuchDate(13)),
                fault(TextCodecs.LOCAL_DATE, "2024-00-01", TimeMessages.noSuchDate(0)),
                fault(TextCodecs.LOCAL_DATE, "2024-01-31T00:00:00", TimeMessages.EXTRA_TIME),
                fault(TextCodecs.LOCAL_DATE, "2024-01-31T00:00:00Z", TimeMessages.EXTRA_TIME),
                fault(TextCodecs.LOCAL_DATE, "2024-01-31Z", TimeMessages.EXTRA_OFFSET),
                fault(TextCodecs.LOCAL_DATE, "12:00", TimeMessages.NO_DATE),
                fault(TextCodecs.YEAR_MONTH, "2024-13", TimeMessages.noSuchDate(13)),
                fault(TextCodecs.MONTH_DAY, "--02-30", TimeMessages.noSuchDate("February", 29)),
                fault(TextCodecs.MONTH_DAY, "--13-01", TimeMessages.noSuchDate(13)),
                fault(TextCodecs.LOCAL_TIME, "24:00", TimeMessages.NO_SUCH_TIME),
                fault(TextCodecs.LOCAL_TIME, "12:60:00", TimeMessages.NO_SUCH_TIME),
                fault(TextCodecs.LOCAL_TIME, "12:00:61", TimeMessages.NO_SUCH_TIME),
                fault(TextCodecs.LOCAL_TIME, "23:59:60", TimeMessages.LEAP_SECOND),
                fault(TextCodecs.LOCAL_TIME, "12:00:00.1234567890", TimeMessages.FRACTION),
                fault(TextCodecs.LOCAL_TIME, "12:00:00Z", TimeMessages.EXTRA_OFFSET),
                fault(TextCodecs.LOCAL_TIME, "2024-01-31T12:00:00", TimeMessages.EXTRA_DATE),
                fault(TextCodecs.LOCAL_DATE_TIME, "2024-01-31", TimeMessages.NO_TIME),
                fault(TextCodecs.LOCAL_DATE_TIME, "2024-01-31 12:00:00", TimeMessages.SEPARATOR),
                fault(TextCodecs.LOCAL_DATE_TIME, "2024-02-30T12:00:00", TimeMessages.noSuchDate("February 2024", 29)),
                fault(TextCodecs.OFFSET_TIME, "12:00Z", TimeMessages.NO_SECONDS),
                fault(TextCodecs.OFFSET_TIME, "12:00:00", TimeMessages.NO_OFFSET),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00", TimeMessages.NO_OFFSET),
                fault(TextCodecs.INSTANT, "2024-01-31 12:00:00Z", TimeMessages.SEPARATOR),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00Z", TimeMessages.NO_SECONDS),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00+0100", TimeMessages.OFFSET_FORM),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00+01", TimeMessages.OFFSET_FORM),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00+00:00:00", TimeMessages.OFFSET_FORM),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00+24:00", TimeMessages.NO_SUCH_INTERNET_OFFSET),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00+23:60", TimeMessages.NO_SUCH_INTERNET_OFFSET),
                fault(TextCodecs.INSTANT, "2024-01-31 23:59:60Z", TimeMessages.SEPARATOR),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:60Z", TimeMessages.MISPLACED_LEAP_SECOND),
                fault(TextCodecs.INSTANT, "2024-01-31T23:59:60+01:00", TimeMessages.MISPLACED_LEAP_SECOND),
                fault(TextCodecs.OFFSET_TIME, "23:59:60+24:00", TimeMessages.NO_SUCH_INTERNET_OFFSET),
                fault(TextCodecs.OFFSET_TIME, "12:00:60", TimeMessages.NO_OFFSET),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00:00.1234567890", TimeMessages.NO_OFFSET),
                fault(TextCodecs.INSTANT, "2024-01-31T12:00z", TimeMessages.NO_SECONDS),
                fault(TextCodecs.INSTANT, "2023-02-29T12:00:00Z", TimeMessages.noSuchDate("February 2023", 28)),
                fault(TextCodecs.OFFSET_DATE_TIME, "2024-01-31T25:00:00Z", TimeMessages.NO_SUCH_TIME),
                fault(TextCodecs.OFFSET_DATE_TIME, "2024-01-31", TimeMessages.NO_TIME),
                fault(TextCodecs.ZONED_DATE_TIME, "2024-01-31T12:00:00+01:00[Europe/Pari]", TimeMessages.NO_SUCH_ZONE),
                fault(TextCodecs.ZONED_DATE_TIME, "2024-01-31T12:00:00+02:00[Europe/Paris]", TimeMessages.OTHER_OFFSET),
                fault(TextCodecs.ZONED_DATE_TIME, "2024-01-31T12:00:00[Europe/Paris]", TimeMessages.NO_OFFSET),
                fault(TextCodecs.ZONED_DATE_TIME, "2024-01-31T12:00:60Z", TimeMessages.LEAP_SECOND),
                fault(TextCodecs.ZONE_ID, "Europe/Pari", TimeMessages.NO_SUCH_ZONE),
                fault(TextCodecs.ZONE_ID, "+19:00", TimeMessages.NO_SUCH_OFFSET),
                fault(TextCodecs.ZONE_OFFSET, "+0100", TimeMessages.OFFSET_FORM),
                fault(TextCodecs.ZONE_OFFSET, "z", TimeMessages.OFFSET_FORM),
                fault(TextCodecs.ZONE_OFFSET, "+18:01", TimeMessages.NO_SUCH_OFFSET));
    }

    private static Arguments fault(TextCodec<?> codec, String text, String explanation) {
        return Arguments.of(codec, text, explanation);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsExplained(TextCodec<?> codec, String text, String explanation) {
        assertEquals(
                List.of(new Violation("$", codec.expected(), TimeMessages.explained(string(text), explanation))),
                DecodingSupport.violations(codec, '"' + text + '"'));
    }

    @Test
    void otherStringsHaveNoExplanation() {
        for (String text : List.of("", "tomorrow", "31.01.2024", "2024", "1706659200")) {
            assertEquals(
                    List.of(new Violation("$", TextCodecs.LOCAL_DATE.expected(), string(text))),
                    DecodingSupport.violations(TextCodecs.LOCAL_DATE, '"' + text + '"'));
        }
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(TimeMessages.class).verify(TimeFaultsTest.class);
    }
}
