package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.SchemaQuantity;

/**
 * A dialect's limit for all tools in a request, which a single tool already exceeds.
 *
 * @param dialect the dialect
 * @param what the quantity that is counted
 * @param found the number in the tool
 * @param allowed the maximum number in a request
 */
public record LimitExceeded(SchemaDialect dialect, SchemaQuantity what, int found, int allowed) {}
