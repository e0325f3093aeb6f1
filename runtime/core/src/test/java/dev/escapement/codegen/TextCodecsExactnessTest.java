package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.pattern.PatternNode;
import dev.escapement.internal.pattern.PatternParser;
import dev.escapement.json.Decoded;
import java.net.URI;
import java.net.URL;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a codec's pattern matches exactly the texts that the codec and the JDK read and the codec writes. */
class TextCodecsExactnessTest {

    private static final long SEED = 86_400;

    private static final Pattern LEAP_SECOND =
            Pattern.compile("([0-2][0-9]:[0-5][0-9]):60(?:\\.[0-9]+)?([+-])([0-2][0-9]:[0-5][0-9])$");
    private static final int TEXTS = 3_000;

    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .sorted((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode()))
            .toList();

    private static final Map<String, PortablePattern> PATTERNS = new ConcurrentHashMap<>();

    private final Random random = new Random(SEED);

    /** A method of the JDK that parses a text or throws an exception. */
    private interface Reading {
        Object read(String text) throws Exception;
    }

    static Stream<Arguments> exactCodecs() {
        return Stream.of(
                codec("BYTES", TextCodecs.BYTES, Base64.getDecoder()::decode),
                codec("UUID", TextCodecs.UUID, UUID::fromString),
                codec("URI", TextCodecs.URI, URI::new),
                codec("URL", TextCodecs.URL, text -> new URI(text).toURL()),
                codec("LOCALE", TextCodecs.LOCALE, text -> new Locale.Builder().setLanguageTag(text)),
                codec("INSTANT", TextCodecs.INSTANT, text -> Instant.parse(conventional(text))),
                codec("LOCAL_DATE", TextCodecs.LOCAL_DATE, LocalDate::parse),
                codec("LOCAL_TIME", TextCodecs.LOCAL_TIME, LocalTime::parse),
                codec("LOCAL_DATE_TIME", TextCodecs.LOCAL_DATE_TIME, LocalDateTime::parse),
                codec("OFFSET_TIME", TextCodecs.OFFSET_TIME, text -> OffsetTime.parse(conventional(text))),
                codec(
                        "OFFSET_DATE_TIME",
                        TextCodecs.OFFSET_DATE_TIME,
                        text -> OffsetDateTime.parse(conventional(text))),
                codec("DURATION", TextCodecs.DURATION, Duration::parse),
                codec("PERIOD", TextCodecs.PERIOD, Period::parse),
                codec("YEAR", TextCodecs.YEAR, Year::parse),
                codec("YEAR_MONTH", TextCodecs.YEAR_MONTH, YearMonth::parse),
                codec("MONTH_DAY", TextCodecs.MONTH_DAY, MonthDay::parse),
                codec("ZONE_OFFSET", TextCodecs.ZONE_OFFSET, ZoneOffset::of),
                codec("INT_KEY", TextCodecs.INT_KEY, Integer::parseInt),
                codec("LONG_KEY", TextCodecs.LONG_KEY, Long::parseLong));
    }

    /** Returns an RFC 3339 time without the leap second, the digits and the offset that the JDK does not support. */
    private static String conventional(String time) {
        return time.replace(":60", ":59")
                .replaceAll("(\\.[0-9]{9})[0-9]+", "$1")
                .replaceAll("([+-])(?:18|19|2[0-3]):[0-5][0-9]$", "$118:00");
    }

    /** Returns whether a text ends with a leap second that no UTC day has, which a pattern cannot express. */
    private static boolean isLeapSecondWithinADay(String text) {
        Matcher leap = LEAP_SECOND.matcher(text);
        if (!leap.find()) {
            return false;
        }
        LocalTime local = LocalTime.parse(leap.group(1));
        LocalTime offset = LocalTime.parse(leap.group(3));
        int minutes = offset.getHour() * 60 + offset.getMinute();
        return !(leap.group(2).equals("+") ? local.minusMinutes(minutes) : local.plusMinutes(minutes))
                .equals(LocalTime.of(23, 59));
    }

    private static Arguments codec(String name, TextCodec<?> codec, Reading reading) {
        return Arguments.of(name, codec, reading);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exactCodecs")
    void whatMatchesIsAccepted(String name, TextCodec<?> codec, Reading jdk) throws Exception {
        PortablePattern pattern = PortablePattern.compile(codec.pattern());
        PatternNode node = ((PatternParser.Result.Parsed) PatternParser.parse(codec.pattern())).pattern();
        int accepted = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = generate(node);
            String place = name + ", seed " + SEED + ": " + ValueDescription.quote(text);
            assertTrue(pattern.find(text) && pattern.matches(text), place);
            if (isLeapSecondWithinADay(text)) {
                assertInstanceOf(Decoded.Rejected.class, codec.decode(json(text)), place);
            } else {
                jdk.read(text);
                assertReadsAndPrints(codec, text, place);
            }

            String mutant = mutate(text);
            boolean matches = pattern.find(mutant) && !isLeapSecondWithinADay(mutant);
            place = name + ", seed " + SEED + ": " + ValueDescription.quote(mutant);
            assertEquals(matches, codec.decode(json(mutant)) instanceof Decoded.Accepted<?>, place);
            if (matches) {
                jdk.read(mutant);
                assertReadsAndPrints(codec, mutant, place);
                accepted++;
            }
        }
        assertTrue(accepted < TEXTS, name + " accepted all mutants");
    }

    private static <T> void assertReadsAndPrints(TextCodec<T> codec, String text, String place) {
        String printed = codec.print(DecodingSupport.value(codec, json(text)));
        assertEquals(printed, codec.print(DecodingSupport.value(codec, json(printed))), place);
    }

    @Test
    void tablesOfTheJdkDecideOnlyWhereThatIsDocumented() {
        for (TextCodec<?> codec : List.of(TextCodecs.CURRENCY, TextCodecs.ZONE_ID, TextCodecs.ZONED_DATE_TIME)) {
            PatternNode node = ((PatternParser.Result.Parsed) PatternParser.parse(codec.pattern())).pattern();
            for (int i = 0; i < TEXTS; i++) {
                String text = generate(node);
                if (codec.decode(json(text)) instanceof Decoded.Accepted<?>) {
                    assertReadsAndPrints(codec, text, text);
                }
            }
        }
    }

    @Test
    void datesAreThoseOfTheCalendar() {
        PortablePattern pattern = PortablePattern.compile(TextCodecs.LOCAL_DATE.pattern());
        for (int year = 0; year <= 9999; year++) {
            assertDate(pattern, year, 2, 29);
            assertDate(pattern, year, 1 + year % 12, 31);
        }
        for (int month = 0; month <= 99; month++) {
            for (int day = 0; day <= 99; day++) {
                assertDate(pattern, 2026, month, day);
            }
        }
    }

    private static void assertDate(PortablePattern pattern, int year, int month, int day) {
        String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        assertEquals(succeeds(() -> LocalDate.of(year, month, day)), pattern.matches(text), text);
    }

    @Test
    void timesAndOffsetsAreThoseOfTheClock() {
        PortablePattern time = PortablePattern.compile(TextCodecs.LOCAL_TIME.pattern());
        PortablePattern offset = PortablePattern.compile(TextCodecs.ZONE_OFFSET.pattern());
        for (int hour = 0; hour <= 99; hour++) {
            for (int minute = 0; minute <= 99; minute++) {
                String text = String.format(Locale.ROOT, "%02d:%02d", hour, minute);
                assertEquals(succeeds(() -> LocalTime.parse(text)), time.matches(text), text);
                assertEquals(succeeds(() -> ZoneOffset.of("-" + text)), offset.matches("-" + text), text);
                assertEquals(succeeds(() -> ZoneOffset.of("+" + text + ":01")), offset.matches("+" + text + ":01"));
            }
        }
    }

    private static boolean succeeds(Supplier<?> reading) {
        try {
            return reading.get() != null;
        } catch (DateTimeException refused) {
            return false;
        }
    }

    @Test
    void integersAreThoseThatFit() {
        PortablePattern ints = PortablePattern.compile(TextCodecs.INT_KEY.pattern());
        PortablePattern longs = PortablePattern.compile(TextCodecs.LONG_KEY.pattern());
        for (int i = 0; i < 100_000; i++) {
            String number = String.valueOf(random.nextLong() >> random.nextInt(64));
            StringBuilder near = new StringBuilder(number.startsWith("-") ? "-" : "");
            String limit = random.nextBoolean() ? "2147483648" : "9223372036854775808";
            int kept = random.nextInt(limit.length());
            near.append(limit, 0, kept);
            IntStream.range(kept, limit.length()).forEach(digit -> near.append(random.nextInt(10)));
            for (String text : List.of(number, near.toString())) {
                assertEquals(isCanonical(text, Integer::valueOf), ints.matches(text), text);
                assertEquals(isCanonical(text, Long::valueOf), longs.matches(text), text);
            }
        }
    }

    private static boolean isCanonical(String text, Function<String, Number> reading) {
        try {
            return reading.apply(text).toString().equals(text);
        } catch (NumberFormatException refused) {
            return false;
        }
    }

    @Test
    void bytesHaveOneText() {
        PortablePattern pattern = PortablePattern.compile(TextCodecs.BYTES.pattern());
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64 * 64; i++) {
            String last = digits.substring(i / 64, i / 64 + 1) + digits.charAt(i % 64);
            for (String text : List.of(last + "==", "A" + last + "=", "AAAAAA" + last)) {
                String canonical =
                        Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
                assertEquals(canonical.equals(text), pattern.matches(text), text);
            }
        }
    }

    @Test
    void valuesRoundTrip() throws Exception {
        for (int i = 0; i < TEXTS; i++) {
            LocalDate date = LocalDate.of(random.nextInt(10_000), 1, 1).plusDays(random.nextInt(365));
            LocalTime time = LocalTime.ofNanoOfDay((long) (random.nextDouble() * 86_400_000_000_000L))
                    .truncatedTo(ChronoUnit.values()[random.nextInt(6)]);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 18 * 60 + 1) - 18 * 60));
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            assertRoundTrip(TextCodecs.LOCAL_DATE, date);
            assertRoundTrip(TextCodecs.LOCAL_TIME, time);
            assertRoundTrip(TextCodecs.LOCAL_DATE_TIME, date.atTime(time));
            assertRoundTrip(TextCodecs.OFFSET_TIME, time.atOffset(offset));
            assertRoundTrip(TextCodecs.OFFSET_DATE_TIME, date.atTime(time).atOffset(offset));
            assertRoundTrip(TextCodecs.INSTANT, date.atTime(time).toInstant(offset));
            assertRoundTrip(TextCodecs.ZONED_DATE_TIME, date.atTime(time).atZone(zone));
            assertRoundTrip(
                    TextCodecs.ZONED_DATE_TIME, date.atTime(time).atZone(zone).withLaterOffsetAtOverlap());
            assertRoundTrip(TextCodecs.ZONED_DATE_TIME, date.atTime(time).atZone(offset));
            assertRoundTrip(TextCodecs.ZONE_ID, zone);
            assertRoundTrip(TextCodecs.ZONE_ID, ZoneId.ofOffset("UTC", offset));
            assertRoundTrip(TextCodecs.ZONE_OFFSET, ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800));
            assertRoundTrip(TextCodecs.YEAR, Year.from(date));
            assertRoundTrip(TextCodecs.YEAR_MONTH, YearMonth.from(date));
            assertRoundTrip(TextCodecs.MONTH_DAY, MonthDay.from(date));
            assertRoundTrip(
                    TextCodecs.DURATION,
                    Duration.ofSeconds((random.nextLong() / 3) >> random.nextInt(64), random.nextInt(1_000_000_000)));
            assertRoundTrip(TextCodecs.PERIOD, Period.of(amount(), amount(), amount()));
            assertRoundTrip(TextCodecs.UUID, new UUID(random.nextLong(), random.nextLong()));
            assertRoundTrip(TextCodecs.CURRENCY, CURRENCIES.get(random.nextInt(CURRENCIES.size())));
            assertRoundTrip(TextCodecs.INT_KEY, random.nextInt() >> random.nextInt(32));
            assertRoundTrip(TextCodecs.LONG_KEY, random.nextLong() >> random.nextInt(64));
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            assertArrayEquals(bytes, DecodingSupport.value(TextCodecs.BYTES, TextCodecs.BYTES.encode(bytes)));
            URI uri = new URI("http", "user", "host.example", 80, "/ä " + i, "q=\u20ac&" + random.nextInt(), "f");
            assertRoundTrip(TextCodecs.URI, URI.create(uri.toASCIIString()));
            URL url = URI.create(uri.toASCIIString()).toURL();
            assertEquals(
                    url.toExternalForm(),
                    DecodingSupport.value(TextCodecs.URL, TextCodecs.URL.encode(url))
                            .toExternalForm());
        }
    }

    private int amount() {
        return random.nextInt(1_999_999_999) - 999_999_999;
    }

    @Test
    void extremesRoundTrip() {
        assertRoundTrip(TextCodecs.DURATION, Duration.ZERO);
        assertRoundTrip(TextCodecs.DURATION, Duration.ofNanos(-1));
        assertRoundTrip(
                TextCodecs.DURATION, Duration.ofHours(1_000_000_000_000_000L).minusNanos(1));
        assertRoundTrip(
                TextCodecs.DURATION, Duration.ofHours(-1_000_000_000_000_000L).plusNanos(1));
        assertRoundTrip(TextCodecs.PERIOD, Period.ZERO);
        assertRoundTrip(TextCodecs.PERIOD, Period.of(-999_999_999, 999_999_999, -999_999_999));
        assertRoundTrip(TextCodecs.LOCAL_TIME, LocalTime.MAX);
        assertRoundTrip(TextCodecs.LOCAL_TIME, LocalTime.MIN);
        assertRoundTrip(TextCodecs.OFFSET_TIME, OffsetTime.MAX);
        assertRoundTrip(TextCodecs.OFFSET_TIME, OffsetTime.MIN);
        assertRoundTrip(TextCodecs.ZONE_OFFSET, ZoneOffset.MAX);
        assertRoundTrip(TextCodecs.ZONE_OFFSET, ZoneOffset.MIN);
        assertRoundTrip(TextCodecs.INT_KEY, Integer.MIN_VALUE);
        assertRoundTrip(TextCodecs.INT_KEY, Integer.MAX_VALUE);
        assertRoundTrip(TextCodecs.LONG_KEY, Long.MIN_VALUE);
        assertRoundTrip(TextCodecs.LONG_KEY, Long.MAX_VALUE);
        assertRoundTrip(TextCodecs.LOCALE, Locale.ROOT);
        for (String zone : ZONES) {
            assertRoundTrip(TextCodecs.ZONE_ID, ZoneId.of(zone));
            assertRoundTrip(TextCodecs.ZONED_DATE_TIME, ZonedDateTime.of(1850, 6, 1, 12, 0, 0, 0, ZoneId.of(zone)));
        }
    }

    @Test
    void everyLocaleEitherRoundTripsOrIsRefused() {
        int printed = 0;
        for (Locale locale : Locale.getAvailableLocales()) {
            try {
                TextCodecs.LOCALE.print(locale);
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().contains(TextCodecs.LOCALE.expected()));
                continue;
            }
            assertRoundTrip(TextCodecs.LOCALE, locale);
            printed++;
        }
        assertTrue(printed > Locale.getAvailableLocales().length / 2, "only " + printed);
    }

    private static <T> void assertRoundTrip(TextCodec<T> codec, T value) {
        String text = codec.print(value);
        PortablePattern pattern = PATTERNS.computeIfAbsent(codec.pattern(), PortablePattern::compile);
        assertTrue(pattern.find(text), text);
        assertEquals(value, DecodingSupport.value(codec, codec.encode(value)), text);
    }

    /** Returns a random text that matches a pattern. */
    private String generate(PatternNode node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString();
    }

    private void append(PatternNode node, StringBuilder text) {
        if (node instanceof PatternNode.Chars chars) {
            int c;
            do {
                c = random.nextInt(128);
            } while (!chars.set().contains(c));
            text.append((char) c);
        } else if (node instanceof PatternNode.Sequence sequence) {
            sequence.parts().forEach(part -> append(part, text));
        } else if (node instanceof PatternNode.Choice choice) {
            append(
                    choice.alternatives()
                            .get(random.nextInt(choice.alternatives().size())),
                    text);
        } else if (node instanceof PatternNode.Repeat repeat) {
            int most = repeat.max() < 0 ? repeat.min() + 6 : repeat.max();
            int times = random.nextInt(4) == 0 ? most : repeat.min() + random.nextInt(most - repeat.min() + 1);
            for (int i = 0; i < times; i++) {
                append(repeat.part(), text);
            }
        }
    }

    private String mutate(String text) {
        StringBuilder mutant = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(2); edits > 0; edits--) {
            int at = random.nextInt(mutant.length() + 1);
            char c = random.nextInt(3) > 0 && !text.isEmpty()
                    ? text.charAt(random.nextInt(text.length()))
                    : "0129-+:.TZPSD=/@%[]# é\n\u0661\ud83d".charAt(random.nextInt(25));
            switch (random.nextInt(3)) {
                case 0 -> mutant.insert(at, c);
                case 1 -> mutant.replace(at, Math.min(at + 1, mutant.length()), String.valueOf(c));
                default -> mutant.delete(at, Math.min(at + 1, mutant.length()));
            }
        }
        return mutant.toString();
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
