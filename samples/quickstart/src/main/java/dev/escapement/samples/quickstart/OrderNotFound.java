package dev.escapement.samples.quickstart;

/** Thrown if an order number is unknown. */
public final class OrderNotFound extends Exception {

    private static final long serialVersionUID = 1L;

    OrderNotFound(String orderId) {
        super("Order " + orderId + " does not exist. Ask the customer for the number on the invoice.");
    }
}
