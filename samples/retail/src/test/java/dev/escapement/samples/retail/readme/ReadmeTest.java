package dev.escapement.samples.retail.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.engine.AgentLoop;
import dev.escapement.model.FallbackModel;
import dev.escapement.model.Model;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RateLimit;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.http.HttpSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of the README's section about models stands in this class, word by word. */
class ReadmeTest {

    private static final Pattern SECTION = Pattern.compile("\n## Models\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

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
    void theExampleCompiles() throws IOException {
        Matcher section = SECTION.matcher(Files.readString(Path.of("../../README.md"), StandardCharsets.UTF_8));
        assertTrue(section.find(), "the section");
        List<String> blocks = JAVA_BLOCK
                .matcher(section.group(1))
                .results()
                .map(block -> withoutSpace(block.group(1).replaceAll(" //.*", "")))
                .toList();
        String here = withoutSpace(Files.readString(
                Path.of("src/test/java/dev/escapement/samples/retail/readme/ReadmeTest.java"), StandardCharsets.UTF_8));
        assertEquals(1, blocks.size());
        blocks.forEach(block -> assertTrue(here.contains(block), block));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
