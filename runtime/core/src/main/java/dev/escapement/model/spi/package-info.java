/**
 * The API for authors of model clients. It converts a conversation to a form that every provider accepts, and assembles
 * a reply from the fragments of a stream.
 *
 * <p>May use {@code dev.escapement.model} and the packages below it.
 */
@NullMarked
package dev.escapement.model.spi;

import org.jspecify.annotations.NullMarked;
