package dev.escapement.samples.deploybot;

/** Thrown if a tag is to go to production that has not been on staging. */
final class NotOnStaging extends Exception {

    private static final long serialVersionUID = 1L;

    NotOnStaging(String tag) {
        super(tag + " has not been on staging yet. Deploy it there first.");
    }
}
