package dev.escapement.processor.model;

/** The policies for unknown properties of an object. */
public enum UnknownPolicy {
    REJECT,
    IGNORE,
    /** The policy of the file that contains the decoder. */
    OF_FILE;

    /** Returns whether unknown properties are ignored in a file with a given policy. */
    public boolean ignores(boolean file) {
        return switch (this) {
            case REJECT -> false;
            case IGNORE -> true;
            case OF_FILE -> file;
        };
    }
}
