package dev.escapement.fake.client;

import java.util.Map;
import java.util.TreeMap;

/** A table of counts by category. */
public final class Counts {

    private final String title;
    private final Map<String, Integer> counts = new TreeMap<>();

    public Counts(String title) {
        this.title = title;
    }

    public void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    public int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Prints the table. */
    public void print() {
        StringBuilder table = new StringBuilder(title + ", " + total() + " together:\n");
        counts.forEach((what, count) -> table.append("%6d  %s%n".formatted(count, what)));
        System.out.print(table);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
