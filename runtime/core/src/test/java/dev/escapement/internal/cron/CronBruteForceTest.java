package dev.escapement.internal.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares the ticks of random expressions with a search over all local minutes of some days around changes of the
 * clocks.
 */
class CronBruteForceTest {

    private static final int EXPRESSIONS = 60;
    private static final Duration AROUND = Duration.ofDays(3);

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T01:00:00Z",
        "Europe/Berlin, 2026-10-25T01:00:00Z",
        "America/New_York, 2026-03-08T07:00:00Z",
        "America/New_York, 2026-11-01T06:00:00Z",
        "America/St_Johns, 2006-10-29T02:31:00Z", // at 00:01
        "America/Sao_Paulo, 2018-11-04T03:00:00Z", // a gap at midnight
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z", // half an hour
        "Pacific/Apia, 2011-12-30T10:00:00Z", // a skipped day
        "Asia/Kathmandu, 1985-12-31T18:30:00Z", // 15 minutes
        "UTC, 2028-02-29T00:00:00Z"
    })
    void ticksEqualThoseOfASearch(ZoneId zone, Instant change) {
        Random random = new Random(change.getEpochSecond());
        Instant from = change.minus(AROUND);
        Instant to = change.plus(AROUND);
        for (int i = 0; i < EXPRESSIONS; i++) {
            String[] fields = fields(random);
            String text = String.join(" ", named(fields, random));
            CronExpression expression;
            try {
                expression = CronExpression.parse(text);
            } catch (CronSyntaxException e) {
                assertEquals(CronFault.NEVER, e.fault(), text);
                continue;
            }
            TreeSet<Instant> expected = search(fields, zone, from, to);
            TreeSet<Instant> actual = new TreeSet<>();
            for (Instant tick = expression.next(from, zone); !tick.isAfter(to); tick = expression.next(tick, zone)) {
                actual.add(tick);
            }
            assertEquals(expected, actual, () -> text + " in " + zone);
            for (int j = 0; j < 20; j++) {
                Instant after = from.plusSeconds(
                        random.nextLong(Duration.between(from, to).getSeconds()));
                Instant later = expected.higher(after);
                if (later != null) {
                    assertEquals(later, expression.next(after, zone), () -> text + " in " + zone + " after " + after);
                }
            }
        }
    }

    /** Returns the instants of the selected local times. Java moves skipped times; the first valid instant is searched. */
    private static TreeSet<Instant> search(String[] fields, ZoneId zone, Instant from, Instant to) {
        boolean[][] selected = selected(fields);
        boolean either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        TreeSet<Instant> ticks = new TreeSet<>();
        LocalDateTime end = LocalDateTime.ofInstant(to, zone).plusDays(2);
        for (LocalDateTime local =
                        LocalDateTime.ofInstant(from, zone).minusDays(2).truncatedTo(ChronoUnit.MINUTES);
                local.isBefore(end);
                local = local.plusMinutes(1)) {
            boolean day = selected[2][local.getDayOfMonth()];
            boolean weekday = selected[4][local.getDayOfWeek().getValue()];
            if (selected[0][local.getMinute()]
                    && selected[1][local.getHour()]
                    && selected[3][local.getMonthValue()]
                    && (either ? day || weekday : day && weekday)) {
                ticks.add(firing(local, zone));
            }
        }
        return new TreeSet<>(ticks.subSet(from, false, to, true));
    }

    private static Instant firing(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        LocalDateTime valid = local;
        while (offsets.isEmpty()) {
            valid = valid.plusMinutes(1);
            offsets = zone.getRules().getValidOffsets(valid);
        }
        return offsets.stream().map(valid::toInstant).min(Instant::compareTo).orElseThrow();
    }

    /** Returns for each field which of the values 0 to 59 it selects. Sunday is 7. */
    private static boolean[][] selected(String[] fields) {
        boolean[][] selected = new boolean[fields.length][60];
        for (int field = 0; field < fields.length; field++) {
            int min = field == 2 || field == 3 ? 1 : 0;
            for (String part : fields[field].split(",")) {
                for (int value = 0; value < 60; value++) {
                    selected[field][value] |= selects(part, value, min, field == 4 ? 6 : 59);
                }
            }
        }
        selected[4][7] |= selected[4][0];
        return selected;
    }

    private static boolean selects(String part, int value, int min, int maxOfStar) {
        String[] stepped = part.split("/");
        int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
        String[] limits = stepped[0].equals("*") ? new String[] {"" + min, "" + maxOfStar} : stepped[0].split("-");
        int first = Integer.parseInt(limits[0]);
        int last = Integer.parseInt(limits[limits.length - 1]);
        return value >= first && value <= last && (value - first) % step == 0;
    }

    private static String[] fields(Random random) {
        return new String[] {
            field(random, 0, 59), field(random, 0, 23), field(random, 1, 31), field(random, 1, 12), field(random, 0, 7)
        };
    }

    /** Replaces many months and days of the week by their names, but not in 0-7 and 7-7: SUN-SUN is only Sunday. */
    private static String[] named(String[] fields, Random random) {
        String[] named = fields.clone();
        named[3] = named(fields[3], "- JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC", random);
        named[4] = named(fields[4], "SUN MON TUE WED THU FRI SAT SUN", random);
        return named;
    }

    private static String named(String field, String names, Random random) {
        return Pattern.compile("(?<!/|[07]-)\\b(?![07]-7)\\d+").matcher(field).replaceAll(number -> {
            int value = Integer.parseInt(number.group());
            return random.nextBoolean() ? names.split(" ")[value] : number.group();
        });
    }

    private static String field(Random random, int min, int max) {
        int parts = random.nextInt(4);
        if (parts == 0) {
            return "*";
        }
        StringBuilder field = new StringBuilder(part(random, min, max));
        for (int i = 1; i < parts; i++) {
            field.append(',').append(part(random, min, max));
        }
        return field.toString();
    }

    private static String part(Random random, int min, int max) {
        int first = min + random.nextInt(max - min + 1);
        int last = first + random.nextInt(max - first + 1);
        int step = 1 + random.nextInt(max / 2);
        return switch (random.nextInt(6)) {
            case 0 -> "*/" + step;
            case 1 -> first + "-" + last;
            case 2 -> first + "-" + last + "/" + step;
            default -> String.valueOf(first);
        };
    }
}
