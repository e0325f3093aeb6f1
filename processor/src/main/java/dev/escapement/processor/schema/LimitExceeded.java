package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.SchemaQuantity;

/**
 * A dialect's limit on all tools of a request that a single tool exceeds.
 *
 * @param dialect the dialect
 * @param what the quantity that is counted
 * @param found the number in the tool
 * @param allowed the maximum number in a request
 */
public record LimitExceeded(SchemaDialect dialect, SchemaQuantity what, int found, int allowed) {}
