package dev.escapement.processor.read;

/** A type is not there yet: another processor may generate it in a later round. */
public final class UnresolvedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    UnresolvedTypeException(String type) {
        super(type, null, false, false);
        this.type = type;
    }

    /** The type as it is written. */
    public String type() {
        return type;
    }
}
