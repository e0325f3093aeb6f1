/**
 * The language models, their requests and replies, prices, rate limits, fallback and exceptions; independent of threads
 * and agents.
 *
 * <p>May use {@code dev.escapement.model.spi}, {@code dev.escapement.tool} and the packages below it.
 */
@NullMarked
package dev.escapement.model;

import org.jspecify.annotations.NullMarked;
