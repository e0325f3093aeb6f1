package dev.escapement.samples.retail.tool;

import dev.escapement.Tool;

/**
 * Lets the desk for delivered orders do what a customer has agreed to: request the return or the exchange of items. The
 * desk reports what it did.
 *
 * @param request Account id of the customer, numbers of the orders, and the exact request
 */
@Tool
public record ServeDeliveredOrders(String request) {}
