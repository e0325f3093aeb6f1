package dev.escapement.processor.schema;

import dev.escapement.processor.model.SourceRef;

/**
 * A recursive type that is truncated after a few levels in a dialect without recursion. Deeper values remain valid.
 *
 * @param source the component that refers back to the type
 * @param path the first path to it in the arguments, like {@code $.tree.children}
 * @param dialect the dialect
 * @param levels the number of nested occurrences of the type in the schema, including the outermost
 */
public record TruncatedRecursion(SourceRef source, String path, SchemaDialect dialect, int levels) {}
