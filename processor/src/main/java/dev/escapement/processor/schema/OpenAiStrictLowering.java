package dev.escapement.processor.schema;

import dev.escapement.processor.schema.Schema.Expression;
import dev.escapement.processor.schema.Schema.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The lowering for {@code OPENAI_STRICT}. Every property is required, so an optional property becomes nullable. A
 * separate null schema is not accepted everywhere, so null is always one of two types: in a choice the first branch is
 * nullable, and a nullable reference refers to a separate definition. A reference has no other keywords: its
 * description is part of the description of the enclosing object. The branches of a choice begin with different
 * properties if possible.
 */
final class OpenAiStrictLowering extends RestrictedLowering {

    private static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    /** The names of the definitions that are also needed in a nullable form. */
    private final Set<String> orNull = new LinkedHashSet<>();

    OpenAiStrictLowering(LoweringReport report) {
        super(report, FORMATS);
    }

    @Override
    SchemaDocument lower(SchemaDocument document) {
        SchemaDocument lowered = super.lower(document);
        Map<String, Schema> definitions = new LinkedHashMap<>(lowered.definitions());
        Set<String> recursive = new HashSet<>(document.recursive());
        for (String target : orNull) {
            if (target.isEmpty() || document.recursive().contains(target)) {
                recursive.add(orNull(target));
            }
            Schema schema =
                    target.isEmpty() ? lowered.root() : lowered.definitions().get(target);
            definitions.put(orNull(target), orNull(Objects.requireNonNull(schema)));
        }
        SchemaDocument complete = new SchemaDocument(lowered.root(), definitions, recursive);
        OpenAiLimits.check(SchemaStatistics.of(complete), report());
        return complete;
    }

    private static String orNull(String target) {
        return (target.isEmpty() ? "root" : target) + "-or-null"; // not a name of a Java type
    }

    /** Returns a nullable form of an object or of a choice between objects. */
    private static Schema orNull(Schema schema) {
        if (schema instanceof Schema.Choice choice) {
            List<Schema> branches = new ArrayList<>(choice.branches());
            branches.set(0, orNull(branches.get(0)));
            return new Schema.Choice(choice.notes().nullable(false), branches);
        }
        return schema.with(schema.notes().nullable(true));
    }

    /** Returns at most one pattern, preferably one that cannot be described in words. */
    @Override
    List<Expression> patterns(Schema.Text text) {
        List<Expression> all = text.expressions();
        return all.stream()
                .filter(expression -> !expression.hasWords())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Schema structure(Schema.Structure before) {
        Schema.Structure structure = (Schema.Structure) super.structure(before);
        Notes notes = structure.notes();
        List<Schema.Property> properties = new ArrayList<>();
        for (Schema.Property property : structure.properties()) {
            String description = property.schema().notes().description();
            if (property.schema() instanceof Schema.Reference && !description.isEmpty()) {
                notes = ConstraintDescriptions.add(
                        notes, ConstraintDescriptions.property(property.name(), description));
                Schema reference = property.schema().with(Notes.NONE);
                properties.add(new Schema.Property(property.name(), true, reference, property.source()));
            } else {
                properties.add(property);
            }
        }
        return new Schema.Structure(notes, properties, false);
    }

    @Override
    Schema.Property property(Schema.Property property) {
        Notes notes = property.schema().notes();
        String sentence = notes.nullable() || notes.defaultJson() == null
                ? ""
                : ConstraintDescriptions.nullIsDefault(notes.defaultJson());
        Schema schema =
                property.required() ? property.schema() : property.schema().with(notes.nullable(true));
        Schema.Property required = new Schema.Property(property.name(), true, lower(schema), property.source());
        return defaultInWords(required, sentence);
    }

    @Override
    public Schema dictionary(Schema.Dictionary map) {
        return closed(map);
    }

    @Override
    public Schema choice(Schema.Choice before) {
        Schema distinct = BranchOrdering.of((Schema.Choice) super.choice(before), report());
        return distinct.notes().nullable() ? orNull(distinct) : distinct;
    }

    @Override
    public Schema reference(Schema.Reference reference) {
        if (!reference.notes().nullable()) {
            return super.reference(reference);
        }
        report().uses(reference.target());
        orNull.add(reference.target());
        return new Schema.Reference(reference.notes().nullable(false), orNull(reference.target()));
    }
}
