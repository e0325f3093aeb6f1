package dev.escapement.samples.retail.shop;

/** Thrown when the shop rejects a request. The message states the reason and may be shown to customers. */
public final class ShopException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message the reason
     */
    public ShopException(String message) {
        super(message);
    }

    /** Insists on a condition. */
    static void unless(boolean condition, String message) throws ShopException {
        if (!condition) {
            throw new ShopException(message);
        }
    }
}
