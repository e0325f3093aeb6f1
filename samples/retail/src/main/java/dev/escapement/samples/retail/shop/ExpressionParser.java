package dev.escapement.samples.retail.shop;

/**
 * A recursive-descent parser that evaluates an expression. An expression is terms joined by {@code +} and {@code -}, a
 * term is factors joined by {@code *} and {@code /}, and a factor is a number or an expression in brackets, after any
 * number of signs.
 */
final class ExpressionParser {

    /** The maximum nesting depth of brackets. The limit protects the call stack. */
    private static final int MAX_DEPTH = 100;

    private static final char END = '\0';

    private final String text;
    private int position;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    double parse() throws CalculationException {
        double value = expression();
        if (peek() != END) {
            throw malformed();
        }
        return value;
    }

    private double expression() throws CalculationException {
        double value = term();
        while (true) {
            if (accept('+')) {
                value += term();
            } else if (accept('-')) {
                value -= term();
            } else {
                return value;
            }
        }
    }

    private double term() throws CalculationException {
        double value = factor();
        while (true) {
            if (accept('*')) {
                value *= factor();
            } else if (accept('/')) {
                value /= divisor();
            } else {
                return value;
            }
        }
    }

    private double divisor() throws CalculationException {
        double divisor = factor();
        if (divisor == 0) {
            throw new CalculationException("Division by zero");
        }
        return divisor;
    }

    private double factor() throws CalculationException {
        boolean negative = false;
        while (true) {
            if (accept('-')) {
                negative = !negative;
            } else if (!accept('+')) {
                break;
            }
        }
        double value = accept('(') ? bracketed() : number();
        return negative ? -value : value;
    }

    private double bracketed() throws CalculationException {
        if (++depth > MAX_DEPTH) {
            throw new CalculationException("Brackets are nested more than " + MAX_DEPTH + " levels deep");
        }
        double value = expression();
        if (!accept(')')) {
            throw malformed();
        }
        depth--;
        return value;
    }

    private double number() throws CalculationException {
        skipSpaces();
        int start = position;
        skipDigits();
        int digits = position - start;
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            int fraction = position;
            skipDigits();
            digits += position - fraction;
        }
        if (digits == 0) {
            position = start;
            throw malformed();
        }
        return Double.parseDouble(text.substring(start, position));
    }

    private char peek() {
        skipSpaces();
        return position < text.length() ? text.charAt(position) : END;
    }

    private boolean accept(char wanted) {
        boolean there = peek() == wanted;
        if (there) {
            position++;
        }
        return there;
    }

    private void skipSpaces() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }

    private void skipDigits() {
        while (position < text.length() && Character.isDigit(text.charAt(position))) {
            position++;
        }
    }

    private CalculationException malformed() {
        String place = position < text.length() ? "at character " + (position + 1) : "at its end";
        return new CalculationException("Malformed expression " + place);
    }
}
