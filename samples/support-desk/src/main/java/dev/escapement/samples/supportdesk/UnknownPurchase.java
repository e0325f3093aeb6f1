package dev.escapement.samples.supportdesk;

/** Thrown if an order does not exist. */
final class UnknownPurchase extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownPurchase(String orderId) {
        super("Order " + orderId + " does not exist. Ask the customer for the number.");
    }
}
