package dev.escapement.json;

/** The failure of an {@link dev.escapement.Upcast} method. The cause is the exception that the method threw. */
public final class UpcastException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String from;

    UpcastException(String from, Throwable cause) {
        super("the conversion from the form " + from + " failed", cause);
        this.from = from;
    }

    /**
     * Returns the form that the method converts.
     *
     * @return the prefix of its fingerprint, as specified by {@link dev.escapement.Upcast#from}
     */
    public String from() {
        return from;
    }
}
