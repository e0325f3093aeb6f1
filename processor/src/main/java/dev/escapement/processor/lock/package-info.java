/**
 * Lock files: the properties of agents on which stored threads depend, and the check that a change strands none of them.
 *
 * <p>May use {@code model}, {@code schema} and {@code diagnostic} only.
 */
@NullMarked
package dev.escapement.processor.lock;

import org.jspecify.annotations.NullMarked;
