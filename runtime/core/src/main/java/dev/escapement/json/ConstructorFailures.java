package dev.escapement.json;

import dev.escapement.codegen.JsonReader;

/**
 * Tells developers of exceptions that the model reads nothing of. A class of its own, so that reading alone sets up no
 * log.
 */
final class ConstructorFailures {

    private static final System.Logger LOG = System.getLogger(JsonReader.class.getName());

    private ConstructorFailures() {}

    /** Logs what a constructor threw that neither accepted the values nor refused them. */
    static void ofConstructor(String path, RuntimeException defect) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The constructor for the value at " + path + " failed. It was taken for a refusal; one that the model"
                        + " should read is an IllegalArgumentException.",
                defect);
    }
}
