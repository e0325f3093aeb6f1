package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.FallbackModel;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.run.DriveException;
import dev.escapement.run.Runner;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that spans and metrics of a fallback describe the model that replied or failed last. */
class FallbackSpansTest {

    private static final ModelInfo CLAUDE = new ModelInfo("anthropic", "claude", "claude.example.com", 443);

    private static final Attributes REPLIED = Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "anthropic")
            .put("gen_ai.response.model", "claude-2026")
            .build();

    private static final Attributes FAILED = Attributes.builder()
            .put("gen_ai.operation.name", "chat")
            .put("gen_ai.provider.name", "anthropic")
            .put("gen_ai.request.model", "claude")
            .put("server.address", "claude.example.com")
            .put("server.port", 443L)
            .put("error.type", "529")
            .build();

    private final TelemetryCollector collector = new TelemetryCollector();
    private final Logger log = Logger.getLogger(FallbackModel.class.getName());

    @BeforeEach
    void silenceTheExpectedWarning() {
        log.setFilter(entry -> false);
    }

    @AfterEach
    void shutDown() {
        log.setFilter(null);
        collector.close();
    }

    private Runner runner(Model model) {
        return Runner.of(new LampShopLoop(new LampShop()))
                .model(model)
                .ids(() -> "t1")
                .interceptor(AgentTelemetry.of(collector.sdk()))
                .build();
    }

    private static Model failing(ModelInfo info) {
        return new LampShopModel(info, request -> {
            throw new ModelUnavailableException(info, "overloaded", 529, null, null);
        });
    }

    /** The server and the requested name of the other model are unknown. */
    @Test
    void replyOfOtherProviderOmitsRequestedModel() {
        ModelReply reply = ModelReply.builder()
                .call("c1", "close", LampShopModel.close("c1").arguments())
                .provenance(new ReplyProvenance("anthropic", "claude-2026", "", "", ""))
                .build();

        runner(FallbackModel.of(failing(LampShopModel.INFO), request -> reply)).start("Help");

        assertEquals(REPLIED, common(collector.span("chat")));
        assertEquals(Set.of(REPLIED), measured());
    }

    @Test
    void failureDescribesTheLastModel() {
        Runner runner = runner(FallbackModel.of(failing(LampShopModel.INFO), failing(CLAUDE)));

        assertThrows(DriveException.class, () -> runner.start("Help"));

        assertEquals(FAILED, common(collector.span("chat claude")));
        assertEquals(Set.of(FAILED), measured());
    }

    /** Returns the common attributes of spans and metrics. */
    private static Attributes common(SpanData span) {
        return span.getAttributes().toBuilder()
                .remove(Conventions.CONVERSATION_ID)
                .remove(Conventions.FINISH_REASONS)
                .build();
    }

    private Set<Attributes> measured() {
        return collector.metric("gen_ai.client.inference.duration").getData().getPoints().stream()
                .map(PointData::getAttributes)
                .collect(Collectors.toSet());
    }
}
