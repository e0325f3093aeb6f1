/**
 * Prints the JSON Schema of a type, one printer a dialect.
 *
 * <p>Depends on {@code model}.
 */
@NullMarked
package dev.escapement.processor.schema;

import org.jspecify.annotations.NullMarked;
