package dev.escapement.samples.deploybot;

/** Thrown if a tag is deployed to production without an earlier deployment to staging. */
final class NotOnStaging extends Exception {

    private static final long serialVersionUID = 1L;

    NotOnStaging(String tag) {
        super(tag + " has not been on staging yet. Deploy it there first.");
    }
}
