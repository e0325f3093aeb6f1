/**
 * The JSON codecs, which write values and read them from text, with every violation reported at its path.
 * {@link dev.escapement.json.JsonText} holds any JSON value as text.
 *
 * <p>May use {@code dev.escapement.codegen}, {@code dev.escapement.internal} and the annotations in
 * {@code dev.escapement}. Types of Jackson do not occur in signatures.
 */
@NullMarked
package dev.escapement.json;

import org.jspecify.annotations.NullMarked;
