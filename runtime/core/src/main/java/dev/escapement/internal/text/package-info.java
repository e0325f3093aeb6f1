/**
 * The text utilities shared by the runtime and the annotation processor. They are excerpts, name suggestions, and the
 * patterns of text forms. Not exported; shaded into the annotation processor.
 *
 * <p>May use the JDK only.
 */
@NullMarked
package dev.escapement.internal.text;

import org.jspecify.annotations.NullMarked;
