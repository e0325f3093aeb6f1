package dev.escapement.samples.deploybot;

/** The repository has no such tag. */
final class UnknownTag extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownTag(String name, String tags) {
        super("There is no tag " + name + ". The tags are " + tags + ".");
    }
}
