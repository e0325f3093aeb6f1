/**
 * Language models as functions from a {@link dev.escapement.model.ModelRequest} to a {@link
 * dev.escapement.model.ModelReply}, with prices, rate limits, fallback and exceptions; independent of threads and
 * agents.
 *
 * <p>May use {@code dev.escapement.model.spi}, {@code dev.escapement.tool} and the packages below it.
 */
@NullMarked
package dev.escapement.model;

import org.jspecify.annotations.NullMarked;
