package dev.escapement.processor.schema;

import dev.escapement.processor.model.TextForm;
import dev.escapement.processor.model.TypeShape.Scalar;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Form;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.math.BigDecimal;
import java.util.List;

/** The schemas of values that are single JSON tokens, including the ranges of their Java types. */
final class ScalarSchemas {

    /**
     * The form of a string with exactly one UTF-16 code unit. JSON Schema counts code points, so a length alone would
     * accept surrogate pairs.
     */
    private static final Form CHAR = new Form("", "^[\u0000-\uffff]$", "");

    private ScalarSchemas() {}

    /** Returns the schema of a Java type. */
    static Schema schema(Scalar scalar, Notes notes) {
        return switch (scalar) {
            case STRING -> new Schema.Text(notes, List.of(), Form.ANY, Size.ANY, List.of());
            case CHAR -> new Schema.Text(notes, List.of(), CHAR, new Size(1, 1), List.of());
            case BOOLEAN -> new Schema.Bool(notes, null);
            case BYTE -> integer(notes, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case SHORT -> integer(notes, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT -> integer(notes, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> integer(notes, Long.MIN_VALUE, Long.MAX_VALUE);
            case BIG_INTEGER -> new Schema.Numeric(notes, true, null, null, null);
            case FLOAT -> number(notes, new BigDecimal(Float.toString(Float.MAX_VALUE)));
            case DOUBLE -> number(notes, new BigDecimal(Double.toString(Double.MAX_VALUE)));
            case DECIMAL -> new Schema.Numeric(notes, false, null, null, null);
            case JSON -> new Schema.Anything(notes);
        };
    }

    /** Returns the schema of a string in a given form. */
    static Schema.Text schema(TextForm form, Notes notes) {
        Form shown = new Form(form.format(), form.pattern(), form.words());
        return new Schema.Text(notes, List.of(), shown, Size.ANY, List.of());
    }

    /** Returns the schema for property names that represent values of a Java type. */
    static Schema.Text key(Scalar scalar) {
        return switch (scalar) {
            case STRING, CHAR -> (Schema.Text) schema(scalar, Notes.NONE);
            case INT, LONG -> {
                Form form = new Form("", TextForm.integerPattern(scalar), "an integer");
                yield new Schema.Text(Notes.NONE, List.of(), form, Size.ANY, List.of());
            }
            case BOOLEAN, BYTE, SHORT, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL, JSON ->
                throw new IllegalStateException("a property name does not represent " + scalar);
        };
    }

    /** Returns the schema of a string that has one of the given values. */
    static Schema.Text oneOf(List<String> values, Notes notes) {
        return new Schema.Text(notes, values, Form.ANY, Size.ANY, List.of());
    }

    private static Schema integer(Notes notes, long minimum, long maximum) {
        return new Schema.Numeric(
                notes, true, ofType(BigDecimal.valueOf(minimum)), ofType(BigDecimal.valueOf(maximum)), null);
    }

    private static Schema number(Notes notes, BigDecimal maximum) {
        return new Schema.Numeric(notes, false, ofType(maximum.negate()), ofType(maximum), null);
    }

    private static Bound ofType(BigDecimal limit) {
        return new Bound(limit, false, true);
    }
}
