package dev.escapement.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A runner of measurements in interleaved rounds. Each round measures every subject once, so that a disturbance of the
 * machine affects all of them. The order of the subjects is reversed in every other round.
 */
public final class InterleavedRounds {

    /** A measurement of one subject in one round. */
    @FunctionalInterface
    public interface Task {

        /**
         * Performs the measurement.
         *
         * @return the measured values
         * @throws Exception if the subject fails
         */
        Sample measure() throws Exception;
    }

    private InterleavedRounds() {}

    /**
     * Measures the subjects and returns their medians.
     *
     * @param title the text of the progress lines
     * @param warmUp the number of rounds that do not count
     * @param rounds the number of rounds that count, 1 or more
     * @param subjects the subjects by name
     * @return the median of each subject, in the same order
     * @throws Exception if a subject fails
     */
    public static Map<String, Sample> run(String title, int warmUp, int rounds, Map<String, Task> subjects)
            throws Exception {
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        subjects.keySet().forEach(name -> samples.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(subjects.keySet());
        System.out.print(title + " ");
        for (int round = -warmUp; round < rounds; round++) {
            for (String name : order) {
                Sample sample = subjects.get(name).measure();
                if (round >= 0) {
                    samples.get(name).add(sample);
                }
            }
            Collections.reverse(order);
            System.out.print(round < 0 ? "w" : ".");
            System.out.flush();
        }
        System.out.println();
        Map<String, Sample> medians = new LinkedHashMap<>();
        samples.forEach((name, all) -> medians.put(name, Sample.median(all)));
        return medians;
    }
}
