package dev.escapement.processor.functional;

import dev.escapement.processor.functional.rule.RuleEdges;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * The values from which mutants are made: numbers and texts that are often wrong, and those at the edges of a tool's
 * rules.
 */
final class MutationIngredients {

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1",
            "3.0",
            "3e0",
            "30e-1",
            "1e2",
            "0.5",
            "-1",
            "127",
            "128",
            "-128",
            "-129",
            "32767",
            "32768",
            "-32769",
            "1.0",
            "1.00",
            "3.4028235e38",
            "3.40282350001e38",
            "-3.4028236e38",
            "1e39",
            "1e-46",
            "1e499",
            "1e900",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "2147483647.0",
            "2147483647.5",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "9223372036854775807.0",
            "1e18",
            "1e19",
            "1e100",
            "1e-300",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "-1.7976931348623158e308",
            "1e309",
            "-1e309",
            "1e400",
            "4.9e-324",
            "1e-400",
            "0.1000000000000000055511151231257827021181583404541015625");

    /** Texts in a known format, or almost in one. */
    private static final List<String> TEXTS = List.of(
            "2024-02-29",
            "2023-02-29",
            "2024-2-9",
            "10000-01-01",
            "-0001-01-01",
            "2024-13",
            "0000",
            "--02-29",
            "--02-30",
            "24:00",
            "09:30",
            "09:30:60Z",
            "23:59:60Z",
            "09:30:60+01:00",
            "08:59:60+09:00",
            "2016-12-31T23:59:60.5+00:00",
            "2016-12-31T23:59:60-01:00",
            "09:30:00.1234567891",
            "09:30:00+18:01",
            "09:30:00-00:00",
            "2024-01-01T00:00:00Z",
            "2024-01-01t00:00:00z",
            "2024-01-01T00:00:00+01:00[Europe/Paris]",
            "2024-01-01T00:00:00+02:00[Europe/Paris]",
            "2024-01-01T00:00:00+01:00[Europe/Atlantis]",
            "2024-03-31T02:30:00+01:00[Europe/Paris]",
            "2024-01-01T00:00Z[UTC]",
            "PT1H",
            "PT36H",
            "P1DT1H",
            "PT1H60M",
            "PT",
            "P1Y",
            "P1W",
            "P-1Y2M",
            "PT0.5S",
            "PT9999999999999999H",
            "Europe/Atlantis",
            "europe/paris",
            "UTC+01:00",
            "+01:00",
            "+01",
            "+19:00",
            "EUR",
            "eur",
            "ZZZ",
            "AAA",
            "en-US",
            "en_US",
            "iw",
            "zh-Hant-TW",
            "de-at",
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567-E89B-12D3-A456-426614174000",
            "123e4567e89b12d3a456426614174000",
            "1-1-1-1-1",
            "https://192.0.2.1/a b",
            "https://192.0.2.1/ä",
            "https://[::1]/",
            "HTTP://192.0.2.1",
            "gopher://192.0.2.1",
            "/relative",
            "urn:x",
            "a:",
            "aGVsbG8=",
            "aGVsbG9=",
            "aGVsbG8",
            "aGVs\nbG8=",
            "😀",
            "\ud83d",
            "\ud83d\ud83d",
            "e\u0301",
            "\u2003{}",
            " [] ",
            "[1,2",
            "[]",
            "{}",
            "٣",
            "0",
            "-0",
            "+1",
            "01",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775808",
            "RED",
            "Red",
            "FIRST",
            "yes",
            "by_mail",
            "value");

    private final SplittableRandom random;
    private final RuleEdges edges;

    MutationIngredients(SplittableRandom random, RuleEdges edges) {
        this.random = random;
        this.edges = edges;
    }

    /** Returns all replacement texts and numbers as JSON; the texts also with a prefix and a suffix. */
    static List<String> all(RuleEdges edges) {
        Stream<String> names =
                edges.numbers().stream().filter(number -> number.scale() <= 0).map(BigDecimal::toString);
        Stream<String> texts =
                Stream.of(TEXTS.stream(), edges.texts().stream(), names).flatMap(each -> each);
        return Stream.of(
                        NUMBERS.stream(),
                        edges.numbers().stream().map(BigDecimal::toString),
                        texts.flatMap(text -> Stream.of(text, " " + text, text + "\n", text + text))
                                .map(MutableJson::print))
                .flatMap(each -> each)
                .toList();
    }

    boolean hasEdges() {
        return !edges.numbers().isEmpty() || !edges.texts().isEmpty();
    }

    /** Returns a text at the edge of a rule, or an integer as a text. */
    String edgeName() {
        return edges.texts().isEmpty() ? number().toBigInteger().toString() : text();
    }

    BigDecimal number() {
        List<BigDecimal> near = edges.numbers();
        return near.isEmpty() || random.nextBoolean()
                ? new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size())))
                : near.get(random.nextInt(near.size()));
    }

    String text() {
        List<String> texts = edges.texts().isEmpty() || random.nextInt(4) == 0 ? TEXTS : edges.texts();
        return texts.get(random.nextInt(texts.size()));
    }

    /** Returns a character that breaks a format or nearly matches it. */
    char character() {
        String characters = "0159-+:.TZPM/=aé\n\u0000\ud83d٣ \u00a0";
        return characters.charAt(random.nextInt(characters.length()));
    }
}
