/**
 * The API for authors of model clients: the form of a conversation that every provider accepts, and the assembly of a
 * reply from the pieces of a stream.
 *
 * <p>May use {@code dev.escapement.model} and the packages below it.
 */
@NullMarked
package dev.escapement.model.spi;

import org.jspecify.annotations.NullMarked;
