package dev.escapement.opentelemetry;

import java.util.function.Supplier;

/** A guard that runs telemetry code and logs its failures, so that they never reach the agent thread. */
final class TelemetryGuard {

    private static final System.Logger LOG = System.getLogger(TelemetryGuard.class.getName());

    private TelemetryGuard() {}

    /**
     * Runs telemetry code and logs its failure, if any.
     *
     * @param telemetry the code
     */
    static void run(Runnable telemetry) {
        get(
                () -> {
                    telemetry.run();
                    return true;
                },
                false);
    }

    /**
     * Returns the result of telemetry code, or a substitute if the code fails.
     *
     * @param telemetry the code
     * @param substitute the value if the code fails
     * @param <T> the type of the value
     * @return one of the two
     */
    static <T> T get(Supplier<T> telemetry, T substitute) {
        try {
            return telemetry.get();
        } catch (RuntimeException | Error e) { // an Error too: the outcome of a step must be recorded in any case
            LOG.log(System.Logger.Level.WARNING, "Telemetry failed; the agent thread continues", e);
            return substitute;
        }
    }
}
