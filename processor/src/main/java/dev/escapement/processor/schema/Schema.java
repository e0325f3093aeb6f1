package dev.escapement.processor.schema;

import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.SourceRef;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema as a dialect-independent tree. {@link SchemaBuilder} creates it, a {@link Lowering} reduces it to the
 * keywords of a dialect, and {@link SchemaPrinter} prints it.
 *
 * <p>Code that depends on the kind of a schema uses a {@link Visitor}, which is exhaustive: a new kind does not compile
 * until each visitor handles it.
 */
public sealed interface Schema {

    /** Returns the keywords that every schema can have. */
    Notes notes();

    /** Returns this schema with the given notes. */
    Schema with(Notes notes);

    /** Calls the visitor's method for this kind of schema, and returns the result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A visitor of schemas.
     *
     * @param <R> the result
     */
    interface Visitor<R> {

        R text(Text text);

        R number(Numeric number);

        R bool(Bool bool);

        R array(Array array);

        R structure(Structure structure);

        R dictionary(Dictionary dictionary);

        R choice(Choice choice);

        R reference(Reference reference);

        R anything(Anything anything);
    }

    /** The schema of a string. {@code values} are the allowed values; empty for any. */
    record Text(Notes notes, List<String> values, Form form, Size length, List<Expression> expressions)
            implements Schema {
        public Text {
            values = List.copyOf(values);
            expressions = List.copyOf(expressions);
        }

        @Override
        public Text with(Notes other) {
            return new Text(other, values, form, length, expressions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }

        /** Returns whether this schema neither restricts nor describes strings. */
        boolean isPlain() {
            return values.isEmpty()
                    && form.equals(Form.ANY)
                    && length.equals(Size.ANY)
                    && expressions.isEmpty()
                    && notes.description().isEmpty();
        }
    }

    /** The schema of a number. {@code step} is the divisor of {@code multipleOf}. */
    record Numeric(
            Notes notes,
            boolean integer,
            @Nullable Bound minimum,
            @Nullable Bound maximum,
            @Nullable BigDecimal step) implements Schema {
        @Override
        public Numeric with(Notes other) {
            return new Numeric(other, integer, minimum, maximum, step);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** The schema of a boolean. {@code only} is the only allowed value, if present. */
    record Bool(Notes notes, @Nullable Boolean only) implements Schema {
        @Override
        public Bool with(Notes other) {
            return new Bool(other, only);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** The schema of an array. */
    record Array(Notes notes, Schema items, Size size, boolean unique) implements Schema {
        @Override
        public Array with(Notes other) {
            return new Array(other, items, size, unique);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }

    /**
     * The schema of an object with a fixed set of properties. {@code ordering} adds a keyword that repeats the order of
     * the properties.
     */
    record Structure(Notes notes, List<Property> properties, boolean ordering) implements Schema {
        public Structure {
            properties = List.copyOf(properties);
        }

        @Override
        public Structure with(Notes other) {
            return new Structure(other, properties, ordering);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.structure(this);
        }
    }

    /** The schema of an object with arbitrary property names. {@code keys} restricts the names, if present. */
    record Dictionary(Notes notes, @Nullable Text keys, Schema values, Size size) implements Schema {
        @Override
        public Dictionary with(Notes other) {
            return new Dictionary(other, keys, values, size);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dictionary(this);
        }
    }

    /** A choice between several schemas. */
    record Choice(Notes notes, List<Schema> branches) implements Schema {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public Choice with(Notes other) {
            return new Choice(other, branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /** A reference to a definition in the document, or to the document's root if the target is empty. */
    record Reference(Notes notes, String target) implements Schema {
        @Override
        public Reference with(Notes other) {
            return new Reference(other, target);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reference(this);
        }
    }

    /** A schema that accepts any JSON value. */
    record Anything(Notes notes) implements Schema {
        @Override
        public Anything with(Notes other) {
            return new Anything(other);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anything(this);
        }
    }

    /**
     * The keywords that every schema can have.
     *
     * @param description the description for the model, empty if there is none
     * @param nullable whether null is also accepted
     * @param defaultJson the value of an omitted property, as JSON
     */
    record Notes(
            String description, boolean nullable, @Nullable String defaultJson) {

        /** The notes of a schema that has neither a description nor a default and does not accept null. */
        public static final Notes NONE = new Notes("", false, null);

        Notes described(String text) {
            return new Notes(text, nullable, defaultJson);
        }

        Notes nullable(boolean whether) {
            return new Notes(description, whether, defaultJson);
        }

        Notes withDefault(@Nullable String json) {
            return new Notes(description, nullable, json);
        }
    }

    /**
     * A property of an object.
     *
     * @param source the component from which it is derived
     */
    record Property(String name, boolean required, Schema schema, SourceRef source) {}

    /**
     * The form of a string, as determined by its Java type.
     *
     * @param format the value of the keyword {@code format}, empty if there is none
     * @param regex the exact form, which is only in the canonical schema; empty if there is none
     * @param words the form in words: "a date like 2026-01-31"; empty if there is none
     */
    record Form(String format, String regex, String words) {

        /** The form of any string. */
        public static final Form ANY = new Form("", "", "");
    }

    /** A regular expression that must match part of a string. */
    record Expression(Constraint.Matches constraint) {

        String regex() {
            return constraint.regex();
        }

        /** Returns whether the constraint has a meaning in words, so that a model does not need the expression. */
        boolean hasWords() {
            return !constraint.words().isEmpty();
        }
    }

    /**
     * The minimum and maximum number of characters, elements or properties. A maximum of {@link Integer#MAX_VALUE}
     * means unlimited.
     */
    record Size(int min, int max) {

        /** The size range without limits. */
        public static final Size ANY = new Size(0, Integer.MAX_VALUE);

        boolean hasMax() {
            return max != Integer.MAX_VALUE;
        }

        Size and(int atLeast, int atMost) {
            int lower = Math.max(min, atLeast);
            int upper = Math.min(max, atMost);
            return new Size(lower, upper);
        }
    }

    /**
     * The minimum or maximum of a number.
     *
     * @param exclusive whether the limit itself is excluded
     * @param ofType whether the limit only repeats the range of the Java type
     */
    record Bound(BigDecimal limit, boolean exclusive, boolean ofType) {}
}
