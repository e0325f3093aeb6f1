package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.SchemaQuantity;

/**
 * A limit of a dialect for all tools of a request that one tool exceeds alone.
 *
 * @param dialect the dialect
 * @param what the counted quantity
 * @param found the number in the tool
 * @param allowed the maximum number in a request
 */
public record LimitExceeded(SchemaDialect dialect, SchemaQuantity what, int found, int allowed) {}
