package dev.escapement.processor.model;

import java.math.BigDecimal;

/** A rule for values of a type, read from an annotation. What is null or left out obeys every rule. */
public sealed interface Constraint {

    /**
     * A string has so many characters, counted as code points as JSON Schema does.
     *
     * @param min 0 or more
     * @param max {@link Integer#MAX_VALUE} for no limit
     */
    record Length(int min, int max) implements Constraint {}

    /**
     * An array has so many elements, or an object with any names so many properties.
     *
     * @param min 0 or more
     * @param max {@link Integer#MAX_VALUE} for no limit
     */
    record Count(int min, int max) implements Constraint {}

    /** A number is not less than a limit; with {@code exclusive}, it is not the limit either. */
    record Minimum(BigDecimal limit, boolean exclusive) implements Constraint {}

    /** A number is not more than a limit; with {@code exclusive}, it is not the limit either. */
    record Maximum(BigDecimal limit, boolean exclusive) implements Constraint {}

    /** A number has at most so many digits before and after the decimal point. */
    record Digits(int integer, int fraction) implements Constraint {}

    /**
     * A string has a match of a portable regular expression, anywhere unless the expression is anchored.
     *
     * @param regex the expression as a schema shows it
     * @param words what it means, if it stands for more than itself; else empty
     */
    record Matches(String regex, String words) implements Constraint {

        /** A string has a character above U+0020: more than blanks and control characters. */
        public static final Matches NOT_BLANK = new Matches("[^\\u0000-\\u0020]", "text that is not blank");

        /**
         * A string is an e-mail address as browsers check it (HTML Living Standard, section 4.10.5.1.5). The runtime has the
         * same expression.
         */
        public static final Matches EMAIL = new Matches(
                "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                        + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
                "an e-mail address");
    }

    /** A boolean has one of its two values. */
    record Is(boolean value) implements Constraint {}

    /** A time is before or after the moment of reading. */
    record Relative(boolean past, boolean orPresent) implements Constraint {}

    /** Whether values of a shape have what the rule is about. */
    default boolean appliesTo(TypeShape shape) {
        if (this instanceof Length || this instanceof Matches) {
            return shape == TypeShape.Scalar.STRING;
        } else if (this instanceof Count) {
            return shape instanceof TypeShape.ListOf || shape instanceof TypeShape.MapOf;
        } else if (this instanceof Is) {
            return shape == TypeShape.Scalar.BOOLEAN;
        } else if (this instanceof Relative) {
            return shape instanceof TypeShape.TextOf text && text.form().isTime();
        }
        return shape instanceof TypeShape.Scalar scalar && scalar.isNumber();
    }
}
