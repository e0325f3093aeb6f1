/**
 * The parser for JSON values in annotations, and the printer for their canonical form.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package dev.escapement.processor.json;

import org.jspecify.annotations.NullMarked;
