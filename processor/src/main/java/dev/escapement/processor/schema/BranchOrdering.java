package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.SchemaFinding;
import dev.escapement.processor.schema.Schema.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An ordering of the properties in the branches of a choice. Some OpenAI models require that branches begin with
 * different properties. Branches that consist of the discriminator only are merged into one. As many other branches as
 * possible begin with a unique property; in the remaining ones the discriminator is first.
 */
final class BranchOrdering {

    private final List<Schema.Structure> branches;
    private final LoweringReport report;

    /** The index of the branch that begins with a property, by property name. */
    private final Map<String, Integer> owners = new HashMap<>();

    private BranchOrdering(List<Schema.Structure> branches, LoweringReport report) {
        this.branches = branches;
        this.report = report;
    }

    static Schema of(Schema.Choice choice, LoweringReport report) {
        List<Schema.Structure> structures = new ArrayList<>();
        for (Schema branch : choice.branches()) {
            if (!(branch instanceof Schema.Structure structure)) {
                return choice;
            }
            structures.add(structure);
        }
        List<Schema.Structure> merged = merge(structures);
        if (merged.size() == 1) {
            Schema only = merged.get(0);
            String words = ConstraintDescriptions.join(
                    choice.notes().description(), only.notes().description());
            return only.with(choice.notes().described(words));
        }
        return new Schema.Choice(choice.notes(), new BranchOrdering(merged, report).arranged());
    }

    /** Merges all branches that have only one property into the first of these branches. */
    private static List<Schema.Structure> merge(List<Schema.Structure> branches) {
        List<Schema.Structure> bare = branches.stream()
                .filter(branch -> branch.properties().size() == 1)
                .toList();
        if (bare.size() < 2) {
            return branches;
        }
        List<Schema.Structure> merged = new ArrayList<>(branches);
        int first = branches.indexOf(bare.get(0));
        merged.removeIf(branch -> branch.properties().size() == 1);
        merged.add(first, together(bare));
        return merged;
    }

    private static Schema.Structure together(List<Schema.Structure> bare) {
        Schema.Property first = bare.get(0).properties().get(0);
        List<String> values = new ArrayList<>();
        String words = "";
        for (Schema.Structure branch : bare) {
            List<String> own = ((Schema.Text) branch.properties().get(0).schema()).values();
            values.addAll(own);
            String description = branch.notes().description();
            if (!description.isEmpty()) {
                words = ConstraintDescriptions.join(words, ConstraintDescriptions.property(own.get(0), description));
            }
        }
        Schema.Text all = ScalarSchemas.oneOf(values, Notes.NONE);
        return new Schema.Structure(
                Notes.NONE.described(words),
                List.of(new Schema.Property(first.name(), true, all, first.source())),
                false);
    }

    private List<Schema> arranged() {
        for (int i = 0; i < branches.size(); i++) {
            place(i, new HashSet<>());
        }
        Map<Integer, String> firsts = new HashMap<>();
        owners.forEach((name, branch) -> firsts.put(branch, name));
        List<Schema> arranged = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            Schema.Structure branch = branches.get(i);
            if (firsts.containsKey(i)) {
                arranged.add(beginning(branch, Objects.requireNonNull(firsts.get(i))));
            } else {
                arranged.add(branch);
                notDistinct(branch);
            }
        }
        return arranged;
    }

    /**
     * Assigns a unique first property to a branch, and returns whether this succeeds. Reassigns other branches if
     * necessary, along the augmenting paths of a maximum matching.
     */
    private boolean place(int branch, Set<String> tried) {
        for (Schema.Property property : branches.get(branch).properties()) {
            if (tried.add(property.name())) {
                Integer owner = owners.get(property.name());
                if (owner == null || place(owner, tried)) {
                    owners.put(property.name(), branch);
                    return true;
                }
            }
        }
        return false;
    }

    /** Reports a branch that cannot begin with a unique property. */
    private void notDistinct(Schema.Structure branch) {
        String first = branch.properties().get(0).name();
        Schema.Structure other = branches.get(Objects.requireNonNull(owners.get(first)));
        report.risk(
                SchemaFinding.SAME_BEGINNING.with(value(other), value(branch), first), SchemaFinding.OTHER_PROPERTY);
    }

    /** Returns the discriminator value of a branch. The discriminator remains the first property. */
    private static String value(Schema.Structure branch) {
        Schema.Text discriminator = (Schema.Text) branch.properties().get(0).schema();
        return discriminator.values().get(0);
    }

    private static Schema.Structure beginning(Schema.Structure branch, String first) {
        List<Schema.Property> properties = new ArrayList<>(branch.properties());
        properties.removeIf(property -> !property.name().equals(first));
        branch.properties().stream()
                .filter(property -> !property.name().equals(first))
                .forEach(properties::add);
        return new Schema.Structure(branch.notes(), properties, branch.ordering());
    }
}
