package dev.escapement.internal.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronExpressionTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *           | 2026-01-31T12:00:00Z    | 2026-01-31T12:01:00Z
            * * * * *           | 2026-01-31T12:00:59.999Z| 2026-01-31T12:01:00Z
            0 9 * * MON-FRI     | 2026-01-30T08:59:59Z    | 2026-01-30T09:00:00Z
            0 9 * * MON-FRI     | 2026-01-30T09:00:00Z    | 2026-02-02T09:00:00Z
            */15 8-10 * * *     | 2026-01-30T10:45:00Z    | 2026-01-31T08:00:00Z
            10-40/15 * * * *    | 2026-01-30T10:10:00Z    | 2026-01-30T10:25:00Z
            5,50 23 31 * *      | 2026-01-31T23:50:00Z    | 2026-03-31T23:05:00Z
            0 0 29 2 *          | 2026-01-01T00:00:00Z    | 2028-02-29T00:00:00Z
            0 0 29 feb *        | 2096-03-01T00:00:00Z    | 2104-02-29T00:00:00Z
            0 0 1 1,jul *       | 2026-01-01T00:00:00Z    | 2026-07-01T00:00:00Z
            0 0 * * 0           | 2026-01-30T00:00:00Z    | 2026-02-01T00:00:00Z
            0 0 * * 7           | 2026-01-30T00:00:00Z    | 2026-02-01T00:00:00Z
            0 0 * * sat-Sun     | 2026-02-01T00:00:00Z    | 2026-02-07T00:00:00Z
            0 0 * * SUN-SUN     | 2026-02-01T00:00:00Z    | 2026-02-08T00:00:00Z
            0 0 * * SUN-MON     | 2026-02-02T00:00:00Z    | 2026-02-08T00:00:00Z
            0 0 * * 5-7         | 2026-01-30T00:00:00Z    | 2026-01-31T00:00:00Z
            """)
    void firesAtTheNextSelectedTime(String expression, Instant after, Instant next) {
        assertEquals(next, CronExpression.parse(expression).next(after, ZoneOffset.UTC));
    }

    @Test
    void eitherOfTwoLimitedDayFieldsIsEnough() {
        CronExpression expression = CronExpression.parse("0 0 13 * FRI");

        assertEquals(
                List.of(
                        Instant.parse("2026-02-06T00:00:00Z"),
                        Instant.parse("2026-02-13T00:00:00Z"),
                        Instant.parse("2026-02-20T00:00:00Z"),
                        Instant.parse("2026-02-27T00:00:00Z"),
                        Instant.parse("2026-03-06T00:00:00Z"),
                        Instant.parse("2026-03-13T00:00:00Z")),
                first(expression, Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC, 6));
    }

    @Test
    void bothDayFieldsApplyIfOneBeginsWithAStar() {
        CronExpression expression = CronExpression.parse("0 0 */12 * FRI"); // 1, 13 and 25

        assertEquals(
                List.of(Instant.parse("2026-02-13T00:00:00Z"), Instant.parse("2026-03-13T00:00:00Z")),
                first(expression, Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC, 2));
    }

    /** In Berlin, 02:00 to 03:00 was skipped on 29 March 2026. */
    @Test
    void skippedTimesFireOnceAtTheEndOfTheGap() {
        assertEquals(
                List.of(
                        Instant.parse("2026-03-28T01:15:00Z"),
                        Instant.parse("2026-03-28T01:45:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-30T00:15:00Z")),
                first(CronExpression.parse("15,45 2 * * *"), Instant.parse("2026-03-28T00:00:00Z"), BERLIN, 4));
    }

    /** In Berlin, 02:00 to 03:00 was repeated on 25 October 2026. */
    @Test
    void repeatedTimesFireOnceAtTheFirstOccurrence() {
        CronExpression expression = CronExpression.parse("30 2 * * *");

        assertEquals(
                List.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z")),
                first(expression, Instant.parse("2026-10-25T00:00:00Z"), BERLIN, 2));
        assertEquals(
                Instant.parse("2026-10-26T01:30:00Z"),
                expression.next(Instant.parse("2026-10-25T01:10:00Z"), BERLIN),
                "after an instant of the second occurrence");
    }

    /** Apia skipped the whole of 30 December 2011. */
    @Test
    void aSkippedDayFiresAtItsEnd() {
        assertEquals(
                List.of(Instant.parse("2011-12-30T10:00:00Z"), Instant.parse("2012-12-29T22:00:00Z")),
                first(
                        CronExpression.parse("0 12 30 12 *"),
                        Instant.parse("2011-12-01T00:00:00Z"),
                        ZoneId.of("Pacific/Apia"),
                        2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | FIELD_COUNT    | 0
            0 9 * *             | FIELD_COUNT    | 4
            0 0 9 * * MON       | FIELD_COUNT    | 6
            0,,1 * * * *        | EMPTY_PART     | minute
            0 9- * * *          | EMPTY_PART     | hour
            /5 * * * *          | EMPTY_PART     | minute
            0 9 ? * *           | UNKNOWN_VALUE  | day of month; ?
            0 9 L * *           | UNKNOWN_VALUE  | day of month; L
            -5 * * * *          | UNKNOWN_VALUE  | minute; -5
            0 9 * * Monday      | UNKNOWN_NAME   | day of week; Monday; MON
            0 9 * JNA *         | UNKNOWN_NAME   | month; JNA; JAN
            60 * * * *          | OUT_OF_RANGE   | minute; 60; 0; 59
            * 24 * * *          | OUT_OF_RANGE   | hour; 24; 0; 23
            * * 0 * *           | OUT_OF_RANGE   | day of month; 0; 1; 31
            * * * 13 *          | OUT_OF_RANGE   | month; 13; 1; 12
            * * * * 8           | OUT_OF_RANGE   | day of week; 8; 0; 7
            * 9-5 * * *         | REVERSED_RANGE | hour; 9-5
            * * * * FRI-MON     | REVERSED_RANGE | day of week; FRI-MON
            */0 * * * *         | BAD_STEP       | minute; 0; 59
            */60 * * * *        | BAD_STEP       | minute; 60; 59
            */a * * * *         | BAD_STEP       | minute; a; 59
            5/15 * * * *        | STEP_OF_VALUE  | minute; 5/15
            0 0 30 2 *          | NEVER          | ''
            0 0 31 4,6,9,11 *   | NEVER          | ''
            0 0 30-31/1 FEB *   | NEVER          | ''
            """)
    void faultIsNamed(String expression, CronFault fault, String arguments) {
        CronSyntaxException refused = assertThrows(CronSyntaxException.class, () -> CronExpression.parse(expression));

        assertEquals(fault, refused.fault());
        assertEquals(
                Arrays.stream(arguments.split("; "))
                        .filter(argument -> !argument.isEmpty())
                        .toList(),
                refused.arguments());
    }

    /** The day of the month does not exist, but the day of the week does. */
    @Test
    void eitherDayFieldCanBeTheOnlyOneThatFires() {
        assertEquals(
                Instant.parse("2026-02-02T00:00:00Z"),
                CronExpression.parse("0 0 30 2 MON").next(Instant.parse("2026-01-31T00:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void messageContainsTheExpressionAndTheRemedy() {
        CronSyntaxException refused =
                assertThrows(CronSyntaxException.class, () -> CronExpression.parse("0 9 * * Monday"));

        assertEquals(
                "The cron expression \"0 9 * * Monday\" has the value \"Monday\" in the field \"day of week\", which the"
                        + " field does not support (did you mean MON?). Use five fields: minute, hour, day of month,"
                        + " month, day of week.",
                refused.getMessage());
    }

    private static List<Instant> first(CronExpression expression, Instant after, ZoneId zone, int count) {
        return Stream.iterate(expression.next(after, zone), tick -> expression.next(tick, zone))
                .limit(count)
                .toList();
    }
}
