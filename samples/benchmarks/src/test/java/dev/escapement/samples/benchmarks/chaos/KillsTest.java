package dev.escapement.samples.benchmarks.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A short run of the kill test. */
class KillsTest {

    @Test
    void fewKillsAndRacesViolateNoRule() throws Exception {
        Figures figures = Kills.run(new KillOptions(4, 5, 1));
        assertEquals(List.of(), figures.violations());
        assertTrue(figures.get(Killer.KILLS) >= 4, figures.markdown());
        assertTrue(figures.get(Killer.INSIDE) >= 2, figures.markdown());
        assertEquals(5, figures.get("races of two processes"), figures.markdown());
        assertTrue(figures.get("effects in the ledger") > 0, figures.markdown());
    }
}
