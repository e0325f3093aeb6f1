package dev.escapement.samples.benchmarks;

/**
 * A row of the result table, for one subject in one case.
 *
 * @param work the measured work and its size
 * @param subject the measured library
 * @param sample the median
 * @param unit the unit of the value
 * @param times the value divided by the value of the reference subject
 * @param note the reference of the ratio, and further figures
 */
public record Row(String work, String subject, Sample sample, String unit, double times, String note) {}
