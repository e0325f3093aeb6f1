package dev.escapement.processor.functional;

import dev.escapement.json.JsonText;
import dev.escapement.processor.functional.rule.RuleEdges;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
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
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A generator of values of JDK classes and {@link JsonText}: range limits, values between them, and values at the edges
 * of rules.
 */
final class RandomLeaves {

    private static final List<String> STRINGS = List.of(
            "",
            " ",
            "a",
            "orderId",
            "null",
            "\"quoted\" \\ /",
            "line\nbreak\ttab\r\u0000\u001f\u007f",
            "ünïcödé 日本 😀 \u2028\u2029\ufeff",
            "$& ${x} %s {@code} */ \"\"\"",
            "[1]",
            "{}",
            "x".repeat(300));
    private static final List<Double> DOUBLES = List.of(
            0.0,
            -0.0,
            1.0,
            0.1,
            -2.5,
            1e-7,
            1e21,
            123456789.125,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE);
    private static final List<Float> FLOATS = List.of(
            0f, -0f, 1f, 0.1f, -2.5f, 1e-7f, 1e21f, 16777217f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE);
    private static final List<Long> LONGS =
            List.of(0L, 1L, -1L, 42L, (long) Integer.MAX_VALUE, 1L << 53, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final String LETTERS = "aZ0 \"\\/\n\u0000é日\uffff\ufeff";
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "0",
            "-0.0",
            "1.00",
            "1e2",
            "\"\"",
            "\"a\\u0041\"",
            "[]",
            "[1,[2]]",
            "{}",
            "{\"b\":1,\"a\":[null]}");
    private static final List<String> ADDRESSES = List.of(
            "https://192.0.2.1/a?b=c#d", "http://192.0.2.1:8080", "ftp://user@192.0.2.1/", "https://192.0.2.1/%41;x=1");
    private static final List<String> URIS =
            List.of("urn:a:b", "mailto:a@example.com", "file:///tmp/x", "x:/", "tag:a?b#c");
    private static final List<String> TAGS = List.of("en", "de-AT", "zh-Hans-CN", "es-419", "yue", "und", "sr-Latn");
    private static final List<String> ZONES =
            List.of("Europe/Paris", "America/Lima", "UTC", "Etc/GMT+5", "Z", "+05:30");
    private static final List<ZoneOffset> OFFSETS =
            List.of(ZoneOffset.UTC, ZoneOffset.MAX, ZoneOffset.MIN, ZoneOffset.ofHoursMinutes(-3, -30));
    private static final List<Duration> DURATIONS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(-1, 5),
            Duration.ofHours(999_999_999_999_999L).plusNanos(1),
            Duration.ofHours(-999_999_999_999_999L),
            Duration.ofDays(400).plusMillis(7),
            Duration.ofMinutes(-90));
    private static final List<Period> PERIODS =
            List.of(Period.ZERO, Period.of(1, -2, 3), Period.ofWeeks(5), Period.of(999_999_999, 0, -999_999_999));

    private static final Map<Class<?>, Function<RandomLeaves, ?>> KINDS = new HashMap<>();

    static {
        kind(String.class, leaves -> leaves.one(STRINGS));
        kind(boolean.class, Boolean.class, leaves -> leaves.random.nextBoolean());
        kind(byte.class, Byte.class, leaves -> (byte) leaves.integer());
        kind(short.class, Short.class, leaves -> (short) leaves.integer());
        kind(char.class, Character.class, leaves -> LETTERS.charAt(leaves.random.nextInt(LETTERS.length())));
        kind(int.class, Integer.class, leaves -> (int) leaves.integer());
        kind(long.class, Long.class, RandomLeaves::integer);
        kind(
                float.class,
                Float.class,
                leaves -> leaves.either(FLOATS, () -> (float) leaves.random.nextDouble() * 1000));
        kind(double.class, Double.class, leaves -> leaves.either(DOUBLES, () -> leaves.random.nextDouble() * 1000));
        kind(BigDecimal.class, RandomLeaves::decimal);
        kind(BigInteger.class, leaves -> BigInteger.valueOf(leaves.integer()).pow(leaves.random.nextInt(1, 9)));
        kind(JsonText.class, leaves -> new JsonText(leaves.one(RAW)));
        kind(UUID.class, leaves -> new UUID(leaves.integer(), leaves.integer()));
        kind(URI.class, leaves -> URI.create(leaves.random.nextBoolean() ? leaves.one(ADDRESSES) : leaves.one(URIS)));
        kind(URL.class, leaves -> url(leaves.one(ADDRESSES)));
        kind(Locale.class, leaves -> Locale.forLanguageTag(leaves.one(TAGS)));
        kind(Currency.class, leaves -> Currency.getInstance(leaves.one(List.of("EUR", "USD", "JPY", "XXX"))));
        kind(ZoneId.class, leaves -> ZoneId.of(leaves.one(ZONES)));
        kind(ZoneOffset.class, RandomLeaves::offset);
        kind(LocalDate.class, RandomLeaves::date);
        kind(LocalTime.class, RandomLeaves::time);
        kind(LocalDateTime.class, leaves -> leaves.date().atTime(leaves.time()));
        kind(OffsetTime.class, leaves -> leaves.time().atOffset(leaves.one(OFFSETS)));
        kind(OffsetDateTime.class, RandomLeaves::moment);
        kind(Instant.class, leaves -> leaves.moment().toInstant());
        kind(ZonedDateTime.class, RandomLeaves::zoned);
        kind(Duration.class, leaves -> leaves.either(DURATIONS, () -> Duration.ofMillis(leaves.random.nextInt())));
        kind(Period.class, leaves -> leaves.one(PERIODS));
        kind(Year.class, leaves -> Year.from(leaves.date()));
        kind(YearMonth.class, leaves -> YearMonth.from(leaves.date()));
        kind(MonthDay.class, leaves -> MonthDay.from(leaves.date()));
    }

    private final SplittableRandom random;
    private final RuleEdges edges;

    RandomLeaves(SplittableRandom random, RuleEdges edges) {
        this.random = random;
        this.edges = edges;
    }

    static boolean has(Class<?> type) {
        return KINDS.containsKey(type);
    }

    Object of(Class<?> type) {
        List<Object> near = edges.values(type);
        return near.isEmpty() || random.nextBoolean() ? KINDS.get(type).apply(this) : one(near);
    }

    private static <T> void kind(Class<T> type, Function<RandomLeaves, T> value) {
        KINDS.put(type, value);
    }

    private static <T> void kind(Class<T> primitive, Class<T> box, Function<RandomLeaves, T> value) {
        KINDS.put(primitive, value);
        KINDS.put(box, value);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> T either(List<T> choices, Supplier<T> other) {
        return random.nextBoolean() ? one(choices) : other.get();
    }

    private long integer() {
        return either(LONGS, random::nextLong);
    }

    private BigDecimal decimal() {
        int scale = random.nextInt(4) == 0 ? 200 : random.nextInt(8);
        return new BigDecimal(BigInteger.valueOf(random.nextLong(-100_000, 100_000)), scale);
    }

    private LocalDate date() {
        List<LocalDate> edges =
                List.of(LocalDate.of(0, 1, 1), LocalDate.of(9999, 12, 31), LocalDate.of(2000, 2, 29), LocalDate.EPOCH);
        return either(edges, () -> LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_600_000)));
    }

    private LocalTime time() {
        return either(
                List.of(LocalTime.MIN, LocalTime.MAX, LocalTime.of(9, 30), LocalTime.of(9, 30, 5, 120_000_000)),
                () -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)));
    }

    private ZoneOffset offset() {
        return either(OFFSETS, () -> ZoneOffset.ofTotalSeconds(random.nextInt(-64_800, 64_801)));
    }

    private OffsetDateTime moment() {
        return date().atTime(time()).atOffset(one(OFFSETS));
    }

    private ZonedDateTime zoned() {
        LocalDate date = date();
        return date.atTime(time()).atZone(random.nextBoolean() ? ZoneId.of(one(ZONES)) : offset());
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
