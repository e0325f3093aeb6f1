package com.example.desk;

import dev.escapement.Tool;

/**
 * Look up an order.
 *
 * @param orderId The order number, like A-1042
 */
@Tool
record LookUpOrder(String orderId) {}
