package dev.escapement.spring.guide;

import dev.escapement.Codec;

/**
 * An order.
 *
 * @param orderId the number of the order
 */
@Codec
record FoundOrder(String orderId) {}
