package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.reading;
import static dev.escapement.codegen.DecodingSupport.syntaxFault;
import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that numbers are read exactly or rejected, in bounded time. */
class JsonReaderNumbersTest {

    private static final JsonCodec<Integer> INT = reading(JsonReader::readInt);
    private static final JsonCodec<Long> LONG = reading(JsonReader::readLong);
    private static final JsonCodec<Double> DOUBLE = reading(JsonReader::readDouble);
    private static final JsonCodec<BigDecimal> DECIMAL = reading(JsonReader::readDecimal);
    private static final JsonCodec<BigInteger> BIG_INTEGER = reading(JsonReader::readBigInteger);

    @ParameterizedTest
    @CsvSource({"2147483647,2147483647", "-2147483648,-2147483648", "-0,0"})
    void readsIntegersOf32Bits(String text, int number) {
        assertEquals(number, value(INT, text));
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807,9223372036854775807", "-9223372036854775808,-9223372036854775808"})
    void readsIntegersOf64Bits(String text, long number) {
        assertEquals(number, value(LONG, text));
    }

    @ParameterizedTest
    @CsvSource({
        "3.0,3",
        "3.000000000000000000000000000000,3",
        "1e2,100",
        "1.5E1,15",
        "1500e-2,15",
        "0.0,0",
        "-0.0,0",
        "0e999999999,0",
        "0e-999999999,0",
        "0e999999999999,0",
        "-0.0e-999999999999,0",
        "9.223372036854775807e18,9223372036854775807",
        "-9.223372036854775808e18,-9223372036854775808"
    })
    void numberWithoutFractionIsAnInteger(String text, long number) {
        assertEquals(number, value(LONG, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7", "1e-1", "0.1e0", "9007199254740993.5", "1e-999999999", "10e-2147483647"})
    void aNumberWithAFractionIsNoInteger(String text) {
        assertEquals(List.of(new Violation("$", ViolationMessages.INTEGER, text)), violations(LONG, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "4294967296", "9223372036854775808", "2147483648.0", "3e9"})
    void integerBeyond32BitsIsRejected(String text) {
        assertEquals(List.of(new Violation("$", ViolationMessages.INT, text)), violations(INT, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "18446744073709551616",
                "9.223372036854775808e18",
                "1e19",
                "123456789012345678901234567890.0"
            })
    void integerBeyond64BitsIsRejected(String text) {
        assertEquals(List.of(new Violation("$", ViolationMessages.LONG, text)), violations(LONG, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999", "100e2147483647", "1000000e2147483640", "-1e2147483648"})
    void anEnormousExponentOfAnIntegerIsRejectedAtOnce(String text) {
        List<Violation> violations = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> violations(LONG, text));

        assertEquals(List.of(new Violation("$", ViolationMessages.LONG, text)), violations);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e99999999999", "1e-999999999", "1e1001", "-100e2147483647"})
    void anEnormousExponentOfADecimalIsRejectedAtOnce(String text) {
        List<Violation> violations = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> violations(DECIMAL, text));

        assertEquals(List.of(new Violation("$", ViolationMessages.numberWithExponent(1000), text)), violations);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e1001", "0e999999999", "-0e999999999999", "0.00e-999999999999"})
    void zeroIsZeroWhateverItsExponent(String text) {
        assertEquals(BigDecimal.ZERO, value(DECIMAL, text));
        assertEquals(BigInteger.ZERO, value(BIG_INTEGER, text));
        assertEquals(0.0, Math.abs(value(DOUBLE, text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e99999999999", "1.8e308"})
    void aNumberBeyondTheRangeOfADoubleIsRejected(String text) {
        List<Violation> violations = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> violations(DOUBLE, text));

        assertEquals(List.of(new Violation("$", ViolationMessages.DOUBLE, text)), violations);
    }

    @Test
    void anIntegerBeyondTheRangeOfADoubleIsRejected() {
        String text = "9".repeat(310);

        assertEquals(
                List.of(new Violation("$", ViolationMessages.DOUBLE, "9".repeat(59) + "…")), violations(DOUBLE, text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0.1",
        "5,5.0",
        "-0.0,-0.0",
        "1e-400,0.0",
        "9007199254740993,9007199254740992.0",
        "1.7976931348623157E308,1.7976931348623157E308"
    })
    void aDoubleIsTheNearest(String text, double number) {
        assertEquals(number, value(DOUBLE, text));
    }

    @ParameterizedTest
    @CsvSource({
        "12.50,12.50",
        "0.1000000000000000055511151231257827,0.1000000000000000055511151231257827",
        "7,7",
        "1e2,100",
        "1.5e-3,0.0015",
        "1e1000,1E+1000"
    })
    void aDecimalKeepsAllItsDigits(String text, BigDecimal number) {
        assertEquals(number, value(DECIMAL, text));
    }

    @Test
    void aNumberMayHave500Digits() {
        String text = "7".repeat(JsonReader.MAX_NUMBER_LENGTH);

        assertEquals(new BigDecimal(text), value(DECIMAL, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "0.7"})
    void aLongerNumberIsRejectedAtOnce(String digits) {
        String text = digits + "7".repeat(1_000_000);

        List<Violation> violations = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> violations(DECIMAL, text));

        Violation only = violations.get(0);
        assertEquals(1, violations.size());
        assertEquals("$", only.path());
        assertEquals(ViolationMessages.numberLength(500), only.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", ".5", "5.", "0x10", "--1", "1_000", "٣"})
    void whatIsNoNumberInJsonIsASyntaxError(String text) {
        assertEquals(List.of(syntaxFault(text)), violations(DOUBLE, text));
    }
}
