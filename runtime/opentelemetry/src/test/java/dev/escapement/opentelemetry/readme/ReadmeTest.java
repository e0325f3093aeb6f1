package dev.escapement.opentelemetry.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.opentelemetry.AgentTelemetry;
import dev.escapement.run.Runner;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** This class contains the example of the README's section about OpenTelemetry, so the example compiles. */
class ReadmeTest {

    private static final Pattern SECTION = Pattern.compile("\n## With OpenTelemetry\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static Runner aTracedAgent(AgentLoop loop, Model model, OpenTelemetry openTelemetry) {
        Runner runner = Runner.of(loop)
                .model(model)
                .interceptor(AgentTelemetry.of(openTelemetry))
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
                .map(block -> withoutSpace(block.group(1)))
                .toList();
        String here = withoutSpace(Files.readString(
                Path.of("src/test/java/dev/escapement/opentelemetry/readme/ReadmeTest.java"), StandardCharsets.UTF_8));
        assertEquals(1, blocks.size());
        assertTrue(here.contains(blocks.get(0)), blocks.get(0));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
