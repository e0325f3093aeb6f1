package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.DialectLimitation;
import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Form;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merger that combines several schemas into a schema that accepts the values of all of them, for dialects without
 * {@code anyOf}. The merged schema is unrestricted where they differ.
 */
final class BranchMerger {

    private final LoweringReport report;

    private BranchMerger(LoweringReport report) {
        this.report = report;
    }

    /** Returns one object schema for all branches of a choice. Its description lists the properties of each branch. */
    static Schema branches(Schema.Choice choice, LoweringReport report) {
        report.unsupported("anyOf");
        BranchMerger merger = new BranchMerger(report);
        Schema merged = choice.branches().get(0);
        String words = choice.notes().description();
        for (Schema branch : choice.branches()) {
            merged = merger.merge(merged, branch);
            words = ConstraintDescriptions.join(words, sentence((Schema.Structure) branch));
        }
        return merged.with(choice.notes().described(words));
    }

    private static String sentence(Schema.Structure branch) {
        Schema.Property discriminator = branch.properties().get(0);
        List<String> required = new ArrayList<>();
        List<String> optional = new ArrayList<>();
        for (Schema.Property property :
                branch.properties().subList(1, branch.properties().size())) {
            (property.required() ? required : optional).add(property.name());
        }
        String value = ((Schema.Text) discriminator.schema()).values().get(0);
        return ConstraintDescriptions.branch(
                discriminator.name(), value, branch.notes().description(), required, optional);
    }

    /** Returns a schema that accepts the values of both given schemas, and reports schemas of different kinds. */
    private Schema merge(Schema one, Schema other) {
        return one.accept(new PairMerger(other, notes(one.notes(), other.notes())));
    }

    /** A visitor that merges the visited schema with another schema. */
    private final class PairMerger implements Schema.Visitor<Schema> {

        private final Schema other;
        private final Notes notes;

        private PairMerger(Schema other, Notes notes) {
            this.other = other;
            this.notes = notes;
        }

        @Override
        public Schema text(Schema.Text one) {
            return other instanceof Schema.Text text ? BranchMerger.text(notes, one, text) : differentKinds(one);
        }

        @Override
        public Schema number(Schema.Numeric one) {
            return other instanceof Schema.Numeric number
                    ? new Schema.Numeric(
                            notes,
                            one.integer() && number.integer(),
                            wider(one.minimum(), number.minimum(), -1),
                            wider(one.maximum(), number.maximum(), 1),
                            null)
                    : differentKinds(one);
        }

        @Override
        public Schema bool(Schema.Bool one) {
            return other instanceof Schema.Bool ? new Schema.Bool(notes, null) : differentKinds(one);
        }

        @Override
        public Schema array(Schema.Array one) {
            if (!(other instanceof Schema.Array array)) {
                return differentKinds(one);
            }
            Schema items = report.inside("[]", () -> merge(one.items(), array.items()));
            return new Schema.Array(notes, items, wider(one.size(), array.size()), false);
        }

        @Override
        public Schema structure(Schema.Structure one) {
            return other instanceof Schema.Structure structure
                    ? new Schema.Structure(notes, properties(one, structure), one.ordering())
                    : differentKinds(one);
        }

        @Override
        public Schema dictionary(Schema.Dictionary one) {
            if (!(other instanceof Schema.Dictionary dictionary)) {
                return differentKinds(one);
            }
            Schema values = report.inside(".*", () -> merge(one.values(), dictionary.values()));
            return new Schema.Dictionary(notes, null, values, wider(one.size(), dictionary.size()));
        }

        @Override
        public Schema choice(Schema.Choice one) {
            return differentKinds(one);
        }

        @Override
        public Schema reference(Schema.Reference one) {
            return differentKinds(one);
        }

        @Override
        public Schema anything(Schema.Anything one) {
            return differentKinds(one);
        }

        private Schema differentKinds(Schema one) {
            report.inexpressible(DialectLimitation.DIFFERENT_KINDS);
            return one;
        }
    }

    private static Schema text(Notes notes, Schema.Text one, Schema.Text other) {
        List<String> values = new ArrayList<>();
        if (!one.values().isEmpty() && !other.values().isEmpty()) {
            values.addAll(one.values());
            other.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        }
        Form form = one.form().equals(other.form()) ? one.form() : Form.ANY;
        return new Schema.Text(notes, values, form, wider(one.length(), other.length()), List.of());
    }

    private List<Schema.Property> properties(Schema.Structure one, Schema.Structure other) {
        Map<String, Schema.Property> merged = new LinkedHashMap<>();
        one.properties().forEach(property -> merged.put(property.name(), property));
        for (Schema.Property property : other.properties()) {
            Schema.Property first = merged.get(property.name());
            Schema schema = first == null
                    ? property.schema()
                    : report.in(property, () -> merge(first.schema(), property.schema()));
            boolean required = first != null && first.required() && property.required();
            merged.put(property.name(), new Schema.Property(property.name(), required, schema, property.source()));
        }
        return merged.values().stream()
                .map(property -> has(other, property.name())
                        ? property
                        : new Schema.Property(property.name(), false, property.schema(), property.source()))
                .toList();
    }

    private static boolean has(Schema.Structure structure, String name) {
        return structure.properties().stream()
                .anyMatch(property -> property.name().equals(name));
    }

    private static Notes notes(Notes one, Notes other) {
        String description = one.description().equals(other.description())
                ? one.description()
                : ConstraintDescriptions.join(one.description(), other.description());
        return new Notes(description, one.nullable() || other.nullable(), null);
    }

    private static Size wider(Size one, Size other) {
        return new Size(Math.min(one.min(), other.min()), Math.max(one.max(), other.max()));
    }

    /** Returns the wider of two limits, where {@code outwards} is 1 for a maximum and -1 for a minimum. */
    private static @Nullable Bound wider(@Nullable Bound one, @Nullable Bound other, int outwards) {
        if (one == null || other == null) {
            return null;
        }
        return one.limit().compareTo(other.limit()) * outwards >= 0 ? one : other;
    }
}
