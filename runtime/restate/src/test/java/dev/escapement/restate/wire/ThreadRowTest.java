package dev.escapement.restate.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadRowTest {

    /** A journal that one process began does not match in another process if the text of the row differs. */
    @Test
    void labelsHaveTheSameOrderInAllProcesses() {
        Map<String, String> labels =
                IntStream.range(0, 40).boxed().collect(Collectors.toMap(i -> "label" + (100 - i), i -> "" + i));
        Map<String, String> reversed = new TreeMap<>(Collections.reverseOrder());
        reversed.putAll(labels);

        ThreadRow row =
                new ThreadRow("desk", 1, Standing.RUNNABLE, Instant.EPOCH, Instant.EPOCH, 0, false, reversed, false, 0);

        assertEquals(
                List.copyOf(new TreeMap<>(labels).keySet()),
                List.copyOf(row.labels().keySet()));
    }
}
