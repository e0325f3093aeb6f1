package dev.escapement.wire;

/** What a provider reports as an error where a reply should be: in the middle of a stream, or under a status of 2xx. */
public final class ProviderFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean temporary;

    /**
     * Takes note of a fault.
     *
     * @param code the provider's name for it
     * @param message what the provider says; a key in it is taken out before anybody reads it
     * @param temporary whether the same request may succeed a little later
     */
    public ProviderFault(String code, String message, boolean temporary) {
        super(message);
        this.code = code;
        this.temporary = temporary;
    }

    /**
     * The provider's name for the fault.
     *
     * @return the name; empty if it has none
     */
    public String code() {
        return code;
    }

    /**
     * Whether the same request may succeed a little later.
     *
     * @return whether it is worth asking again
     */
    public boolean isTemporary() {
        return temporary;
    }
}
