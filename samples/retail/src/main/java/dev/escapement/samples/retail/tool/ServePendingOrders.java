package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Lets the desk for pending orders do what a customer has agreed to: cancel an order, or change its address, its payment
 * or its items. The desk reports what it did.
 *
 * @param request Account id of the customer, numbers of the orders, and the exact request
 */
@Tool
public record ServePendingOrders(String request) {}
