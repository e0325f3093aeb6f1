package dev.escapement.opentelemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.FallbackModel;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.run.Approver;
import dev.escapement.run.DriveException;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.tool.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of the names and attributes of all spans and metrics of a representative run, compared with a file. The system
 * property {@code golden.update} rewrites the file, so that a review shows the change to users' dashboards.
 */
@ExtendWith(SilencedDefectLog.class)
class SpanGoldenTest {

    private static final Path GOLDEN =
            Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/goldens/spans.txt");

    private static final String UPDATE = "To update: mvn test -pl runtime/opentelemetry -am -Dtest=SpanGoldenTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true";

    private static final ModelInfo CLAUDE = new ModelInfo("anthropic", "claude", "claude.example.com", 443);

    private final TelemetryCollector collector = new TelemetryCollector();
    private final SpanReport report = new SpanReport(collector);
    private final InMemoryThreadStore store = new InMemoryThreadStore();
    private final Logger fallbackLog = Logger.getLogger(FallbackModel.class.getName());

    @BeforeEach
    void silenceTheExpectedWarning() {
        fallbackLog.setFilter(entry -> false);
    }

    @AfterEach
    void shutDown() {
        fallbackLog.setFilter(null);
        collector.close();
    }

    private Runner runner(String threadId, boolean content, Model model) {
        return Runner.of(new LampShopLoop(new LampShop()))
                .model(model)
                .store(store)
                .ids(() -> threadId)
                .interceptor(AgentTelemetry.of(collector.sdk()).withContent(content))
                .build();
    }

    private static ModelReply calls(Call... calls) {
        return LampShopModel.detailed("", StopReason.COMPLETE, calls);
    }

    private static Model unavailable(ModelInfo info) {
        return new LampShopModel(info, request -> {
            throw new ModelUnavailableException(info, "overloaded", 529, null, null);
        });
    }

    private static ModelReply claude(String replyId, Call call) {
        return new ModelReply(
                "",
                List.of(call),
                new Usage(100, 7),
                StopReason.COMPLETE,
                new ReplyProvenance("anthropic", "claude-2026", replyId, "", ""),
                Optional.empty());
    }

    @Test
    void spansAndMetricsMatchTheGolden() throws IOException {
        report.line(
                        "# Spans and metrics in OpenTelemetry's semantic conventions for generative AI. Events are listed by name.")
                .line("# (own) marks names that the conventions do not define. " + UPDATE)
                .line("# Schema: " + Conventions.SCHEMA_URL);
        approval();
        fallback();
        content();
        report.metrics();

        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, report.toString());
        }
        assertEquals(Files.readString(GOLDEN), report.toString(), UPDATE);
    }

    private void approval() {
        runner(
                        "t1",
                        false,
                        LampShopModel.of(calls(
                                LampShopModel.lookUp("c1", "A-1"),
                                LampShopModel.lookUp("c2", "B-7"),
                                new Call("c3", "refund", "{\"orderId\":\"A-1\"}"))))
                .start("My lamp is broken");
        report.spans("Start: context, a request, a read, a declared failure, a call that waits for an approval");

        runner(
                        "t1",
                        false,
                        LampShopModel.of(
                                calls(new Call("c4", "reorder", "{\"orderId\":\"A-1\"}")),
                                calls(new Call("c5", "ask", "{\"question\":\"Which colour?\"}"))))
                .approve("t1", "c3", Approver.of("alice"));
        report.spans("Approval: the approved step, a step that selects the next one, a question");
    }

    private void fallback() {
        Model claude = LampShopModel.of(
                claude("msg_1", LampShopModel.note("c6", "")), claude("msg_2", LampShopModel.close("c7")));
        runner("t1", false, FallbackModel.of(unavailable(LampShopModel.INFO), claude))
                .reply("t1", "c5", "\"Red\"");
        report.spans("Reply: a fallback to another provider, an undeclared exception, the end");

        Runner unavailable =
                runner("t2", false, FallbackModel.of(unavailable(LampShopModel.INFO), unavailable(CLAUDE)));
        assertThrows(DriveException.class, () -> unavailable.start("Help"));
        report.spans("Failure: all models are unavailable");
    }

    private void content() {
        runner("t3", true, LampShopModel.of(calls(LampShopModel.lookUp("c1", "A-1")), calls(LampShopModel.close("c2"))))
                .start("Where is A-1?");
        report.spans("With content");
    }
}
