package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextCodecsTest {

    /** A codec with texts that it accepts and texts that it rejects. */
    private record Table(String name, TextCodec<?> codec, List<String> good, List<String> bad) {

        static Table of(String name, TextCodec<?> codec, String good, String bad) {
            return new Table(name, codec, List.of(good.split(" ")), List.of(bad.split(" ")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Table> tables() {
        return Stream.of(
                Table.of(
                        "BYTES",
                        TextCodecs.BYTES,
                        " aGVsbG8= aGk= aA== abcd +/+/",
                        "a aG aGk aA= aA=== aB== aGl= a=bc ab-_ ab\ncd abcd= ===="),
                Table.of(
                        "UUID",
                        TextCodecs.UUID,
                        "123e4567-e89b-12d3-a456-426614174000 123E4567-E89B-12D3-A456-426614174000",
                        "1-1-1-1-1 123e4567e89b12d3a456426614174000 {123e4567-e89b-12d3-a456-426614174000}"
                                + " 123e4567-e89b-12d3-a456-42661417400g"),
                Table.of(
                        "URI",
                        TextCodecs.URI,
                        "https://example.com http://u:p@h:80/a/b;c=d?e=f#g mailto:a@b.c urn:isbn:1 file:///x file:///"
                                + " x:/ x:/y x:? x:/? http://h:80?q x:%41 a+b-c.1:z http://h:/ http://h?q http://h#f http://h/%20%aF//"
                                + " http://[::1]:8080/x http://[::] http://u@[2001:db8::a:1]/ http://[::ffff:1.2.3.4]"
                                + " http://[1:2:3:4:5:6:7:8]?q http://[64:ff9b::192.0.2.33]/ http://[fe80::1%25en0]:80/",
                        "a /a //h/a :a 1:a http:// http: http:// http://[::1/ http://[1]/ http://[::g]/ http://[v1.a]/"
                                + " http://[1:2:3:4:5:6:7:8:9]/ http://[::1::]/ http://[fe80::1%en0]/ http://[::256.0.0.1]/"
                                + " http://::1/ http://h/%2 http://h/ä http://h/a|b"
                                + " http://h/a#b#c http://a@b@c/ http://h:a/ a:#b"),
                Table.of(
                        "URL",
                        TextCodecs.URL,
                        "http://h https://example.com:443/a?b#c ftp://u:p@h/x http://h?q http://h/%41"
                                + " http://[::1]:8080/x https://[2001:DB8::1]/ ftp://u@[fe80::1%25eth0.1]/",
                        "HTTP://h file:///x mailto:a@b.c http:///x http://h:123456/ http://h: http:// jar:http://h!/"
                                + " http://[::1 http://[1:2]/ http://[::1]x/"),
                Table.of(
                        "LOCALE",
                        TextCodecs.LOCALE,
                        "de en-US zh-Hant-TW es-419 und und-CH yue sr-Latn",
                        "d DE en_US en-us en-USA german de-DE-1996 x-private -"),
                Table.of("CURRENCY", TextCodecs.CURRENCY, "EUR USD JPY", "eur EU EURO QQQ €"),
                Table.of(
                        "INSTANT",
                        TextCodecs.INSTANT,
                        "2026-01-31T09:30:00Z 2026-01-31T09:30:00.123456789+05:30 0000-01-01T00:00:00Z"
                                + " 9999-12-31T23:59:59-18:00 0000-01-01T00:00:00+18:00 2026-01-31t09:30:00z"
                                + " 2026-12-31T23:59:60Z 2026-01-31T09:30:00+23:59 2026-01-31T09:30:00.1234567890Z",
                        "2026-01-31T09:30Z 2026-01-31T09:30:00 2026-01-31T09:30:61Z 2026-01-31T24:00:00Z"
                                + " 2026-02-30T09:30:00Z 2026-01-31 2026-01-31T09:30:00+24:00 2026-01-31T09:30:00+01"
                                + " 2026-01-31T09:30:00+0100 2026-01-31T09:30:00.Z 2026-01-31T09:30:00+00:00:00"
                                + " 0000-01-01T00:00:00+23:59"
                                + " +12026-01-31T09:30:00Z -0001-01-31T09:30:00Z"),
                Table.of(
                        "LOCAL_DATE",
                        TextCodecs.LOCAL_DATE,
                        "2026-01-31 2024-02-29 2000-02-29 0000-02-29 9999-12-31",
                        "2026-02-29 1900-02-29 2026-04-31 2026-13-01 2026-00-10 2026-1-31 26-01-31 20260131 2026-01-32"
                                + " 10000-01-01 ２０２６-01-31 2026-01-31Z"),
                Table.of(
                        "LOCAL_TIME",
                        TextCodecs.LOCAL_TIME,
                        "09:30 09:30:00 23:59:59.999999999 00:00:00.0",
                        "9:30 24:00 09:60 09:30:60 09:30:00. 09:30:00,5 09:30Z 0930 09"),
                Table.of(
                        "LOCAL_DATE_TIME",
                        TextCodecs.LOCAL_DATE_TIME,
                        "2026-01-31T09:30 2024-02-29T09:30:00.5 2026-01-31t09:30",
                        "2026-02-29T09:30 2026-01-31 2026-01-31T09:30:00Z"),
                Table.of(
                        "OFFSET_TIME",
                        TextCodecs.OFFSET_TIME,
                        "09:30:00Z 09:30:00.5+01:00 09:30:00-18:00 09:30:00z 23:59:60Z 09:30:00+18:30",
                        "09:30Z 09:30:00 09:30:00+24:00 09:30:00+1 09:30:00+01:00:01 09:30:60Z 23:59:60+01:00"),
                Table.of(
                        "OFFSET_DATE_TIME",
                        TextCodecs.OFFSET_DATE_TIME,
                        "2026-01-31T09:30:00+01:00 2026-01-31T09:30:00Z 2026-01-31T09:30:00-00:00 2026-01-31t09:30:00z"
                                + " 2026-01-31T09:30:00+19:00 1990-12-31T15:59:60-08:00",
                        "2026-01-31T09:30+01:00 2026-01-31T09:30:00+01:00[Europe/Paris] 2026-01-31T09:30:00+24:00"
                                + " 9999-12-31T23:59:60Z 0000-01-01T00:00:00+18:01"),
                Table.of(
                        "ZONED_DATE_TIME",
                        TextCodecs.ZONED_DATE_TIME,
                        "2026-01-31T09:30:00+01:00[Europe/Paris] 2026-01-31T09:30Z 2026-07-31T09:30+02:00[Europe/Paris]"
                                + " 2026-10-25T02:30+02:00[Europe/Paris] 2026-10-25T02:30+01:00[Europe/Paris]"
                                + " 1900-01-01T00:00:00+00:09:21[Europe/Paris] 2026-01-31T09:30+01:00[UTC+01:00]",
                        "2026-01-31T09:30:00+02:00[Europe/Paris] 2026-03-29T02:30+01:00[Europe/Paris]"
                                + " 2026-01-31T09:30:00+01:00[Europe/Pari] 2026-01-31T09:30:00[Europe/Paris]"
                                + " 2026-01-31T09:30:00+01:00[] 2026-01-31T09:30:00+01:00[Europe/Paris"),
                Table.of(
                        "DURATION",
                        TextCodecs.DURATION,
                        "PT0S P1D PT1H PT1H30M PT1H5S P1DT2H3M4.5S PT-1.5S PT-0.5S P-1DT2H PT90M PT3600S"
                                + " PT999999999999999H59M59.999999999S PT999999999999S",
                        "P PT P1DT P1H P1Y P1W PT1S1M PT.5S PT1.S PT1.0000000001S -PT1S PT+1S pt1s PT1,5S"
                                + " PT9999999999999999H PT9999999999999S PT999999999999999H60M"),
                Table.of(
                        "PERIOD",
                        TextCodecs.PERIOD,
                        "P0D P1Y P1M P1W P1D P1Y2M3W4D P-1Y2M P999999999Y999999999M999999999D P9999999W99999999D",
                        "P P1H PT1S P1D1Y P1.5Y -P1D P+1D p1d P1000000000Y P10000000W P1W999999999D"),
                Table.of("YEAR", TextCodecs.YEAR, "2026 0000 9999", "26 12026 -001 +2026"),
                Table.of("YEAR_MONTH", TextCodecs.YEAR_MONTH, "2026-01 0000-12", "2026-13 2026-1 2026 2026-00"),
                Table.of("MONTH_DAY", TextCodecs.MONTH_DAY, "--01-31 --02-29", "01-31 --02-30 --04-31 --1-31 --00-01"),
                Table.of(
                        "ZONE_ID",
                        TextCodecs.ZONE_ID,
                        "Europe/Paris UTC Z +01:00 UTC+01:00 GMT-5 Etc/GMT+8",
                        "Europe/Pari europe/paris CEST +19:00 UTC+19:00 Europe//Paris +1"),
                Table.of(
                        "ZONE_OFFSET",
                        TextCodecs.ZONE_OFFSET,
                        "Z +00:00 -18:00 +18:00:00 +05:30 +00:09:21",
                        "z +1 +18:01 -18:00:01 0530 +0530 +05:60 UTC"),
                Table.of(
                        "INT_KEY",
                        TextCodecs.INT_KEY,
                        "0 -1 42 2147483647 -2147483648 1000000000 999999999",
                        "-0 +1 01 1.0 1e2 2147483648 -2147483649 3000000000 10000000000 0x1 １"),
                Table.of(
                        "LONG_KEY",
                        TextCodecs.LONG_KEY,
                        "0 -1 42 9223372036854775807 -9223372036854775808 1000000000000000000",
                        "-0 +1 01 9223372036854775808 -9223372036854775809 10000000000000000000 1L"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void acceptsAndPrintsWhatItAccepts(Table table) {
        for (String text : table.good()) {
            assertTrue(table.codec().decode(quoted(text)) instanceof Decoded.Accepted<?>, text);
            assertReprints(table.codec(), text);
        }
    }

    private static <T> void assertReprints(TextCodec<T> codec, String text) {
        String printed = codec.print(DecodingSupport.value(codec, quoted(text)));

        assertTrue(PortablePattern.compile(codec.pattern()).find(printed), printed);
        assertEquals(printed, codec.print(DecodingSupport.value(codec, quoted(printed))), text);
        assertEquals(quoted(printed), codec.encode(DecodingSupport.value(codec, quoted(text))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void refusedTextIsAViolation(Table table) {
        for (String text : table.bad()) {
            List<Violation> violations = DecodingSupport.violations(table.codec(), quoted(text));
            assertEquals(1, violations.size(), text);
            assertEquals("$", violations.get(0).path());
            assertEquals(table.codec().expected(), violations.get(0).expected());
            assertTrue(violations.get(0).actual().startsWith(ValueDescription.string(text)), violations::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void hostileTextsAreRefusedInOneLine(Table table) {
        String first = table.good().get(table.good().size() - 1);
        for (String text : List.of(
                first + "1".repeat(100_000) + "é",
                "1".repeat(100_000) + "é",
                "a:" + "/".repeat(100_000) + "%",
                "AAAA".repeat(100_000) + "=",
                "%".repeat(100_000),
                "\ud83d".repeat(100_000))) {
            List<Violation> violations = DecodingSupport.violations(table.codec(), quoted(text));
            assertEquals(1, violations.size());
            assertTrue(violations.get(0).toString().length() < 300, violations::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anythingButAStringIsAViolation(Table table) {
        for (String json : List.of("1", "null", "{}", "[\"" + table.good().get(0) + "\"]")) {
            assertFalse(DecodingSupport.violations(table.codec(), json).isEmpty());
        }
    }

    @Test
    void wordingIsThatOfTheCatalogue() throws IOException {
        GoldenMessages golden = new GoldenMessages();
        tables().filter(table -> table.codec() != TextCodecs.DURATION) // its phrase is in ViolationMessages
                .forEach(table -> golden.add(table.name(), table.codec().expected()));
        golden.add("not printed", refusal(TextCodecs.YEAR, Year.of(10_000)));
        golden.verify(TextCodecsTest.class);
    }

    @Test
    void readsNamesOfEntries() {
        JsonCodec<Map<Integer, String>> codec = DecodingSupport.reading(in -> {
            Map<Integer, String> map = new HashMap<>();
            in.beginMap();
            while (in.nextEntry()) {
                Integer key = TextCodecs.INT_KEY.parse(in, in.name());
                String value = in.readString();
                if (key != null && value != null) {
                    map.put(key, value);
                }
            }
            in.endMap();
            return map;
        });

        assertEquals(Map.of(1, "a", -2, "b"), DecodingSupport.value(codec, "{\"1\":\"a\",\"-2\":\"b\"}"));
        assertEquals(
                List.of(new Violation("$[\"01\"]", TextCodecs.INT_KEY.expected(), DecodingSupport.string("01"))),
                DecodingSupport.violations(codec, "{\"01\":\"a\"}"));
    }

    @Test
    void longBytesAreRead() {
        byte[] bytes = new byte[300_001];

        assertArrayEquals(bytes, DecodingSupport.value(TextCodecs.BYTES, TextCodecs.BYTES.encode(bytes)));
        assertEquals("aGk=", TextCodecs.BYTES.print("hi".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void secondsAreAlwaysWritten() {
        assertEquals("09:30:00", TextCodecs.LOCAL_TIME.print(LocalTime.of(9, 30)));
        assertEquals("2026-01-31T09:30:00Z", TextCodecs.INSTANT.print(Instant.parse("2026-01-31T10:30:00+01:00")));
        assertEquals(
                "2026-01-31T09:30:00+01:00[Europe/Paris]",
                TextCodecs.ZONED_DATE_TIME.print(
                        ZonedDateTime.of(2026, 1, 31, 9, 30, 0, 0, ZoneId.of("Europe/Paris"))));
    }

    @Test
    void instantsAtTheEndsOfTimeHaveAnOffset() {
        for (String text : List.of("9999-12-31T23:59:59.999999999-18:00", "0000-01-01T00:00:00+18:00")) {
            assertEquals(text, TextCodecs.INSTANT.print(DecodingSupport.value(TextCodecs.INSTANT, quoted(text))));
        }
    }

    @Test
    void aLongDurationIsWrittenInHours() {
        assertEquals(
                "PT24999999999975H",
                TextCodecs.DURATION.print(
                        DecodingSupport.value(TextCodecs.DURATION, "\"P999999999999DT999999999999H\"")));
    }

    @Test
    void whatHasNoFormIsNotPrinted() throws IOException {
        assertNotPrinted("+10000-01-01", TextCodecs.LOCAL_DATE, LocalDate.of(10_000, 1, 1));
        assertNotPrinted("-0001-01-01", TextCodecs.LOCAL_DATE, LocalDate.of(-1, 1, 1));
        assertNotPrinted("-999999999-01-01", TextCodecs.LOCAL_DATE, LocalDate.MIN);
        assertNotPrinted("+1000000000-12-31T23:59:59.999999999Z", TextCodecs.INSTANT, Instant.MAX);
        assertNotPrinted("-1000000000-01-01T00:00:00Z", TextCodecs.INSTANT, Instant.MIN);
        assertNotPrinted(
                "+10000-01-01T18:00:00Z",
                TextCodecs.INSTANT,
                Instant.parse("9999-12-31T23:59:59-18:00").plusSeconds(1));
        assertNotPrinted("a/b", TextCodecs.URI, URI.create("a/b"));
        assertNotPrinted("http://ä/", TextCodecs.URI, URI.create("http://ä/"));
        assertNotPrinted("file:/x", TextCodecs.URL, URI.create("file:///x").toURL());
        assertNotPrinted("+10000", TextCodecs.YEAR, Year.of(10_000));
        assertNotPrinted("-0001", TextCodecs.YEAR, Year.of(-1));
        assertNotPrinted("+10000-01", TextCodecs.YEAR_MONTH, YearMonth.of(10_000, 1));
        assertNotPrinted("PT2562047788015215H30M7S", TextCodecs.DURATION, Duration.ofSeconds(Long.MAX_VALUE));
        assertNotPrinted("P1000000000D", TextCodecs.PERIOD, Period.ofDays(1_000_000_000));
        assertNotPrinted(
                "1900-01-01T00:00:00+00:09:21",
                TextCodecs.OFFSET_DATE_TIME,
                OffsetDateTime.of(1900, 1, 1, 0, 0, 0, 0, ZoneOffset.of("+00:09:21")));
        assertNotPrinted("no_NO_NY", TextCodecs.LOCALE, new Locale("no", "NO", "NY"));
        assertNotPrinted("de-DE-1996", TextCodecs.LOCALE, Locale.forLanguageTag("de-DE-1996"));
        assertEquals("0005", TextCodecs.YEAR.print(Year.of(5)));
        assertEquals("0005-01", TextCodecs.YEAR_MONTH.print(YearMonth.of(5, 1)));
    }

    private static <T> void assertNotPrinted(String text, TextCodec<T> codec, T value) {
        String refusal = refusal(codec, value);

        assertTrue(refusal.contains(text), refusal);
        assertTrue(refusal.contains(codec.expected()), refusal);
        assertThrows(IllegalArgumentException.class, () -> codec.encode(value));
    }

    private static <T> String refusal(TextCodec<T> codec, T value) {
        return assertThrows(IllegalArgumentException.class, () -> codec.print(value))
                .getMessage();
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            json.append(c == '\n' ? "\\n" : c);
        }
        return json.append('"').toString();
    }
}
