package dev.escapement.samples.retail.shop;

/** Thrown if an expression cannot be evaluated. The message states the reason. */
public final class CalculationException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with a message for the model.
     *
     * @param message the reason
     */
    public CalculationException(String message) {
        super(message);
    }
}
