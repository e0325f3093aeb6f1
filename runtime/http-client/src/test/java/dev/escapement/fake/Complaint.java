package dev.escapement.fake;

/** The rejection of an invalid request with the message of its provider. */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Complaint(int status, String message) {
        super(message);
        this.status = status;
    }

    Complaint(String message) {
        this(400, message);
    }

    /**
     * The HTTP status that the provider answers with.
     *
     * @return 400, or what fits better
     */
    public int status() {
        return status;
    }
}
