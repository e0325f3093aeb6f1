package dev.escapement.samples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterleavedRoundsTest {

    @Test
    void warmUpDoesNotCount() throws Exception {
        double[] next = {1_000};
        Map<String, Sample> medians =
                InterleavedRounds.run("test", 1, 3, Map.of("subject", () -> new Sample(next[0] = next[0] % 1_000 + 1)));
        assertEquals(3, medians.get("subject").value());
    }

    @Test
    void subjectsTakeTurnsInAlternatingOrder() throws Exception {
        List<String> order = new ArrayList<>();
        Map<String, InterleavedRounds.Task> subjects = new LinkedHashMap<>();
        for (String name : List.of("a", "b")) {
            subjects.put(name, () -> {
                order.add(name);
                return new Sample(1);
            });
        }
        assertEquals(
                List.of("a", "b"),
                List.copyOf(InterleavedRounds.run("test", 0, 2, subjects).keySet()));
        assertEquals(List.of("a", "b", "b", "a"), order);
    }

    @Test
    void tableDividesByTheReference() {
        Table table = new Table();
        Map<String, Sample> medians = new LinkedHashMap<>();
        medians.put("fast", new Sample(2, 1_234));
        medians.put("slow", new Sample(5));
        table.add("work", "µs", "fast", medians);
        assertEquals(
                List.of("| work | fast | 2.00 µs | 1.00 | 1,234 |  |", "|  | slow | 5.00 µs | 2.50 |  |  |"),
                table.markdown().lines().skip(2).toList());
    }
}
