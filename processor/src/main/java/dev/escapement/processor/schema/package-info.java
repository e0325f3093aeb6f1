/**
 * The generator of JSON Schemas. {@code SchemaBuilder} builds the canonical tree once, a {@code Lowering} for each
 * dialect replaces unsupported keywords and records the findings, and {@code SchemaPrinter} prints the result.
 *
 * <p>Depends on {@code model}, and on {@code diagnostic} for the wording of its findings.
 */
@NullMarked
package dev.escapement.processor.schema;

import org.jspecify.annotations.NullMarked;
