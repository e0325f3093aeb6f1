package dev.escapement.processor.schema;

import dev.escapement.processor.model.CodecModel;
import dev.escapement.processor.model.SourceRef;
import dev.escapement.processor.model.TypeModel;
import dev.escapement.processor.model.TypeShape;

/** A factory of canonical schemas for values other than the arguments of a tool. Not sent to a provider. */
public final class ValueSchema {

    private ValueSchema() {}

    /** Returns the canonical schema of the values of a codec as text. */
    public static SchemaText of(CodecModel codec) {
        return of(codec.root(), codec.types(), codec.source());
    }

    /**
     * Returns the canonical schema of a value as text.
     *
     * @param shape the shape of the value
     * @param types the types in the shape
     * @param source the element to which the value belongs
     */
    public static SchemaText of(TypeShape shape, TypeModel types, SourceRef source) {
        SchemaDocument document = SchemaBuilder.build(shape, types, source);
        return SchemaDialect.JSON_SCHEMA.lower(document, source).text();
    }
}
