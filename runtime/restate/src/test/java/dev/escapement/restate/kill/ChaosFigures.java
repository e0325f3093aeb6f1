package dev.escapement.restate.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counted figures of a run and the violations of rules. Safe for concurrent use. */
final class ChaosFigures {

    private final Map<String, Long> values = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /** Adds a number to a figure. */
    synchronized void add(String name, long more) {
        values.merge(name, more, Long::sum);
    }

    /** Sets a figure to a number if that is greater. */
    synchronized void max(String name, long value) {
        values.merge(name, value, Long::max);
    }

    /** Records a violation if a figure is less than a minimum. */
    synchronized void requireAtLeast(String name, long minimum) {
        long value = values.getOrDefault(name, 0L);
        require(value >= minimum, name + ": " + value + ", and not at least " + minimum + ".");
    }

    /** Records a violation unless a condition holds. */
    synchronized void require(boolean condition, String violation) {
        if (!condition) {
            violations.add(violation);
        }
    }

    /** Returns the violations. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Returns one line for each figure. */
    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
