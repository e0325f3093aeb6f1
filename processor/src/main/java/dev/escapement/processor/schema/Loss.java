package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A rule that a dialect has no keyword for, so that its schema says it in words.
 *
 * @param source the component that the rule is about
 * @param path where that is in the arguments, like {@code $.items[].sku}, or in a type that contains itself, like
 *     {@code Node.next}
 * @param dialect the dialect
 * @param keyword what JSON Schema calls the rule
 */
public record Loss(SourceRef source, String path, SchemaDialect dialect, String keyword) {}
