package dev.escapement.processor.schema;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.Definition;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;
import java.util.List;
import java.util.Map;

/**
 * Prints the JSON Schema of a type in one dialect. Types that contain themselves stand in {@code $defs}; all others
 * stand where they are used. Sealed interfaces are {@code anyOf}, with the discriminator first in each branch.
 */
public final class SchemaPrinter {

    private static final String NULL = "null";

    private final TypeModel types;
    private final TypeShape.Named root;
    private final SchemaDialect dialect;
    private final Map<TypeShape.Named, String> recursive;
    private final SchemaWriter out = new SchemaWriter();

    private SchemaPrinter(CodecModel codec, SchemaDialect dialect) {
        this.types = codec.types();
        this.root = codec.root();
        this.dialect = dialect;
        this.recursive = Recursion.names(types);
    }

    /** The schema of a type. The description of the type itself is left out: a tool has it beside its schema. */
    public static SchemaText print(CodecModel codec, SchemaDialect dialect) {
        SchemaPrinter printer = new SchemaPrinter(codec, dialect);
        printer.root();
        return printer.out.text();
    }

    private void root() {
        out.begin('{');
        definition(types.definition(root), "", false);
        boolean defs = recursive.keySet().stream().anyMatch(named -> !named.equals(root));
        if (defs) {
            out.name("$defs").begin('{');
            recursive.forEach((named, name) -> {
                if (!named.equals(root)) {
                    Definition definition = types.definition(named);
                    out.breakLine().name(name).begin('{');
                    definition(definition, definition.description(), false);
                    out.end('}');
                }
            });
            out.breakLine().end('}');
        }
        out.end('}');
    }

    private void schema(TypeShape shape, String description, boolean nullable) {
        if (shape instanceof TypeShape.OptionalOf optional) {
            schema(optional.value(), description, nullable);
        } else if (shape instanceof TypeShape.NullableOf inner) {
            schema(inner.value(), description, true);
        } else {
            out.begin('{');
            members(shape, description, nullable);
            out.end('}');
        }
    }

    private void members(TypeShape shape, String description, boolean nullable) {
        if (shape instanceof TypeShape.Scalar scalar) {
            scalar(scalar, description, nullable);
        } else if (shape instanceof TypeShape.ListOf list) {
            type("array", nullable);
            describe(description);
            out.name("items");
            schema(list.element(), "", false);
        } else if (shape instanceof TypeShape.MapOf map) {
            type("object", nullable);
            describe(description);
            out.name("additionalProperties");
            schema(map.value(), "", false);
        } else if (shape instanceof TypeShape.Named named) {
            named(named, description, nullable);
        }
    }

    private void scalar(TypeShape.Scalar scalar, String description, boolean nullable) {
        type(
                switch (scalar) {
                    case STRING -> "string";
                    case BOOLEAN -> "boolean";
                    case INT, LONG -> "integer";
                    case DOUBLE, DECIMAL -> "number";
                },
                nullable);
        describe(description);
        if (dialect.ranges()) {
            switch (scalar) {
                case INT -> range(Integer.toString(Integer.MIN_VALUE), Integer.toString(Integer.MAX_VALUE));
                case LONG -> range(Long.toString(Long.MIN_VALUE), Long.toString(Long.MAX_VALUE));
                case DOUBLE -> range(Double.toString(-Double.MAX_VALUE), Double.toString(Double.MAX_VALUE));
                case STRING, BOOLEAN, DECIMAL -> {}
            }
        }
    }

    private void range(String minimum, String maximum) {
        out.name("minimum").literal(minimum);
        out.name("maximum").literal(maximum);
    }

    private void named(TypeShape.Named named, String description, boolean nullable) {
        Definition definition = types.definition(named);
        String words = description.isEmpty() ? definition.description() : description;
        String name = recursive.get(named);
        if (name == null) {
            definition(definition, words, nullable);
            return;
        }
        String reference = named.equals(root) ? "#" : "#/$defs/" + name;
        describe(words);
        if (nullable) {
            out.name("anyOf").begin('[');
            out.begin('{').name("$ref").string(reference).end('}');
            out.begin('{').name("type").string(NULL).end('}');
            out.end(']');
        } else {
            out.name("$ref").string(reference);
        }
    }

    private void definition(Definition definition, String description, boolean nullable) {
        if (definition instanceof Definition.RecordShape record) {
            type("object", nullable);
            describe(description);
            object(record.properties(), "", "");
        } else if (definition instanceof Definition.EnumShape constants) {
            type("string", nullable);
            describe(description);
            out.name("enum").begin('[');
            constants.constants().forEach(constant -> out.string(constant.jsonName()));
            if (nullable) {
                out.literal(NULL);
            }
            out.end(']');
        } else if (definition instanceof Definition.UnionShape union) {
            union(union, description, nullable);
        }
    }

    private void union(Definition.UnionShape union, String description, boolean nullable) {
        describe(description);
        out.name("anyOf").begin('[');
        for (Definition.Branch branch : union.branches()) {
            out.breakLine().begin('{').name("type").string("object");
            describe(branch.record().description());
            object(branch.record().properties(), union.discriminator(), branch.value());
            out.end('}');
        }
        if (nullable) {
            out.breakLine().begin('{').name("type").string(NULL).end('}');
        }
        out.breakLine().end(']');
    }

    /** The members of an object; with a discriminator, that is its first property. */
    private void object(List<Definition.Property> properties, String discriminator, String value) {
        out.name("properties").begin('{');
        if (!discriminator.isEmpty()) {
            out.breakLine().name(discriminator).begin('{');
            type("string", false);
            out.name("enum").begin('[').string(value).end(']').end('}');
        }
        for (Definition.Property property : properties) {
            out.breakLine().name(property.name());
            schema(property.type(), property.description(), false);
        }
        if (!discriminator.isEmpty() || !properties.isEmpty()) {
            out.breakLine();
        }
        out.end('}').name("required").begin('[');
        if (!discriminator.isEmpty()) {
            out.string(discriminator);
        }
        properties.stream().filter(Definition.Property::required).forEach(property -> out.string(property.name()));
        out.end(']').name("additionalProperties").literal("false");
    }

    private void type(String type, boolean nullable) {
        out.name("type");
        if (nullable) {
            out.begin('[').string(type).string(NULL).end(']');
        } else {
            out.string(type);
        }
    }

    private void describe(String description) {
        if (!description.isEmpty()) {
            out.name("description").string(description);
        }
    }
}
