package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration MAX = Duration.ofMinutes(5);

    @Test
    void delaysDoubleUpToTheMaximum() {
        BackOff backOff = new BackOff(MAX, () -> 0.5);

        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L),
                IntStream.rangeClosed(1, 11)
                        .mapToObj(failures -> backOff.after(failures).toSeconds())
                        .toList());
        assertEquals(MAX, backOff.after(Integer.MAX_VALUE));
    }

    @Test
    void delaysVaryByAQuarter() {
        assertEquals(Duration.ofMillis(1_500), new BackOff(MAX, () -> 0).after(2));
        assertEquals(Duration.ofMillis(2_500), new BackOff(MAX, () -> 1).after(2));
    }

    @Test
    void timesVaryBetweenTwoFactors() {
        assertEquals(Duration.ofSeconds(1), new BackOff(MAX, () -> 0).varied(Duration.ofSeconds(1), 1, 1.25));
        assertEquals(Duration.ofMillis(1_250), new BackOff(MAX, () -> 1).varied(Duration.ofSeconds(1), 1, 1.25));
    }
}
