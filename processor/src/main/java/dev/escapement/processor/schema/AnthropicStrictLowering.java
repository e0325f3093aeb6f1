package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.DialectLimitation;
import dev.escapement.processor.diagnostic.SchemaQuantity;
import dev.escapement.processor.schema.Schema.Expression;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.List;
import java.util.Set;

/**
 * The lowering for {@code ANTHROPIC_STRICT}, which does not support numeric bounds, patterns or recursion. Optional
 * properties are not also nullable: each nullable type counts against a small number of unions, and the decoder treats
 * both alike.
 */
final class AnthropicStrictLowering extends RestrictedLowering {

    private static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid", "uri");

    private static final int OPTIONAL_PROPERTIES = 24;
    private static final int UNIONS = 16;

    private Set<String> recursive = Set.of();

    AnthropicStrictLowering(LoweringReport report) {
        super(report, FORMATS);
    }

    @Override
    SchemaDocument lower(SchemaDocument document) {
        recursive = document.recursive();
        SchemaDocument lowered = super.lower(document);
        SchemaStatistics statistics = SchemaStatistics.of(lowered);
        report().limit(SchemaQuantity.OPTIONAL_PROPERTIES, statistics.optionalProperties(), OPTIONAL_PROPERTIES);
        report().limit(SchemaQuantity.UNIONS, statistics.unions(), UNIONS);
        return lowered;
    }

    @Override
    List<Expression> patterns(Schema.Text text) {
        return List.of();
    }

    @Override
    public Schema number(Schema.Numeric before) {
        Schema.Numeric number = (Schema.Numeric) super.number(before);
        Notes notes = minimumInWords(number.notes(), number.minimum());
        notes = maximumInWords(notes, number.maximum());
        if (number.step() != null) {
            notes = inWords(notes, "multipleOf", ConstraintDescriptions.step(number.step()));
        }
        return new Schema.Numeric(notes, number.integer(), null, null, null);
    }

    /** Removes all limits on the number of elements, except for a minimum of 1. */
    @Override
    public Schema array(Schema.Array before) {
        Schema.Array array = (Schema.Array) super.array(before);
        Size size = array.size();
        boolean fits = size.min() <= 1 && !size.hasMax();
        Notes notes = fits ? array.notes() : inWords(array.notes(), size, "Items", "item");
        Size kept = new Size(Math.min(size.min(), 1), Integer.MAX_VALUE);
        return new Schema.Array(notes, array.items(), kept, false);
    }

    @Override
    Schema.Property property(Schema.Property property) {
        Notes notes = property.schema().notes();
        if (notes.defaultJson() != null) {
            return defaultInWords(super.property(property), ConstraintDescriptions.isDefault(notes.defaultJson()));
        }
        Schema schema = property.schema().with(notes.nullable(notes.nullable() && property.required()));
        return super.property(new Schema.Property(property.name(), property.required(), schema, property.source()));
    }

    @Override
    public Schema dictionary(Schema.Dictionary map) {
        return closed(map);
    }

    /** Reports a recursive type at the reference from the type back to itself, not at its first use. */
    @Override
    public Schema reference(Schema.Reference reference) {
        boolean leadsBack = recursive.contains(reference.target()) && recursive.contains(report().definition());
        if (reference.target().isEmpty() || leadsBack) {
            report().inexpressible(DialectLimitation.RECURSION);
        }
        return super.reference(reference);
    }
}
