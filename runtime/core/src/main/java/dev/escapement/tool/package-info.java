/**
 * The tools as data: the specifications that the processor generates, one for each {@link dev.escapement.Tool}, and the
 * calls that a model makes. Usable without an agent.
 *
 * <p>May use {@code dev.escapement.json}, {@code dev.escapement.codegen} and the packages below them.
 */
@NullMarked
package dev.escapement.tool;

import org.jspecify.annotations.NullMarked;
