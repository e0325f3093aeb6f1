/**
 * Language models and their requests, replies, prices, rate limits, fallbacks and exceptions. These types are
 * independent of threads and agents.
 *
 * <p>May use {@code dev.escapement.model.spi}, {@code dev.escapement.tool} and the packages below it.
 */
@NullMarked
package dev.escapement.model;

import org.jspecify.annotations.NullMarked;
