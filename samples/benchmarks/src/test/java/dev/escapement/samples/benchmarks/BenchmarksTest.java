package dev.escapement.samples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One iteration of each benchmark. The benchmarks themselves check that each subject does all of its work. */
class BenchmarksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loop",
                "long-threads",
                "start",
                "codecs",
                "schemas",
                "appends",
                "stores",
                "resume",
                "index",
                "compile",
                "codec-processors"
            })
    void oneIterationFillsTheTable(String name) throws Exception {
        requireOneIteration(name);
    }

    /** Runs with {@code -Dbenchmarks.restate=PROGRAM}. */
    @ParameterizedTest
    @ValueSource(strings = {"restate", "restate-scaling"})
    @Tag("restate")
    void oneIterationOnRestateFillsTheTable(String name) throws Exception {
        assumeFalse(
                System.getProperty("benchmarks.restate", "").isBlank(),
                "The server of Restate is missing. Set benchmarks.restate to its program.");
        requireOneIteration(name);
    }

    @Test
    void selectionKeepsTheOrder() {
        assertEquals(List.of("loop", "codecs", "index"), names("index,loop", "codecs"));
    }

    @Test
    void allAndNoNameSelectEverything() {
        assertEquals(names(), names("all"));
        assertEquals(List.copyOf(Main.benchmarks().keySet()), names());
    }

    @Test
    void unknownNameIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Main.selected("loops"));
        assertTrue(refused.getMessage().startsWith("Unknown benchmark \"loops\". Use all"), refused.getMessage());
    }

    private static List<String> names(String... args) {
        return List.copyOf(Main.selected(args).keySet());
    }

    private static void requireOneIteration(String name) throws Exception {
        Table table = new Table();
        Main.benchmarks().get(name).run(Effort.SMOKE, table);
        assertFalse(table.rows().isEmpty());
        for (Row row : table.rows()) {
            assertTrue(row.sample().value() > 0, row.toString());
        }
        long lines = table.markdown().lines().count();
        assertEquals(table.rows().size() + 2, lines);
    }
}
