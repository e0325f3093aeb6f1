package dev.escapement.processor.schema;

import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A visitor that copies a schema, from the root to the leaves. This class copies the schema without changes, as
 * required for the canonical schema; subclasses implement the differences of a dialect.
 */
class Lowering implements Schema.Visitor<Schema> {

    private final LoweringReport report;

    Lowering(LoweringReport report) {
        this.report = report;
    }

    /** Lowers a document to the dialect. */
    SchemaDocument lower(SchemaDocument document) {
        Schema root = lower(document.root());
        Map<String, Schema> definitions = new LinkedHashMap<>();
        document.definitions()
                .forEach((name, schema) -> definitions.put(name, report.inDefinition(name, () -> lower(schema))));
        return new SchemaDocument(root, definitions, document.recursive());
    }

    /** Lowers a schema to the dialect. */
    final Schema lower(Schema schema) {
        return schema.accept(this);
    }

    @Override
    public Schema.Text text(Schema.Text text) {
        return text;
    }

    @Override
    public Schema number(Schema.Numeric number) {
        return number;
    }

    @Override
    public Schema bool(Schema.Bool bool) {
        return bool;
    }

    @Override
    public Schema array(Schema.Array array) {
        Schema items = report.inside("[]", () -> lower(array.items()));
        return new Schema.Array(array.notes(), items, array.size(), array.unique());
    }

    @Override
    public Schema structure(Schema.Structure structure) {
        return new Schema.Structure(
                structure.notes(),
                structure.properties().stream()
                        .map(property -> report.in(property, () -> property(property)))
                        .toList(),
                structure.ordering());
    }

    Schema.Property property(Schema.Property property) {
        return new Schema.Property(property.name(), property.required(), lower(property.schema()), property.source());
    }

    @Override
    public Schema dictionary(Schema.Dictionary map) {
        Schema values = report.inside(".*", () -> lower(map.values()));
        return new Schema.Dictionary(map.notes(), map.keys(), values, map.size());
    }

    @Override
    public Schema choice(Schema.Choice choice) {
        return new Schema.Choice(
                choice.notes(), choice.branches().stream().map(this::lower).toList());
    }

    @Override
    public Schema reference(Schema.Reference reference) {
        report.uses(reference.target());
        return reference;
    }

    @Override
    public Schema anything(Schema.Anything anything) {
        return anything;
    }

    /** Returns the report that receives the findings. */
    final LoweringReport report() {
        return report;
    }

    /** Returns schema notes with an additional sentence that replaces an unsupported keyword. */
    final Notes inWords(Notes notes, String keyword, String sentence) {
        report.unsupported(keyword);
        return ConstraintDescriptions.add(notes, sentence);
    }

    /**
     * Returns schema notes with additional sentences that replace the keywords for the minimum and maximum size. Both
     * keywords end with {@code suffix}.
     */
    final Notes inWords(Notes notes, Size size, String suffix, String thing) {
        if (size.min() == size.max()) {
            report.unsupported("min" + suffix);
            return inWords(notes, "max" + suffix, ConstraintDescriptions.exactly(size, thing));
        }
        Notes described = size.min() > 0
                ? inWords(notes, "min" + suffix, ConstraintDescriptions.atLeast(size.min(), thing))
                : notes;
        return size.hasMax()
                ? inWords(described, "max" + suffix, ConstraintDescriptions.atMost(size.max(), thing))
                : described;
    }
}
