package dev.escapement.samples.retail.shop;

/** An evaluator of arithmetic expressions. */
public final class Calculator {

    private static final String ALLOWED = "0123456789+-*/(). ";

    private Calculator() {}

    /**
     * Returns the value of an expression, computed in {@code double} arithmetic. An expression contains decimal
     * numbers, {@code + - * /}, signs and round brackets.
     *
     * @param expression the expression
     * @return its value, rounded to two decimals
     * @throws CalculationException if the expression has other characters, is malformed or divides by zero, or the
     *     value is too large
     */
    public static String evaluate(String expression) throws CalculationException {
        if (!expression.chars().allMatch(c -> ALLOWED.indexOf(c) >= 0)) {
            throw new CalculationException("Invalid characters in expression");
        }
        double value = new ExpressionParser(expression).parse();
        if (!Double.isFinite(value)) {
            throw new CalculationException("The result is too large");
        }
        return Money.text(Money.round2(value));
    }
}
