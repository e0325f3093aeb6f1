package ${package};

/** Thrown if an order does not exist. A step declares this exception, so the model receives its message. */
final class OrderNotFound extends Exception {
    private static final long serialVersionUID = 1L;

    OrderNotFound(String orderId) {
        super("Order " + orderId + " does not exist.");
    }
}
