package dev.escapement.samples.retail.shop;

/** A calculation has no result. The message says why. */
public final class CalculationException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message the reason
     */
    public CalculationException(String message) {
        super(message);
    }
}
