package dev.escapement.processor.model;

import java.math.BigDecimal;

/**
 * A rule for the values of a type, as declared by an annotation. A null or absent value satisfies every rule.
 *
 * <p>Code that depends on the kind of a constraint uses a {@link Visitor}, or a switch expression over {@link #kind()}
 * where several kinds are treated alike. Both are exhaustive: a new kind does not compile until each of them handles
 * it.
 */
public sealed interface Constraint {

    /** Returns the kind of this constraint. */
    Kind kind();

    /** Calls the visitor's method for this kind of constraint, and returns the result. */
    <R> R accept(Visitor<R> visitor);

    /** Returns whether this constraint applies to values of a shape. */
    boolean appliesTo(TypeShape shape);

    /** The kinds of constraints, one for each permitted type. */
    enum Kind {
        LENGTH,
        COUNT,
        MINIMUM,
        MAXIMUM,
        DIGITS,
        MATCHES,
        IS,
        RELATIVE
    }

    /**
     * A visitor of constraints.
     *
     * @param <R> the result
     */
    interface Visitor<R> {

        R length(Length length);

        R count(Count count);

        R minimum(Minimum minimum);

        R maximum(Maximum maximum);

        R digits(Digits digits);

        R matches(Matches matches);

        R is(Is is);

        R relative(Relative relative);
    }

    /**
     * The minimum and maximum number of characters of a string, counted in code points as in JSON Schema.
     *
     * @param min 0 or more
     * @param max {@link Integer#MAX_VALUE} for no limit
     */
    record Length(int min, int max) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.LENGTH;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.length(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return shape == TypeShape.Scalar.STRING;
        }
    }

    /**
     * The minimum and maximum number of elements of an array or of entries of a map.
     *
     * @param min 0 or more
     * @param max {@link Integer#MAX_VALUE} for no limit
     */
    record Count(int min, int max) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.COUNT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.count(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return shape.kind() == TypeShape.Kind.LIST || shape.kind() == TypeShape.Kind.MAP;
        }
    }

    /** The minimum of a number. If {@code exclusive}, the limit itself is not allowed. */
    record Minimum(BigDecimal limit, boolean exclusive) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.MINIMUM;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.minimum(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return isNumber(shape);
        }
    }

    /** The maximum of a number. If {@code exclusive}, the limit itself is not allowed. */
    record Maximum(BigDecimal limit, boolean exclusive) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.MAXIMUM;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.maximum(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return isNumber(shape);
        }
    }

    /** The maximum number of digits before and after the decimal point of a number. */
    record Digits(int integer, int fraction) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.DIGITS;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.digits(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return isNumber(shape);
        }
    }

    /**
     * A portable regular expression that must match part of a string, at any position unless the expression is
     * anchored.
     *
     * @param regex the expression as a schema shows it
     * @param words the meaning of the expression in words, empty if unknown
     */
    record Matches(String regex, String words) implements Constraint {

        /**
         * The requirement that a string contain a character above U+0020. Such a string does not consist only of blanks
         * and control characters.
         */
        public static final Matches NOT_BLANK = new Matches("[^\\u0000-\\u0020]", "text that is not blank");

        /**
         * The requirement that a string be an email address, as browsers validate it (HTML Living Standard, section
         * 4.10.5.1.5). The runtime has the same expression.
         */
        public static final Matches EMAIL = new Matches(
                "^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                        + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
                "an e-mail address");

        @Override
        public Kind kind() {
            return Kind.MATCHES;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.matches(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return shape == TypeShape.Scalar.STRING;
        }
    }

    /** The only permitted value of a boolean. */
    record Is(boolean value) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.IS;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.is(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return shape == TypeShape.Scalar.BOOLEAN;
        }
    }

    /**
     * The requirement that a time be before or after the time of reading, or equal to the latter if {@code orPresent}
     * is true.
     */
    record Relative(boolean past, boolean orPresent) implements Constraint {

        @Override
        public Kind kind() {
            return Kind.RELATIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relative(this);
        }

        @Override
        public boolean appliesTo(TypeShape shape) {
            return shape instanceof TypeShape.TextOf text && text.form().isTime();
        }
    }

    private static boolean isNumber(TypeShape shape) {
        return shape instanceof TypeShape.Scalar scalar && scalar.isNumber();
    }
}
