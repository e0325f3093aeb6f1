package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.model.SourceRef;

/**
 * A component that a provider may reject because it exceeds an undocumented limit or resembles components that some
 * models have rejected.
 *
 * @param source the component
 * @param path the path to it in the arguments, as in {@link Inexpressible}
 * @param dialect the dialect
 * @param reason the reason
 * @param remedy the remedy
 */
public record CompatibilityRisk(SourceRef source, String path, SchemaDialect dialect, Clause reason, Clause remedy) {}
