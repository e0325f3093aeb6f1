package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A rule for which a dialect has no keyword, so that its schema states the rule in words.
 *
 * @param source the component that the rule is about
 * @param path where that is in the arguments, like {@code $.items[].sku}, or in a type that contains itself, like
 *     {@code Node.next}
 * @param dialect the dialect
 * @param keyword the keyword of JSON Schema
 */
public record UnsupportedKeyword(SourceRef source, String path, SchemaDialect dialect, String keyword) {}
