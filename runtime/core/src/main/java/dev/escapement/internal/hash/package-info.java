/**
 * The SHA-256 hash functions. Not exported; shaded into the annotation processor.
 *
 * <p>May use the JDK only.
 */
@NullMarked
package dev.escapement.internal.hash;

import org.jspecify.annotations.NullMarked;
