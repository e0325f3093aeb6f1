package dev.escapement.samples.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * One measurement, or the median of several.
 *
 * @param value the measured value, in the unit of the benchmark
 * @param bytes the allocated bytes per operation; NaN if they are not measured
 */
public record Sample(double value, double bytes) {

    /**
     * Creates a measurement whose memory allocation is unknown.
     *
     * @param value the measured value, in the unit of the benchmark
     */
    public Sample(double value) {
        this(value, Double.NaN);
    }

    /** Returns the medians of the values and of the bytes, computed separately. */
    static Sample median(List<Sample> samples) {
        return new Sample(
                middle(samples.stream().mapToDouble(Sample::value).toArray()),
                middle(samples.stream().mapToDouble(Sample::bytes).toArray()));
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
