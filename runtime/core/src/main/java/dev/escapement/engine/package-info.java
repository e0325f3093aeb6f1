/**
 * The API for engine and store authors. It consists of the loop that the processor generates, the commands that an
 * engine executes, the reducer that decides the next command, and the factory of the resulting events.
 *
 * <p>May use every package except {@code dev.escapement.run}.
 */
@NullMarked
package dev.escapement.engine;

import org.jspecify.annotations.NullMarked;
