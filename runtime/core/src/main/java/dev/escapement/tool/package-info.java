/**
 * Tool specifications and tool calls. The processor generates one specification for each {@link dev.escapement.Tool}; a
 * model makes the calls. Usable without an agent.
 *
 * <p>May use {@code dev.escapement.json}, {@code dev.escapement.codegen} and the packages below them.
 */
@NullMarked
package dev.escapement.tool;

import org.jspecify.annotations.NullMarked;
