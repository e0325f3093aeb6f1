package dev.escapement.opentelemetry.readme;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.Model;
import dev.escapement.opentelemetry.AgentTelemetry;
import dev.escapement.run.Runner;
import dev.escapement.testing.ReadmeExamples;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** This class contains the example of the README's section about OpenTelemetry, so the example compiles. */
class OpenTelemetryReadmeTest {

    static Runner aTracedAgent(AgentLoop loop, Model model, OpenTelemetry openTelemetry) {
        Runner runner = Runner.of(loop)
                .model(model)
                .interceptor(AgentTelemetry.of(openTelemetry))
                .build();
        return runner;
    }

    @Test
    void examplesCompile() throws IOException {
        ReadmeExamples.assertContained("With OpenTelemetry", 1, OpenTelemetryReadmeTest.class);
    }
}
