package dev.escapement.jdbc.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a proof, and the violations of its rules. Safe for concurrent use. */
final class ChaosReport {

    private final Map<String, Long> figures = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    synchronized void add(String figure, long count) {
        figures.merge(figure, count, Long::sum);
    }

    synchronized void max(String figure, long value) {
        figures.merge(figure, value, Long::max);
    }

    synchronized long get(String figure) {
        return figures.getOrDefault(figure, 0L);
    }

    /** Records a violation unless a condition is true. */
    synchronized void require(boolean condition, String rule, String detail) {
        if (!condition) {
            violations.add(rule + ": " + detail);
        }
    }

    /** Records a violation if a figure is too low, with which the proof would prove little. */
    void requireAtLeast(long floor, String figure) {
        long value = get(figure);
        require(value >= floor, "too low a figure", figure + " is " + value + ", not " + floor + " or more");
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        figures.forEach((figure, value) ->
                text.append(figure).append(": ").append(value).append('\n'));
        violations.forEach(
                violation -> text.append("VIOLATION ").append(violation).append('\n'));
        return text.toString();
    }
}
