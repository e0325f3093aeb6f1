/**
 * JSON codecs: reading a value from text with every violation reported at its path, and writing it. {@link
 * dev.escapement.json.JsonText} holds any JSON value as text.
 *
 * <p>May use {@code dev.escapement.codegen}, {@code dev.escapement.internal} and the annotations in
 * {@code dev.escapement}. Types of Jackson do not occur in signatures.
 */
@NullMarked
package dev.escapement.json;

import org.jspecify.annotations.NullMarked;
