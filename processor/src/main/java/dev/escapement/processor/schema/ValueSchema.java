package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;

/** The canonical schema of a value other than a tool's arguments. Not sent to a provider. */
public final class ValueSchema {

    private ValueSchema() {}

    /**
     * The schema as text.
     *
     * @param shape what the value looks like
     * @param types the types that the shape names
     * @param source what the value belongs to
     */
    public static SchemaText of(TypeShape shape, TypeModel types, SourceRef source) {
        SchemaDocument document = SchemaBuilder.build(shape, types, source);
        return SchemaDialect.JSON_SCHEMA.lower(document, source).text();
    }
}
