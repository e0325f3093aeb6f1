package dev.escapement.processor.schema;

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
 * Makes one schema of several, which accepts whatever one of them accepts: what they differ in is left open. For
 * dialects without {@code anyOf}.
 */
final class BranchMerger {

    private final LoweringReport report;

    private BranchMerger(LoweringReport report) {
        this.report = report;
    }

    /** One object for the branches of a choice; its description says what belongs together. */
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

    private Schema merge(Schema a, Schema b) {
        Notes notes = notes(a.notes(), b.notes());
        if (a instanceof Schema.Text one && b instanceof Schema.Text other) {
            return text(notes, one, other);
        } else if (a instanceof Schema.Numeric one && b instanceof Schema.Numeric other) {
            return new Schema.Numeric(
                    notes,
                    one.integer() && other.integer(),
                    wider(one.minimum(), other.minimum(), -1),
                    wider(one.maximum(), other.maximum(), 1),
                    null);
        } else if (a instanceof Schema.Bool && b instanceof Schema.Bool) {
            return new Schema.Bool(notes, null);
        } else if (a instanceof Schema.Array one && b instanceof Schema.Array other) {
            Schema items = report.inside("[]", () -> merge(one.items(), other.items()));
            return new Schema.Array(notes, items, wider(one.size(), other.size()), false);
        } else if (a instanceof Schema.Structure one && b instanceof Schema.Structure other) {
            return new Schema.Structure(notes, properties(one, other), one.ordering());
        } else if (a instanceof Schema.Dictionary one && b instanceof Schema.Dictionary other) {
            Schema values = report.inside(".*", () -> merge(one.values(), other.values()));
            return new Schema.Dictionary(notes, null, values, wider(one.size(), other.size()));
        }
        report.inexpressible(
                "is of different kinds in different types of one sealed interface, which the dialect sees as one object",
                "give the two different names");
        return a;
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

    /** The limit further outside; {@code outwards} is 1 for a maximum, -1 for a minimum. */
    private static @Nullable Bound wider(@Nullable Bound one, @Nullable Bound other, int outwards) {
        if (one == null || other == null) {
            return null;
        }
        return one.limit().compareTo(other.limit()) * outwards >= 0 ? one : other;
    }
}
