package dev.escapement.http.client;

/** Thrown if a provider reports an error in place of a reply, either in a stream or in a 2xx response. */
public final class ProviderErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorBody error;

    /**
     * Creates an exception with a message.
     *
     * @param code the provider's name of the error; empty if it has none
     * @param message the provider's message; a key in it is removed before it reaches a log or another exception
     * @param temporary whether the same request may succeed later
     */
    public ProviderErrorException(String code, String message, boolean temporary) {
        this(new ErrorBody(message, code, temporary));
    }

    ProviderErrorException(ErrorBody error) {
        super(error.message());
        this.error = error;
    }

    /**
     * Returns an exception for an error, with a substitute message if the error does not have one.
     *
     * @param error a string, or an object with a message
     * @param code the provider's name of the error; empty if it has none
     * @param temporary whether the same request may succeed later
     * @return the exception
     */
    public static ProviderErrorException of(ProviderJson error, String code, boolean temporary) {
        String message = error.isText() ? error.text() : error.get("message").textOrJson();
        return new ProviderErrorException(
                code, message.isBlank() ? "The provider reports an error without a message." : message, temporary);
    }

    /**
     * Returns the provider's code for the error.
     *
     * @return the code; empty if there is none
     */
    public String code() {
        return error.code();
    }

    /**
     * Returns whether the error is temporary, so that the same request may succeed later.
     *
     * @return true if a retry is useful
     */
    public boolean isTemporary() {
        return error.isTemporary();
    }

    /** Returns the complete error. */
    ErrorBody error() {
        return error;
    }
}
