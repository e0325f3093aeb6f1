package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.DialectLimitation;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Expression;
import dev.escapement.processor.schema.Schema.Form;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The common base of the lowerings for dialects that support few keywords. All other keywords are stated in
 * descriptions.
 */
abstract class RestrictedLowering extends UnrestrictedLowering {

    private final Set<String> formats;

    /** Creates a lowering to a dialect that supports the given string formats. */
    RestrictedLowering(LoweringReport report, Set<String> formats) {
        super(report);
        this.formats = formats;
    }

    /**
     * Returns the regular expression that remains in a string schema, if any. At most one remains, because a schema has
     * only one {@code pattern}.
     */
    abstract List<Expression> patterns(Schema.Text text);

    /** Replaces length limits, unsupported formats and unsupported patterns with sentences in the description. */
    @Override
    public Schema.Text text(Schema.Text before) {
        Schema.Text text = super.text(before);
        Notes notes = text.notes();
        Form form = text.form();
        if (!form.format().isEmpty() && !formats.contains(form.format())) {
            notes = inWords(notes, "format", ConstraintDescriptions.form(form.words()));
            form = Form.ANY;
        }
        notes = inWords(notes, text.length(), "Length", "character");
        List<Expression> stay = patterns(text);
        for (Expression expression : text.expressions()) {
            if (!stay.contains(expression)) {
                notes = inWords(notes, "pattern", ConstraintDescriptions.pattern(expression));
            }
        }
        return new Schema.Text(notes, text.values(), form, Size.ANY, stay);
    }

    /** Replaces {@code uniqueItems}, which the dialect does not support, with a sentence in the description. */
    @Override
    public Schema array(Schema.Array before) {
        Schema.Array array = (Schema.Array) super.array(before);
        Notes notes =
                array.unique() ? inWords(array.notes(), "uniqueItems", ConstraintDescriptions.unique()) : array.notes();
        return new Schema.Array(notes, array.items(), array.size(), false);
    }

    @Override
    public Schema anything(Schema.Anything anything) {
        report().inexpressible(DialectLimitation.ANY_JSON);
        return anything;
    }

    /** Replaces {@code default}, which the dialect does not support, with a sentence in the description. */
    final Schema.Property defaultInWords(Schema.Property property, String sentence) {
        Notes notes = property.schema().notes();
        if (notes.defaultJson() == null) {
            return property;
        }
        Schema schema = property.schema().with(inWords(notes.withDefault(null), "default", sentence));
        return new Schema.Property(property.name(), property.required(), schema, property.source());
    }

    /** Returns schema notes with an additional sentence that states the minimum, if any. */
    final Notes minimumInWords(Notes notes, @Nullable Bound bound) {
        if (bound == null) {
            return notes;
        }
        return inWords(
                notes, bound.exclusive() ? "exclusiveMinimum" : "minimum", ConstraintDescriptions.minimum(bound));
    }

    /** Returns schema notes with an additional sentence that states the maximum, if any. */
    final Notes maximumInWords(Notes notes, @Nullable Bound bound) {
        if (bound == null) {
            return notes;
        }
        return inWords(
                notes, bound.exclusive() ? "exclusiveMaximum" : "maximum", ConstraintDescriptions.maximum(bound));
    }

    /** Reports a map as inexpressible, because the dialect supports only closed objects. */
    final Schema closed(Schema.Dictionary map) {
        report().inexpressible(DialectLimitation.MAP);
        return map;
    }
}
