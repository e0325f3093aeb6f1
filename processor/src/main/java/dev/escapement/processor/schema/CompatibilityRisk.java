package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A component that a dialect may refuse: some of its models did, or it exceeds an undocumented limit.
 *
 * @param source the component
 * @param path where that is in the arguments, as in {@link Inexpressible}
 * @param dialect the dialect
 * @param reason why, as the rest of a sentence about it: "has 120 values"
 * @param remedy what to write instead, as the rest of a sentence: "use fewer values"
 */
public record CompatibilityRisk(SourceRef source, String path, SchemaDialect dialect, String reason, String remedy) {}
