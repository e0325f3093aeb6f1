package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fixture.Desk;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.Usage;
import dev.escapement.thread.Budget;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of a cost budget with a model without prices. */
class UnpricedModelTest {

    private static final Usage FREE = new Usage(10, 1);
    private static final Usage PAID = new Usage(10, 1, 0, new BigDecimal("0.01"));

    private final RecordedLog log = RecordedLog.of(ThreadExecution.class);

    @Test
    void isWarnedOfOnceAThread() {
        run(Budget.UNLIMITED.withCost(BigDecimal.ONE), FREE, FREE);
        assertEquals(List.of(new RecordedLog.Entry(RequestMessages.unpriced("t1"), null)), log.entries());
    }

    @Test
    void pricesOrNoCostBudgetCauseNoWarning() {
        run(Budget.UNLIMITED.withCost(BigDecimal.ONE), PAID, PAID);
        run(Budget.UNLIMITED, FREE, FREE);
        assertEquals(List.of(), log.entries());
    }

    private void run(Budget budget, Usage first, Usage second) {
        try (log;
                ScriptedModel model = ScriptedModel.of(
                        new ModelReply(
                                "",
                                ModelReply.call("c1", "note", "{\"text\":\"y\"}")
                                        .calls(),
                                first),
                        new ModelReply("Done.", List.of(), second))) {
            DeskRunners.builder(new Desk(), model).budget(budget).build().start("hello");
        }
    }
}
