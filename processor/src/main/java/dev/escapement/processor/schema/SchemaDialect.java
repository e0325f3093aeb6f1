package dev.escapement.processor.schema;

/** The forms in which a schema is printed; the constants of {@code dev.escapement.tool.Dialect}. */
public enum SchemaDialect {

    /** 2020-12, canonical: says everything that the decoder checks. */
    JSON_SCHEMA(true),

    /** OpenAI and compatible servers, not strict. */
    OPENAI(false);

    private final boolean ranges;

    SchemaDialect(boolean ranges) {
        this.ranges = ranges;
    }

    /** Whether the ranges of Java's number types are written. */
    boolean ranges() {
        return ranges;
    }
}
