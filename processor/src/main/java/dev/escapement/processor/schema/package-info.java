/**
 * The JSON Schemas of types: {@code SchemaBuilder} builds the canonical tree once, a {@code Lowering} for each
 * dialect replaces the keywords that the dialect does not support and records the findings, {@code SchemaPrinter}
 * prints the result.
 *
 * <p>Depends on {@code model}, and on {@code diagnostic} for the findings that it notes.
 */
@NullMarked
package dev.escapement.processor.schema;

import org.jspecify.annotations.NullMarked;
