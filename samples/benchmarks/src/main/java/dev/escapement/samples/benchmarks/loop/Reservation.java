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

    static Reservation of(String orderId, int quantity, List<String> skus) {
        return new Reservation(orderId, quantity * skus.size(), skus);
    }
}
