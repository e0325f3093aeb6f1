package dev.escapement.processor.schema;

import dev.escapement.processor.model.CodecModel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas of a type in all dialects. The canonical schema is built once, then lowered to each dialect. */
public final class ToolSchemas {

    private final Map<SchemaDialect, LoweredSchema> lowered = new EnumMap<>(SchemaDialect.class);
    private final Map<SchemaDialect, SchemaText> texts = new EnumMap<>(SchemaDialect.class);

    private ToolSchemas(CodecModel codec) {
        SchemaDocument document = SchemaBuilder.build(codec);
        for (SchemaDialect dialect : SchemaDialect.values()) {
            lowered.put(dialect, dialect.lower(document, codec.source()));
        }
    }

    /** Returns the schemas of a type. */
    public static ToolSchemas of(CodecModel codec) {
        return new ToolSchemas(codec);
    }

    /** Returns the schema in a dialect. */
    public LoweredSchema in(SchemaDialect dialect) {
        return Objects.requireNonNull(lowered.get(dialect));
    }

    /** Returns the canonical schema. */
    public SchemaText canonical() {
        return text(SchemaDialect.JSON_SCHEMA);
    }

    /**
     * Returns the schema in a dialect as text, which is printed once.
     *
     * @throws IllegalStateException if the dialect cannot express the type
     */
    public SchemaText text(SchemaDialect dialect) {
        return texts.computeIfAbsent(dialect, key -> in(key).text());
    }

    /** Returns the schemas in the order of the dialects. */
    public List<LoweredSchema> all() {
        return List.copyOf(lowered.values());
    }
}
