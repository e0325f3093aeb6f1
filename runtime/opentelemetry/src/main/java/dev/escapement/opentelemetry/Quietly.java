package dev.escapement.opentelemetry;

import java.util.function.Supplier;

/** Keeps faults of telemetry away from the thread that is watched: they go to the log. */
final class Quietly {

    private static final System.Logger LOG = System.getLogger(Quietly.class.getName());

    private Quietly() {}

    static void run(Runnable telemetry) {
        get(
                () -> {
                    telemetry.run();
                    return true;
                },
                false);
    }

    /** What telemetry gives, or something else if it fails. */
    static <T> T get(Supplier<T> telemetry, T otherwise) {
        try {
            return telemetry.get();
        } catch (RuntimeException | Error e) { // also an error: what a step has done must be recorded in any case
            LOG.log(System.Logger.Level.WARNING, "Telemetry failed; the thread goes on", e);
            return otherwise;
        }
    }
}
