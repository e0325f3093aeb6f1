/**
 * Hashing. Not exported.
 *
 * <p>May use the JDK only.
 */
@NullMarked
package dev.escapement.internal.hash;

import org.jspecify.annotations.NullMarked;
