package dev.escapement.samples.retail.shop;

/** The shop cannot do what was asked. The message says why, in words that may be shown to anybody. */
public final class ShopException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
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
