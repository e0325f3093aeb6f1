package dev.escapement.processor.schema;

import dev.escapement.processor.diagnostic.SchemaQuantity;

/**
 * A limit of a dialect that a tool exceeds although it is meant for all tools of a request together.
 *
 * @param dialect the dialect
 * @param what what is counted
 * @param found how many the tool has
 * @param allowed how many a request may have
 */
public record LimitExceeded(SchemaDialect dialect, SchemaQuantity what, int found, int allowed) {}
