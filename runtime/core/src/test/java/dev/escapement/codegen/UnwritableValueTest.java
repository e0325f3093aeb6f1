package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.internal.json.JsonPath;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a value that JSON cannot represent is named by its path. */
class UnwritableValueTest {

    private record Line(
            @Nullable String sku, double price, @Nullable BigDecimal weight) {}

    private static final JsonEncoder<Line> LINE = (out, line) -> {
        out.beginObject();
        out.property("sku", line.sku());
        out.name("price");
        out.writeDouble(line.price());
        out.name("weight");
        out.writeDecimal(line.weight());
        out.endObject();
    };

    private static final JsonEncoder<List<Line>> ORDER = (out, lines) -> {
        out.beginObject();
        out.name("lines");
        out.beginArray();
        lines.forEach(line -> LINE.write(out, line));
        out.endArray();
        out.endObject();
    };

    private static final Line VALID = new Line("A-1", 1.5, BigDecimal.ONE);

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new Line(null, 1, BigDecimal.ONE), "$.lines[1].sku: expected a value, found null"),
                Arguments.of(
                        new Line("A-2", Double.NaN, BigDecimal.ONE), "$.lines[1].price: expected a number, found NaN"),
                Arguments.of(new Line("A-2", 1, null), "$.lines[1].weight: expected a value, found null"),
                Arguments.of(
                        new Line("A-2", 1, new BigDecimal(BigInteger.ONE, 5_000)),
                        "$.lines[1].weight: expected numbers of at most 500 characters, found 1E-5000"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsReportedAtItsPath(Line faulty, String message) {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> ORDER.encode(List.of(VALID, faulty)));

        assertEquals(message, thrown.getMessage());
    }

    @Test
    void nullElementIsReportedAtItsIndex() {
        JsonEncoder<List<String>> strings = (out, list) -> {
            out.beginArray();
            list.forEach(out::writeString);
            out.endArray();
        };

        assertEquals(
                "$[1]: expected a value, found null",
                assertThrows(IllegalArgumentException.class, () -> strings.encode(Arrays.asList("x", null)))
                        .getMessage());
    }

    static Stream<Arguments> lists() {
        JsonEncoder<List<Integer>> numbers = (out, list) -> {
            out.beginArray();
            for (Integer element : list) {
                out.writeInt(out.requireValue(element));
            }
            out.endArray();
        };
        JsonCodec<BigDecimal> weight = JsonCodec.of(JsonReader::readDecimal, JsonWriter::writeDecimal);
        return Stream.of(
                Arguments.of(numbers, Arrays.asList(1, null)),
                Arguments.of(TextCodecs.UUID.list(), Arrays.asList(new UUID(1, 2), null)),
                Arguments.of(weight.list(), Arrays.asList(BigDecimal.ONE, null)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    <T> void nullElementThatIsConvertedIsReportedAtItsIndex(JsonEncoder<List<T>> encoder, List<T> list) {
        assertEquals(
                "$[1]: expected a value, found null",
                assertThrows(IllegalArgumentException.class, () -> encoder.encode(list))
                        .getMessage());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text(TextCodecs.LOCAL_DATE, LocalDate.EPOCH, LocalDate.of(10_000, 1, 1), "+10000-01-01"),
                text(TextCodecs.INSTANT, Instant.EPOCH, Instant.MAX, "+1000000000-12-31T23:59:59.999999999Z"),
                text(TextCodecs.URI, URI.create("a:b"), URI.create("a/b"), "a/b"),
                text(TextCodecs.LOCALE, Locale.ROOT, Locale.forLanguageTag("de-DE-1996"), "de-DE-1996"),
                text(TextCodecs.YEAR, Year.of(2026), Year.of(-1), "-0001"),
                text(TextCodecs.PERIOD, Period.ZERO, Period.ofDays(1_000_000_000), "P1000000000D"));
    }

    private static <T> Arguments text(TextCodec<T> codec, T valid, T faulty, String written) {
        return Arguments.of(codec, valid, faulty, written);
    }

    @ParameterizedTest
    @MethodSource("texts")
    <T> void textWithoutTheFormIsReportedAtItsProperty(TextCodec<T> codec, T valid, T faulty, String written) {
        JsonEncoder<T> encoder = (out, value) -> {
            out.beginObject();
            out.name("first");
            codec.write(out, valid);
            out.name("second");
            codec.write(out, value);
            out.endObject();
        };

        assertRefused("$.second", codec, written, () -> encoder.encode(faulty));
    }

    @ParameterizedTest
    @MethodSource("texts")
    <T> void textWithoutTheFormIsReportedAtItsIndex(TextCodec<T> codec, T valid, T faulty, String written) {
        assertRefused("$[1]", codec, written, () -> codec.list().encode(List.of(valid, faulty)));
        assertRefused("$[0]", codec, written, () -> codec.list().encode(List.of(faulty)));
        assertRefused("$", codec, written, () -> codec.encode(faulty));
    }

    @ParameterizedTest
    @MethodSource("texts")
    <T> void keyWithoutTheFormIsReportedAtItsEntry(TextCodec<T> codec, T valid, T faulty, String written) {
        JsonEncoder<List<T>> encoder = (out, keys) -> {
            out.beginObject();
            for (T key : keys) {
                codec.writeName(out, key);
                out.writeInt(1);
            }
            out.endObject();
        };

        assertRefused("$" + JsonPath.segment(written), codec, written, () -> encoder.encode(List.of(valid, faulty)));
    }

    private static void assertRefused(String path, TextCodec<?> codec, String written, Executable encoding) {
        Violation violation = new Violation(path, codec.expected(), "the string \"" + written + "\"");
        assertEquals(
                violation.toString(),
                assertThrows(IllegalArgumentException.class, encoding).getMessage());
    }

    @Test
    void nullInPlaceOfAnOptionalIsReportedAtItsPath() {
        JsonEncoder<Optional<String>> encoder = (out, note) -> {
            out.beginObject();
            out.property("sku", "A-1");
            if (out.requireNonNull("note", note).isPresent()) {
                out.property("note", note.get());
            }
            out.endObject();
        };

        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, () -> encoder.encode(null));

        assertEquals("$.note: expected a value, found null", thrown.getMessage());
        assertEquals("{\"sku\":\"A-1\"}", encoder.encode(Optional.empty()));
    }

    @Test
    void nullKeyThatIsConvertedIsReportedAtThePathOfItsMap() {
        JsonEncoder<List<UUID>> encoder = (out, keys) -> {
            out.beginObject();
            out.name("stock");
            out.beginObject();
            for (UUID key : keys) {
                TextCodecs.UUID.writeName(out, key);
                out.writeString("");
            }
            out.endObject();
            out.endObject();
        };

        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> encoder.encode(Arrays.asList(new UUID(1, 2), null)));

        assertEquals("$.stock: expected a key, found null", thrown.getMessage());
    }

    @Test
    void nullKeyIsReportedAtThePathOfItsMap() {
        JsonEncoder<List<String>> encoder = (out, keys) -> {
            out.beginObject();
            out.name("stock");
            out.beginObject();
            for (String key : keys) {
                out.property(key, "");
            }
            out.endObject();
            out.endObject();
        };

        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> encoder.encode(Arrays.asList("A-1", null)));

        assertEquals("$.stock: expected a key, found null", thrown.getMessage());
    }
}
