package com.example.desk;

import dev.escapement.Tool;

/**
 * Refund an order.
 *
 * @param orderId The order number, like A-1042
 */
@Tool
record RefundOrder(String orderId) {}
