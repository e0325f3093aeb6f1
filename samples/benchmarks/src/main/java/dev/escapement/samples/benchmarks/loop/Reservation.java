package dev.escapement.samples.benchmarks.loop;

import java.util.List;

/**
 * The result of the measured step.
 *
 * @param orderId the order number
 * @param units the number of reserved units
 * @param skus the reserved article numbers
 */
public record Reservation(String orderId, int units, List<String> skus) {

    /** Whether the process ends at the first call to the tool. */
    private static final boolean HALT = Boolean.getBoolean("benchmarks.halt");

    static Reservation of(String orderId, int quantity, List<String> skus) {
        if (HALT) {
            System.out.println(orderId);
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
        return new Reservation(orderId, quantity * skus.size(), skus);
    }
}
