/**
 * The lock file of an agent: its model, its text, and the comparison with a later version of the agent. The annotation
 * processor and the command line read and write the same files. Not exported; shaded into the annotation processor.
 *
 * <p>May use the JDK, {@code dev.escapement.internal.hash} and {@code dev.escapement.internal.tree} only.
 */
@NullMarked
package dev.escapement.internal.lock;

import org.jspecify.annotations.NullMarked;
