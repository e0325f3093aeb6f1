/**
 * The JSON values in annotations: a parser, and a printer with one canonical form.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package dev.escapement.processor.json;

import org.jspecify.annotations.NullMarked;
