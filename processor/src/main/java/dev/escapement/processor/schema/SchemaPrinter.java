package dev.escapement.processor.schema;

import dev.escapement.processor.schema.Schema.Bound;
import dev.escapement.processor.schema.Schema.Expression;
import dev.escapement.processor.schema.Schema.Notes;
import dev.escapement.processor.schema.Schema.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A printer that writes schemas unchanged as compact JSON, with a line for each property, branch and definition. As a
 * visitor it writes the members of one schema, and returns the writer.
 */
final class SchemaPrinter implements Schema.Visitor<SchemaWriter> {

    private static final String NULL = "null";
    private static final String STRING = "string";
    private static final String OBJECT = "object";
    private static final int VALUES_A_LINE = 20;

    private final SchemaWriter out = new SchemaWriter();

    private SchemaPrinter() {}

    static SchemaText print(SchemaDocument document) {
        SchemaPrinter printer = new SchemaPrinter();
        printer.out.begin('{');
        printer.members(document.root());
        if (!document.definitions().isEmpty()) {
            printer.definitions(document);
        }
        printer.out.end('}');
        return printer.out.text();
    }

    private void definitions(SchemaDocument document) {
        out.name("$defs").begin('{');
        document.definitions().forEach((name, schema) -> {
            out.breakLine().name(name);
            schema(schema);
        });
        out.breakLine().end('}');
    }

    private void schema(Schema schema) {
        out.begin('{');
        members(schema);
        out.end('}');
    }

    private void members(Schema schema) {
        schema.accept(this);
        if (schema.notes().defaultJson() != null) {
            out.name("default").literal(schema.notes().defaultJson());
        }
    }

    @Override
    public SchemaWriter text(Schema.Text text) {
        begin(STRING, text.notes());
        values(text.values(), text.notes().nullable());
        return strings(text);
    }

    @Override
    public SchemaWriter number(Schema.Numeric number) {
        begin(number.integer() ? "integer" : "number", number.notes());
        bound("minimum", "exclusiveMinimum", number.minimum());
        bound("maximum", "exclusiveMaximum", number.maximum());
        if (number.step() != null) {
            out.name("multipleOf").literal(SchemaWriter.number(number.step()));
        }
        return out;
    }

    @Override
    public SchemaWriter array(Schema.Array array) {
        begin("array", array.notes());
        out.name("items");
        schema(array.items());
        size(array.size(), "Items");
        return array.unique() ? out.name("uniqueItems").literal("true") : out;
    }

    @Override
    public SchemaWriter anything(Schema.Anything anything) {
        return describe(anything.notes());
    }

    /**
     * Writes the patterns that result from the form and the constraints of a string. A schema has one pattern, so
     * several require an {@code allOf}.
     */
    private SchemaWriter strings(Schema.Text text) {
        if (!text.form().format().isEmpty()) {
            out.name("format").string(text.form().format());
        }
        size(text.length(), "Length");
        List<Expression> expressions = text.expressions();
        if (!text.form().regex().isEmpty()) {
            out.name("pattern").string(text.form().regex());
        } else if (expressions.size() == 1) {
            return out.name("pattern").string(expressions.get(0).regex());
        }
        if (!expressions.isEmpty()) {
            out.name("allOf").begin('[');
            for (Expression expression : expressions) {
                out.begin('{').name("pattern").string(expression.regex()).end('}');
            }
            out.end(']');
        }
        return out;
    }

    @Override
    public SchemaWriter bool(Schema.Bool bool) {
        begin("boolean", bool.notes());
        if (bool.only() != null) {
            out.name("enum").begin('[').literal(bool.only().toString());
            if (bool.notes().nullable()) {
                out.literal(NULL);
            }
            out.end(']');
        }
        return out;
    }

    @Override
    public SchemaWriter structure(Schema.Structure structure) {
        begin(OBJECT, structure.notes());
        out.name("properties").begin('{');
        for (Schema.Property property : structure.properties()) {
            out.breakLine().name(property.name());
            schema(property.schema());
        }
        if (!structure.properties().isEmpty()) {
            out.breakLine();
        }
        out.end('}').name("required").begin('[');
        structure.properties().stream()
                .filter(Schema.Property::required)
                .forEach(property -> out.string(property.name()));
        out.end(']').name("additionalProperties").literal("false");
        if (structure.ordering()) {
            out.name("propertyOrdering").begin('[');
            structure.properties().forEach(property -> out.string(property.name()));
            out.end(']');
        }
        return out;
    }

    @Override
    public SchemaWriter dictionary(Schema.Dictionary map) {
        begin(OBJECT, map.notes());
        if (map.keys() != null) {
            out.name("propertyNames").begin('{');
            values(map.keys().values(), false);
            strings(map.keys());
            out.end('}');
        }
        out.name("additionalProperties");
        schema(map.values());
        size(map.size(), "Properties");
        return out;
    }

    @Override
    public SchemaWriter choice(Schema.Choice choice) {
        describe(choice.notes());
        out.name("anyOf").begin('[');
        for (Schema branch : choice.branches()) {
            out.breakLine();
            schema(branch);
        }
        if (choice.notes().nullable()) {
            out.breakLine().begin('{').name("type").string(NULL).end('}');
        }
        return out.breakLine().end(']');
    }

    @Override
    public SchemaWriter reference(Schema.Reference reference) {
        describe(reference.notes());
        String target = reference.target().isEmpty() ? "#" : "#/$defs/" + reference.target();
        if (reference.notes().nullable()) {
            out.name("anyOf").begin('[');
            out.begin('{').name("$ref").string(target).end('}');
            out.begin('{').name("type").string(NULL).end('}');
            return out.end(']');
        }
        return out.name("$ref").string(target);
    }

    private void begin(String type, Notes notes) {
        out.name("type");
        if (notes.nullable()) {
            out.begin('[').string(type).string(NULL).end(']');
        } else {
            out.string(type);
        }
        describe(notes);
    }

    private SchemaWriter describe(Notes notes) {
        return notes.description().isEmpty() ? out : out.name("description").string(notes.description());
    }

    private void values(List<String> values, boolean nullable) {
        if (!values.isEmpty()) {
            out.name("enum").begin('[');
            for (int i = 0; i < values.size(); i++) {
                if (i > 0 && i % VALUES_A_LINE == 0) {
                    out.breakLine();
                }
                out.string(values.get(i));
            }
            if (nullable) {
                out.literal(NULL);
            }
            out.end(']');
        }
    }

    private void size(Size size, String of) {
        if (size.min() > 0) {
            out.name("min" + of).literal(Integer.toString(size.min()));
        }
        if (size.hasMax()) {
            out.name("max" + of).literal(Integer.toString(size.max()));
        }
    }

    private void bound(String inclusive, String exclusive, @Nullable Bound bound) {
        if (bound != null) {
            out.name(bound.exclusive() ? exclusive : inclusive).literal(SchemaWriter.number(bound.limit()));
        }
    }
}
