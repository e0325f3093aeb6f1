package dev.escapement.spring.guide;

import dev.escapement.Tool;

/**
 * Looks up an order.
 *
 * @param orderId the number of the order
 */
@Tool
record LookUpOrder(String orderId) {}
