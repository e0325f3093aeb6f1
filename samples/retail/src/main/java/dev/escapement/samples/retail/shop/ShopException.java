package dev.escapement.samples.retail.shop;

/** Thrown if the shop rejects a request. The message states the reason and is safe to show to customers. */
public final class ShopException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message for the model.
     *
     * @param message the reason
     */
    public ShopException(String message) {
        super(message);
    }

    /** Throws an exception unless a condition holds. */
    static void unless(boolean condition, String message) throws ShopException {
        if (!condition) {
            throw new ShopException(message);
        }
    }
}
