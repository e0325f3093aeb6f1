package dev.escapement.samples.retail.readme;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.engine.AgentLoop;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.FallbackModel;
import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RateLimit;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.testing.ReadmeExamples;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The examples of the README's section about models, word by word. */
class RetailReadmeTest {

    static Runner anAgentWithTwoModels(AgentLoop loop, String key, ThreadPrinter printer) {
        Model first = OpenAiModel.builderFromEnvironment()
                .prices(PriceTable.EMPTY.with("gpt-4o-mini", Prices.perMillion("0.15", "0.60")))
                .build();
        Model second = AnthropicModel.builder()
                .model("claude-sonnet-4-5")
                .apiKey(key)
                .prices(PriceTable.EMPTY.with("claude-sonnet-4-5", Prices.perMillion("3.00", "0.30", "3.75", "15.00")))
                .http(HttpSettings.DEFAULT.withRetries(4).withRateLimit(RateLimit.of(50, Duration.ofMinutes(1))))
                .build();
        Runner runner = Runner.of(loop)
                .model(FallbackModel.of(first, second))
                .listener(printer)
                .deltas(printer)
                .build();
        return runner;
    }

    @Test
    void examplesCompile() throws IOException {
        ReadmeExamples.assertContained("Models", 1, RetailReadmeTest.class);
    }
}
