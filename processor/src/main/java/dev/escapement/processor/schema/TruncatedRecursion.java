package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A recursive type, of which a dialect without recursion shows a few levels only. Deeper values remain valid.
 *
 * @param source the component that leads back to the type
 * @param path where that is first in the arguments, like {@code $.tree.children}
 * @param dialect the dialect
 * @param levels the number of nested occurrences of the type that are written, the outermost included
 */
public record TruncatedRecursion(SourceRef source, String path, SchemaDialect dialect, int levels) {}
