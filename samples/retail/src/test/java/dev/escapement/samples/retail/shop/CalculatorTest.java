package dev.escapement.samples.retail.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {

    @ParameterizedTest
    @CsvSource({
        "2 + 2, 4.0",
        "2 + 3 * 4, 14.0",
        "(2 + 3) * 4, 20.0",
        "10 - 4 - 3, 3.0",
        "100 / 10 / 2, 5.0",
        "7 / 2, 3.5",
        "1 / 3, 0.33",
        "2 / 3, 0.67",
        "0.1 + 0.2, 0.3",
        "135.24 - 153.23, -17.99",
        "-5 + 3, -2.0",
        "--5, 5.0",
        "+-+5, -5.0",
        "2 * -3, -6.0",
        "-(1 + 2) * 3, -9.0",
        "  5  , 5.0",
        ".5 + 5., 5.5",
        "12345678.9 * 10, 123456789.0",
        "4 * 2500000, 10000000.0"
    })
    void worksOutASum(String expression, String value) throws CalculationException {
        assertEquals(value, Calculator.evaluate(expression));
    }

    @Test
    void roundsOnlyTheResult() throws CalculationException {
        assertEquals("1.0", Calculator.evaluate("1 / 3 * 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 ^ 3", "1e3", "x", "1,5", "2 %", "1\t+ 1", "１ + 1", "import os"})
    void refusesOtherCharacters(String expression) {
        assertEquals("Invalid characters in expression", failure(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 +|Malformed expression at its end",
                "(1 + 2|Malformed expression at its end",
                "1 + 2)|Malformed expression at character 6",
                "1 2|Malformed expression at character 3",
                "2 (3)|Malformed expression at character 3",
                "1.2.3|Malformed expression at character 4",
                "2 ** 3|Malformed expression at character 4",
                "7 // 2|Malformed expression at character 4",
                "()|Malformed expression at character 2",
                ".|Malformed expression at character 1",
                "''|Malformed expression at its end",
                "'  '|Malformed expression at its end"
            })
    void saysWhereAnExpressionIsMalformed(String expression, String message) {
        assertEquals(message, failure(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 / 0", "1 / 0.0", "1 / (2 - 2)", "0 / 0", "1 / -0"})
    void refusesToDivideByZero(String expression) {
        assertEquals("Division by zero", failure(expression));
    }

    @Test
    void refusesAResultThatNoDoubleHolds() {
        assertEquals("The result is too large", failure("9".repeat(400)));
        assertEquals("The result is too large", failure("9".repeat(200) + " * " + "9".repeat(200)));
    }

    @Test
    void nestsBracketsAHundredLevelsDeepAndNoFurther() throws CalculationException {
        assertEquals("7.0", Calculator.evaluate("(".repeat(100) + "7" + ")".repeat(100)));
        assertEquals("Brackets are nested more than 100 levels deep", failure("(".repeat(101) + "7" + ")".repeat(101)));
    }

    @Test
    void readsAnyNumberOfSignsAndOfBracketsSideBySide() throws CalculationException {
        assertEquals("1.0", Calculator.evaluate("-".repeat(100_000) + "1"));
        assertEquals("500.0", Calculator.evaluate("(1)" + "+(1)".repeat(499)));
    }

    private static String failure(String expression) {
        return assertThrows(CalculationException.class, () -> Calculator.evaluate(expression))
                .getMessage();
    }
}
