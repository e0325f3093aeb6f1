package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.DialectLimitation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A visitor that replaces references with their definitions, for dialects without references. A recursive type is
 * repeated a limited number of times; a deeper property is omitted if it is optional, and so is a deeper branch of a
 * choice. The schema therefore accepts values of bounded depth only.
 */
final class ReferenceInliner implements Schema.Visitor<Optional<Schema>> {

    /** The maximum number of nested occurrences of a recursive type, including the outermost. */
    private static final int MAX_LEVELS = 3;

    /** The number of inlined schemas above which recursive types have fewer levels. */
    private static final int MAX_NODES = 500;

    /**
     * The maximum number of inlined schemas if recursive types have only one level. Types that contain each other twice
     * double the number with each level.
     */
    private static final int MAX_NODES_OF_ONE_LEVEL = 5_000;

    private final SchemaDocument document;
    private final LoweringReport report;
    private final int levels;
    private final int maxNodes;
    private final Map<String, Integer> open = new HashMap<>();
    private int depth;
    private int nodes;
    private boolean blocked;

    private ReferenceInliner(SchemaDocument document, LoweringReport report, int levels) {
        this.document = document;
        this.report = report;
        this.levels = levels;
        this.maxNodes = levels == 1 ? MAX_NODES_OF_ONE_LEVEL : MAX_NODES;
    }

    /**
     * Returns the root schema of a document, with all references replaced by their definitions. If this is impossible,
     * reports a finding and returns empty.
     */
    static Optional<Schema> of(SchemaDocument document, LoweringReport report) {
        LoweringReport found = report.fresh();
        ReferenceInliner first = new ReferenceInliner(document, found, 1);
        Optional<Schema> best = first.unrolled("", document.root());
        if (first.isTooLarge()) {
            report.inexpressible(DialectLimitation.TOO_MANY_PARTS.with(MAX_NODES_OF_ONE_LEVEL));
            return Optional.empty();
        }
        for (int levels = 2; best.isPresent() && levels <= MAX_LEVELS; levels++) {
            LoweringReport more = report.fresh();
            ReferenceInliner attempt = new ReferenceInliner(document, more, levels);
            Optional<Schema> result = attempt.unrolled("", document.root());
            if (result.isEmpty() || attempt.isTooLarge()) {
                break;
            }
            best = result;
            found = more;
        }
        if (best.isPresent()) {
            report.addTruncations(found);
        } else {
            report.addInexpressible(found);
        }
        return best;
    }

    private boolean isTooLarge() {
        return nodes > maxNodes;
    }

    private Optional<Schema> unrolled(String target, Schema definition) {
        open.merge(target, 1, Integer::sum);
        Optional<Schema> result = schema(definition);
        open.merge(target, -1, Integer::sum);
        return result;
    }

    private Optional<Schema> schema(Schema schema) {
        nodes += depth > 0 ? 1 : 0;
        return isTooLarge() ? Optional.empty() : schema.accept(this);
    }

    @Override
    public Optional<Schema> text(Schema.Text text) {
        return Optional.of(text);
    }

    @Override
    public Optional<Schema> number(Schema.Numeric number) {
        return Optional.of(number);
    }

    @Override
    public Optional<Schema> bool(Schema.Bool bool) {
        return Optional.of(bool);
    }

    @Override
    public Optional<Schema> array(Schema.Array array) {
        return report.inside("[]", () -> schema(array.items()))
                .map(items -> new Schema.Array(array.notes(), items, array.size(), array.unique()));
    }

    @Override
    public Optional<Schema> dictionary(Schema.Dictionary map) {
        return report.inside(".*", () -> schema(map.values()))
                .map(values -> new Schema.Dictionary(map.notes(), map.keys(), values, map.size()));
    }

    @Override
    public Optional<Schema> anything(Schema.Anything anything) {
        return Optional.of(anything);
    }

    @Override
    public Optional<Schema> reference(Schema.Reference reference) {
        String target = reference.target();
        if (open.getOrDefault(target, 0) >= levels) {
            return Optional.empty();
        }
        depth++;
        Schema definition =
                target.isEmpty() ? document.root() : document.definitions().get(target);
        Optional<Schema> result = unrolled(target, Objects.requireNonNull(definition));
        depth--;
        return result.map(inner -> inner.with(over(reference.notes(), inner.notes())));
    }

    /** Returns the notes of a reference, with the description of the referenced type if the reference has none. */
    private static Schema.Notes over(Schema.Notes place, Schema.Notes type) {
        return place.description().isEmpty() ? place.described(type.description()) : place;
    }

    @Override
    public Optional<Schema> structure(Schema.Structure structure) {
        List<Schema.Property> properties = new ArrayList<>();
        for (Schema.Property property : structure.properties()) {
            Optional<Schema> schema = report.in(property, () -> {
                Optional<Schema> inner = schema(property.schema());
                if (inner.isEmpty()) {
                    leftOut(property.required());
                }
                return inner;
            });
            if (schema.isEmpty() && property.required()) {
                return Optional.empty();
            }
            schema.ifPresent(inner -> properties.add(
                    new Schema.Property(property.name(), property.required(), inner, property.source())));
        }
        return Optional.of(new Schema.Structure(structure.notes(), properties, structure.ordering()));
    }

    @Override
    public Optional<Schema> choice(Schema.Choice choice) {
        List<Schema> branches = new ArrayList<>();
        for (Schema branch : choice.branches()) {
            schema(branch).ifPresentOrElse(branches::add, () -> report.truncated(levels));
        }
        return branches.isEmpty() ? Optional.empty() : Optional.of(new Schema.Choice(choice.notes(), branches));
    }

    private void leftOut(boolean required) {
        if (!required) {
            report.truncated(levels);
        } else if (!blocked) {
            blocked = true;
            report.inexpressible(DialectLimitation.REQUIRED_RECURSION);
        }
    }
}
