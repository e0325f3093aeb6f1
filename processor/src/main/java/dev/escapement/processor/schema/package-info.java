/**
 * Makes the JSON Schema of a type: {@code SchemaBuilder} builds the canonical tree once, a {@code Lowering} for each
 * dialect changes it to what that dialect can carry and notes what is lost, {@code SchemaPrinter} prints the result.
 *
 * <p>Depends on {@code model}, and on {@code diagnostic} for the findings that it notes.
 */
@NullMarked
package dev.escapement.processor.schema;

import org.jspecify.annotations.NullMarked;
