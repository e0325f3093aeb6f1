package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fixture.Desk;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.Budget;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests of a cost budget with a model without prices. */
class UnpricedModelTest {

    private static final Usage FREE = new Usage(10, 1);
    private static final Usage PAID = new Usage(10, 1, 0, new BigDecimal("0.01"));
    private static final Budget COST = Budget.UNLIMITED.withCost(BigDecimal.ONE);

    private final RecordedLog log = RecordedLog.of(ThreadExecution.class);

    @AfterEach
    void closeLog() {
        log.close();
    }

    private static ModelReply calling(String model, Usage usage) {
        return reply(model, usage, ModelReply.call("c1", "note", "{\"text\":\"y\"}"));
    }

    private static ModelReply saying(String model, Usage usage) {
        return reply(model, usage, ModelReply.text("Done."));
    }

    private static ModelReply reply(String model, Usage usage, ModelReply content) {
        return new ModelReply(
                content.text(),
                content.calls(),
                usage,
                StopReason.COMPLETE,
                new ReplyProvenance("acme", model, "", "", ""),
                Optional.empty());
    }

    private static RecordedLog.Entry warning(String model) {
        return new RecordedLog.Entry(RequestMessages.unpriced(model), null);
    }

    private static void run(int threads, Budget budget, ModelReply... replies) {
        Deque<String> ids = new ArrayDeque<>(List.of("t1", "t2", "t3"));
        Runner runner = DeskRunners.builder(new Desk(), ScriptedModel.of(replies))
                .ids(ids::remove)
                .budget(budget)
                .build();
        for (int i = 0; i < threads; i++) {
            runner.start("hello");
        }
    }

    @Test
    void eachModelCausesOneWarning() {
        run(3, COST, calling("one", FREE), saying("one", FREE), saying("one", FREE), saying("two", FREE));
        assertEquals(List.of(warning("one"), warning("two")), log.entries());
    }

    @Test
    void laterModelOfAThreadCausesAWarning() {
        run(1, COST, calling("one", PAID), saying("two", FREE));
        assertEquals(List.of(warning("two")), log.entries());
    }

    @Test
    void eachRunnerCausesAWarning() {
        run(1, COST, saying("one", FREE));
        run(1, COST, saying("one", FREE));
        assertEquals(List.of(warning("one"), warning("one")), log.entries());
    }

    @Test
    void pricesOrNoCostBudgetCauseNoWarning() {
        run(1, COST, calling("one", PAID), saying("one", PAID));
        run(1, Budget.UNLIMITED, calling("one", FREE), saying("one", FREE));
        assertEquals(List.of(), log.entries());
    }
}
