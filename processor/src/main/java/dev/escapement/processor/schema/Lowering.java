package dev.escapement.processor.schema;

import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes a schema apart and puts it together again, from the outside to the inside. As it is, it changes nothing, which
 * is right for the canonical schema; the subclass of a dialect overrides what the dialect does differently.
 */
class Lowering {

    private final LoweringReport report;

    Lowering(LoweringReport report) {
        this.report = report;
    }

    /** The whole document. */
    SchemaDocument lower(SchemaDocument document) {
        Schema root = lower(document.root());
        Map<String, Schema> definitions = new LinkedHashMap<>();
        document.definitions()
                .forEach((name, schema) -> definitions.put(name, report.inDefinition(name, () -> lower(schema))));
        return new SchemaDocument(root, definitions, document.recursive());
    }

    /** Any schema. */
    Schema lower(Schema schema) {
        if (schema instanceof Schema.Text text) {
            return text(text);
        } else if (schema instanceof Schema.Numeric number) {
            return number(number);
        } else if (schema instanceof Schema.Bool bool) {
            return bool(bool);
        } else if (schema instanceof Schema.Array array) {
            return array(array);
        } else if (schema instanceof Schema.Structure structure) {
            return structure(structure);
        } else if (schema instanceof Schema.Dictionary map) {
            return dictionary(map);
        } else if (schema instanceof Schema.Choice choice) {
            return choice(choice);
        } else if (schema instanceof Schema.Reference reference) {
            return reference(reference);
        }
        return anything((Schema.Anything) schema);
    }

    Schema.Text text(Schema.Text text) {
        return text;
    }

    Schema number(Schema.Numeric number) {
        return number;
    }

    Schema bool(Schema.Bool bool) {
        return bool;
    }

    Schema array(Schema.Array array) {
        Schema items = report.inside("[]", () -> lower(array.items()));
        return new Schema.Array(array.notes(), items, array.size(), array.unique());
    }

    Schema structure(Schema.Structure structure) {
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

    Schema dictionary(Schema.Dictionary map) {
        Schema values = report.inside(".*", () -> lower(map.values()));
        return new Schema.Dictionary(map.notes(), map.keys(), values, map.size());
    }

    Schema choice(Schema.Choice choice) {
        return new Schema.Choice(
                choice.notes(), choice.branches().stream().map(this::lower).toList());
    }

    Schema reference(Schema.Reference reference) {
        return reference;
    }

    Schema anything(Schema.Anything anything) {
        return anything;
    }

    /** Returns the report that receives the findings. */
    final LoweringReport report() {
        return report;
    }

    /** Says in words what the dialect has no keyword for. */
    final Notes inWords(Notes notes, String keyword, String sentence) {
        report.unsupported(keyword);
        return ConstraintDescriptions.add(notes, sentence);
    }

    /** Says in words how many there may be of something; {@code suffix} ends the two keywords. */
    final Notes inWords(Notes notes, Size size, String suffix, String thing) {
        if (size.min() == size.max()) {
            report.unsupported("min" + suffix);
            return inWords(notes, "max" + suffix, ConstraintDescriptions.exactly(size, thing));
        }
        Notes said = size.min() > 0
                ? inWords(notes, "min" + suffix, ConstraintDescriptions.atLeast(size.min(), thing))
                : notes;
        return size.hasMax() ? inWords(said, "max" + suffix, ConstraintDescriptions.atMost(size.max(), thing)) : said;
    }
}
