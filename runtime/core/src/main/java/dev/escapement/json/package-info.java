/**
 * The codecs that read and write JSON and report each violation with its path. {@link dev.escapement.json.JsonText}
 * holds any JSON value as text.
 *
 * <p>May use {@code dev.escapement.codegen}, {@code dev.escapement.internal} and the annotations in
 * {@code dev.escapement}. Jackson types do not occur in signatures.
 */
@NullMarked
package dev.escapement.json;

import org.jspecify.annotations.NullMarked;
