package com.example.desk;

import dev.escapement.Tool;

/**
 * Place an order.
 *
 * @param line The article
 */
@Tool
public record PlaceOrder(OrderLine line) {}
