package dev.escapement.samples.deploybot;

/** Thrown if the repository does not contain the requested tag. */
final class UnknownTag extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownTag(String name, String tags) {
        super("Unknown tag " + name + ". The tags are " + tags + ".");
    }
}
