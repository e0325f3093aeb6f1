package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonEncoder;
import dev.escapement.json.JsonText;
import dev.escapement.testing.GoldenMessages;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.json.PackageVersion;

/** Tests of the exact text that a writer produces. */
class JsonWriterTest {

    private static final JsonEncoder<Double> DOUBLE = JsonWriter::writeDouble;
    private static final JsonEncoder<BigDecimal> DECIMAL = JsonWriter::writeDecimal;
    private static final JsonEncoder<String> STRING = JsonWriter::writeString;

    @Test
    void writesNoSuperfluousCharacter() {
        JsonEncoder<String> all = (out, value) -> {
            out.beginObject();
            out.name("a");
            out.beginArray();
            out.writeInt(1);
            out.writeLong(2);
            out.writeBoolean(true);
            out.writeNull();
            out.endArray();
            out.property("b", value);
            out.property("c", new JsonText("{}"));
            out.endObject();
        };

        assertEquals("{\"a\":[1,2,true,null],\"b\":\"x\",\"c\":{}}", all.encode("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.0E-3, 0.002",
        "2.0E-4, 2.0E-4",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "2.0E23, 2.0E23",
        "2.2E-322, 2.2E-322",
        "8.41E21, 8.41E21",
        "9007199254740992, 9.007199254740992E15",
        "0.1, 0.1",
        "100, 100.0",
        "-0.0, -0.0"
    })
    void writesADoubleInItsShortestFormOnEveryJdk(double value, String text) {
        assertEquals(text, DOUBLE.encode(value));
    }

    /** The digits are those of Jackson, which writes one fewer since 3.3. */
    @Test
    void writesTheSmallestDoubleOnEveryJdk() {
        boolean since33 = PackageVersion.VERSION.getMinorVersion() >= 3;

        assertEquals(since33 ? "5.0E-324" : "4.9E-324", DOUBLE.encode(Double.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesADoubleThatJsonCannotSay(double value) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> DOUBLE.encode(value));

        assertTrue(refusal.getMessage().contains(String.valueOf(value)), refusal::getMessage);
    }

    @Test
    void wordingOfRefusalsIsThatOfTheCatalogue() throws IOException {
        new GoldenMessages()
                .add("double", refusal(DOUBLE, Double.NaN))
                .add("integer", refusal(JsonWriter::writeBigInteger, BigInteger.TEN.pow(JsonReader.MAX_NUMBER_LENGTH)))
                .add("decimal", refusal(DECIMAL, new BigDecimal("1E+2000")))
                .verify(JsonWriterTest.class);
    }

    private static <T> String refusal(JsonEncoder<T> encoder, T value) {
        return assertThrows(IllegalArgumentException.class, () -> encoder.encode(value))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "12.50, 12.50",
        "1E+2, 100",
        "1E-10, 0.0000000001",
        "-0.00, 0.00",
        "1E+101, 1E+101",
        "1E-101, 1E-101",
        "123456789012345678901234567890.123, 123456789012345678901234567890.123"
    })
    void shortDecimalHasAllDigitsAndNoExponent(BigDecimal value, String text) {
        assertEquals(text, DECIMAL.encode(value));
    }

    @Test
    void writesCharactersOutsideAsciiAsThemselves() {
        assertEquals("\"Zürich 東京 😀 \u2028\"", STRING.encode("Zürich 東京 😀 \u2028"));
    }

    @Test
    void escapesHalfASurrogatePairWhichNoEncodingCouldHold() {
        assertEquals("\"\\ud83d😀\\n\\ude00\"", STRING.encode("\ud83d😀\n\ude00"));
    }

    @Test
    void escapesWhatJsonAsksToEscapeAndNothingElse() {
        assertEquals(
                "\"\\\"\\\\/\\n\\t\\r\\b\\f\\u0000\\u001F\u007f</\"", STRING.encode("\"\\/\n\t\r\b\f\0\u001f\u007f</"));
    }

    @Test
    void pathLeadsToTheRefusedValue() {
        JsonEncoder<Double> nested = (out, value) -> {
            out.beginObject();
            out.name("a");
            out.beginArray();
            out.writeInt(1);
            out.beginObject();
            out.name("b c");
            out.writeInt(10);
            out.checkMax(10, 9);
            out.endObject();
            out.endArray();
            out.endObject();
        };

        String message = refusal(nested, 0.0);

        assertTrue(message.startsWith("$.a[1][\"b c\"]"), message);
    }

    @Test
    void cyclicValueIsRefused() {
        JsonEncoder<Integer> cycle = new JsonEncoder<>() {
            @Override
            public void write(JsonWriter out, Integer value) {
                out.beginArray();
                write(out, value);
                out.endArray();
            }
        };

        String message = refusal(cycle, 1);

        assertTrue(message.contains(ViolationMessages.nesting(JsonReader.MAX_DEPTH)), message);
    }

    static Stream<JsonEncoder<Integer>> encodersOfMalformedJson() {
        return Stream.of(
                (out, value) -> {},
                (out, value) -> {
                    out.writeInt(value);
                    out.writeInt(value);
                },
                (out, value) -> out.name("a"),
                (out, value) -> out.beginArray(),
                (out, value) -> {
                    out.beginArray();
                    out.endObject();
                },
                (out, value) -> {
                    out.beginArray();
                    out.name("a");
                },
                (out, value) -> {
                    out.beginObject();
                    out.writeInt(value);
                },
                (out, value) -> {
                    out.beginObject();
                    out.name("a");
                    out.name("b");
                },
                (out, value) -> {
                    out.beginObject();
                    out.name("a");
                    out.endObject();
                },
                (out, value) -> out.endArray());
    }

    @ParameterizedTest
    @MethodSource("encodersOfMalformedJson")
    void malformedJsonIsNotWritten(JsonEncoder<Integer> encoder) {
        assertThrows(IllegalStateException.class, () -> encoder.encode(1));
    }
}
