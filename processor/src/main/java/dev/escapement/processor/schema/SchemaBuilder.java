package dev.escapement.processor.schema;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Constraint;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A builder of the canonical schema of a type. Recursive types become definitions. All other types are written at
 * each place of use, unless that makes the schema too large. Each branch of a sealed interface begins with the
 * discriminator, a string with one value. An interface with one branch has the schema of that branch.
 */
public final class SchemaBuilder {

    private final TypeModel types;
    private final TypeShape root;
    private final Set<TypeShape.Named> recursive;

    /** The name of the definition for each referenced type. */
    private final Map<TypeShape.Named, String> names = new LinkedHashMap<>();

    /** The names of the used definitions, in the order of their first use. */
    private final Set<String> used = new LinkedHashSet<>();

    private final Map<String, Schema> made = new HashMap<>();

    private SchemaBuilder(TypeModel types, TypeShape root) {
        this.types = types;
        this.root = root;
        this.recursive = RecursiveTypes.in(types);
        Set<TypeShape.Named> shared = SharedTypes.in(types, recursive);
        for (TypeShape.Named named : types.definitions().keySet()) {
            if (recursive.contains(named) || shared.contains(named)) {
                names.put(named, free(named.type().simpleName().replaceAll("[^A-Za-z0-9_]", "_"), names.values()));
            }
        }
    }

    private static String free(String name, Collection<String> taken) {
        String candidate = name;
        for (int i = 2; taken.contains(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }

    /**
     * Returns the schema of a type without the type's own description. A tool has its description outside the schema.
     */
    public static SchemaDocument build(CodecModel codec) {
        SchemaBuilder builder = new SchemaBuilder(codec.types(), codec.root());
        Definition definition = codec.types().definition(codec.root());
        return builder.document(builder.definition(definition, Notes.NONE, codec.source()));
    }

    /** Returns the schema of a value of any shape, with the description of its type. */
    static SchemaDocument build(TypeShape shape, TypeModel types, SourceRef source) {
        SchemaBuilder builder = new SchemaBuilder(types, shape);
        if (shape instanceof TypeShape.Named named) {
            Definition definition = types.definition(named);
            return builder.document(builder.definition(definition, described(Notes.NONE, definition), source));
        }
        return builder.document(builder.schema(shape, Notes.NONE, source));
    }

    private SchemaDocument document(Schema schema) {
        Map<String, Schema> definitions = new LinkedHashMap<>();
        used.forEach(name -> definitions.put(name, Objects.requireNonNull(made.get(name))));
        Set<String> circular = new HashSet<>();
        recursive.forEach(named -> circular.add(Objects.requireNonNull(names.get(named))));
        return new SchemaDocument(schema, definitions, circular);
    }

    private Schema schema(TypeShape shape, Notes notes, SourceRef at) {
        return shape.accept(new ShapeSchema(notes, at));
    }

    /** A visitor that returns the schema of the visited shape. */
    private final class ShapeSchema implements TypeShape.Visitor<Schema> {

        private final Notes notes;
        private final SourceRef at;

        private ShapeSchema(Notes notes, SourceRef at) {
            this.notes = notes;
            this.at = at;
        }

        @Override
        public Schema scalar(TypeShape.Scalar scalar) {
            return ScalarSchemas.schema(scalar, notes);
        }

        @Override
        public Schema text(TypeShape.TextOf text) {
            return ScalarSchemas.schema(text.form(), notes);
        }

        @Override
        public Schema list(TypeShape.ListOf list) {
            boolean unique = list.container() == TypeShape.Container.SET;
            return new Schema.Array(notes, schema(list.element(), Notes.NONE, at), Size.ANY, unique);
        }

        @Override
        public Schema map(TypeShape.MapOf map) {
            Schema values = schema(map.value(), Notes.NONE, at);
            Notes ofKeys = notes;
            for (Constraint rule : map.key().constraints()) {
                ofKeys = ConstraintDescriptions.add(
                        ofKeys, ConstraintDescriptions.keys(rule, map.key().bare()));
            }
            return new Schema.Dictionary(ofKeys, key(map.key().bare(), map.key().constraints(), at), values, Size.ANY);
        }

        @Override
        public Schema optional(TypeShape.OptionalOf optional) {
            return optional.value().accept(this);
        }

        @Override
        public Schema constrained(TypeShape.Constrained constrained) {
            return ConstraintApplier.apply(
                    constrained.value().accept(this), constrained.bare(), constrained.constraints());
        }

        @Override
        public Schema nullable(TypeShape.NullableOf nullable) {
            return schema(nullable.value(), notes.nullable(true), at);
        }

        @Override
        public Schema named(TypeShape.Named named) {
            return SchemaBuilder.this.named(named, notes, at);
        }
    }

    private Schema.@Nullable Text key(TypeShape key, List<Constraint> rules, SourceRef at) {
        Schema schema =
                key instanceof TypeShape.Scalar scalar ? ScalarSchemas.key(scalar) : schema(key, Notes.NONE, at);
        List<Constraint> ofText = rules.stream()
                .filter(rule -> ConstraintDescriptions.keys(rule, key).isEmpty())
                .toList();
        Schema.Text text =
                (Schema.Text) ConstraintApplier.apply(schema, key, ofText).with(Notes.NONE);
        return text.isPlain() ? null : text;
    }

    private Schema named(TypeShape.Named named, Notes notes, SourceRef at) {
        Definition definition = types.definition(named);
        String name = names.get(named);
        if (name == null) {
            return definition(definition, described(notes, definition), at);
        } else if (named.equals(root)) {
            return new Schema.Reference(notes, "");
        }
        if (used.add(name)) {
            made.put(name, definition(definition, described(Notes.NONE, definition), at));
        }
        return new Schema.Reference(notes, name);
    }

    private Schema definition(Definition definition, Notes notes, SourceRef at) {
        return definition.accept(new Definition.Visitor<>() {
            @Override
            public Schema record(Definition.RecordShape record) {
                return new Schema.Structure(notes, properties(record), false);
            }

            @Override
            public Schema enumeration(Definition.EnumShape enumeration) {
                List<String> names = enumeration.constants().stream()
                        .map(Definition.Constant::jsonName)
                        .toList();
                return ScalarSchemas.oneOf(names, notes);
            }

            @Override
            public Schema union(Definition.UnionShape union) {
                return SchemaBuilder.this.union(union, notes, at);
            }
        });
    }

    private static Notes described(Notes notes, Definition definition) {
        return notes.description().isEmpty() ? notes.described(definition.description()) : notes;
    }

    private Schema union(Definition.UnionShape union, Notes notes, SourceRef at) {
        List<Schema> branches = new ArrayList<>();
        for (Definition.Branch branch : union.branches()) {
            List<Schema.Property> properties = new ArrayList<>();
            Schema value = ScalarSchemas.oneOf(List.of(branch.value()), Notes.NONE);
            properties.add(new Schema.Property(union.discriminator(), true, value, at));
            properties.addAll(properties(branch.record()));
            Notes words = Notes.NONE.described(branch.record().description());
            branches.add(new Schema.Structure(words, properties, false));
        }
        if (branches.size() == 1) {
            Schema only = branches.get(0);
            String words = only.notes().description();
            return only.with(
                    words.equals(notes.description())
                            ? notes
                            : notes.described(ConstraintDescriptions.join(notes.description(), words)));
        }
        if (branches.isEmpty()) { // the compiler reports the interface
            return new Schema.Structure(notes, List.of(), false);
        }
        return new Schema.Choice(notes, branches);
    }

    private List<Schema.Property> properties(Definition.RecordShape record) {
        return record.properties().stream()
                .map(property -> new Schema.Property(
                        property.name(),
                        property.required(),
                        schema(
                                property.type(),
                                new Notes(property.description(), false, property.defaultJson()),
                                property.source()),
                        property.source()))
                .toList();
    }
}
