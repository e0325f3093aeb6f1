package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * Something that a dialect has been seen to refuse, without a limit that is documented.
 *
 * @param source the component
 * @param path where that is in the arguments, as in {@link Obstacle}
 * @param dialect the dialect
 * @param reason why, as the rest of a sentence about it: "has 120 values"
 */
public record Doubt(SourceRef source, String path, SchemaDialect dialect, String reason) {}
