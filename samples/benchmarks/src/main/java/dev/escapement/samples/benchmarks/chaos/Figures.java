package dev.escapement.samples.benchmarks.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The counted figures of a run, in the order of their first use, and the violations. Safe for concurrent use. */
final class Figures {

    private static final int MAX_PRINTED = 40;

    private final Map<String, Long> values = new LinkedHashMap<>();
    private final Map<String, Long> violated = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();

    /** Adds a number to a figure, which begins at 0. */
    synchronized void add(String name, long more) {
        values.merge(name, more, Long::sum);
    }

    /** Adds a number to a figure that must remain 0, and records a description if the number is not 0. */
    synchronized void require0(String rule, long more, String description) {
        violated.merge(rule, more, Long::sum);
        if (more != 0) {
            violations.add(rule + ": " + description);
        }
    }

    /** Returns a figure. */
    synchronized long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    /** Returns whether a figure that must be 0 is not. */
    synchronized boolean hasViolations() {
        return !violations.isEmpty();
    }

    /** Returns the descriptions of the violations. */
    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Returns the figures as a Markdown table, followed by the first violations. */
    synchronized String markdown() {
        StringBuilder text = new StringBuilder("| figure | value | must be |\n|---|--:|--:|\n");
        values.forEach((name, value) -> text.append(String.format(Locale.ROOT, "| %s | %,d | |%n", name, value)));
        violated.forEach((rule, value) -> text.append(String.format(Locale.ROOT, "| %s | %,d | 0 |%n", rule, value)));
        violations.stream()
                .limit(MAX_PRINTED)
                .forEach(violation -> text.append("\nVIOLATION ").append(violation));
        return text.append('\n').toString();
    }
}
