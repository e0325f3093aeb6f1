package dev.escapement.json;

/**
 * Tells developers of exceptions that the model reads nothing of. A class of its own, so that reading alone sets up no
 * log.
 */
final class Defects {

    private static final System.Logger LOG = System.getLogger(JsonReader.class.getName());

    private Defects() {}

    /** Logs what a constructor threw that neither accepted the values nor refused them. */
    static void ofConstructor(String path, RuntimeException defect) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The constructor for the value at " + path + " failed. It was taken for a refusal; one that the model"
                        + " should read is an IllegalArgumentException.",
                defect);
    }
}
