package dev.escapement.json;

import dev.escapement.codegen.JsonReader;

/**
 * A logger for constructor exceptions that are not reported to the model. A separate class, so that decoding alone does
 * not initialize logging.
 */
final class ConstructorFailures {

    private static final System.Logger LOG = System.getLogger(JsonReader.class.getName());

    private ConstructorFailures() {}

    /** Logs an exception that a constructor threw for a reason other than invalid values. */
    static void ofConstructor(String path, RuntimeException defect) {
        LOG.log(
                System.Logger.Level.WARNING,
                "The constructor for the value at " + path + " failed. The value was rejected without the"
                        + " message. Throw an IllegalArgumentException for a message to the model.",
                defect);
    }
}
