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

/** Tests of a budget of tokens or cost with a model whose replies do not contain the usage. */
class UnknownUsageTest {

    private final RecordedLog log = RecordedLog.of(ThreadExecution.class);

    @AfterEach
    void closeLog() {
        log.close();
    }

    private static ModelReply reply(String model, Usage usage) {
        return new ModelReply(
                "Hello",
                List.of(),
                usage,
                StopReason.COMPLETE,
                new ReplyProvenance("acme", model, "", "", ""),
                Optional.empty());
    }

    private static void run(Budget budget, ModelReply... replies) {
        Deque<String> ids = new ArrayDeque<>(List.of("t1", "t2", "t3"));
        Runner runner = DeskRunners.builder(new Desk(), ScriptedModel.of(replies))
                .ids(ids::remove)
                .budget(budget)
                .build();
        for (int i = 0; i < replies.length; i++) {
            runner.start("hello");
        }
    }

    private static RecordedLog.Entry warning(String model) {
        return new RecordedLog.Entry(RequestMessages.unknownUsage(model), null);
    }

    @Test
    void eachModelCausesOneWarning() {
        run(
                Budget.UNLIMITED.withTokens(1_000),
                reply("one", Usage.NONE),
                reply("one", Usage.NONE),
                reply("two", Usage.NONE));

        assertEquals(List.of(warning("one"), warning("two")), log.entries());
        assertEquals(
                "The model one does not report the usage of tokens, so the budgets of tokens and cost have no effect."
                        + " Enable usage in the settings of the client, or limit the number of requests with"
                        + " Budget.withModelCalls.",
                log.entries().get(0).message());
    }

    @Test
    void costBudgetAlsoRequiresUsage() {
        run(Budget.UNLIMITED.withCost(BigDecimal.ONE), reply("one", Usage.NONE), reply("one", Usage.NONE));

        assertEquals(List.of(warning("one")), log.entries());
    }

    @Test
    void usageOrNoBudgetCausesNoWarning() {
        run(Budget.UNLIMITED.withTokens(1_000), reply("one", new Usage(10, 1)));
        run(Budget.UNLIMITED.withModelCalls(10), reply("one", Usage.NONE));

        assertEquals(List.of(), log.entries());
    }
}
