package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A constraint that is stated in a description, because the dialect lacks the corresponding keyword.
 *
 * @param source the constrained component
 * @param path the path to it in the arguments, like {@code $.items[].sku}, or in a recursive type, like {@code
 *     Node.next}
 * @param dialect the dialect
 * @param keyword the keyword of JSON Schema
 */
public record UnsupportedKeyword(SourceRef source, String path, SchemaDialect dialect, String keyword) {}
