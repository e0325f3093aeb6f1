package dev.escapement.processor.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Replay;
import dev.escapement.engine.StepVersions;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of releases with an {@code @Upcast} method that continue threads with recorded versions. */
class UpcastReleaseTest {

    private static final String OLD = """
            @Tool @Describe("Refund.") record Refund(@Describe("%s") int amount) {}
            @Step String refund(Refund call) { return "refunded " + call.amount(); }
            """;

    private static final String NEW = """
            @Tool @Describe("Refund.") record Refund(@Describe("Cents") int amountCents) {
              @Upcast(from = "%s") static JsonText toCents(JsonText old) {
                return new JsonText(old.json().replaceFirst("amount\\\\W*([0-9]+)", "amountCents\\\":$100"));
              }
            }
            @Step String refund(Refund call) { return "refunded " + call.amountCents(); }
            """;

    @TempDir
    private Path folder;

    private static String source(String name, String members) {
        return "package " + name + ";\n" + """
                import dev.escapement.*;
                import dev.escapement.json.JsonText;
                @Agent(name = "desk", onText = OnText.FINISH) class Desk {
                @Prompt String prompt() { return "Help."; }
                @Gate Verdict approve(Refund call) { return Verdict.ask("Refund?"); }
                """ + members + "}\n";
    }

    private static Runner runner(AgentLoop loop, InMemoryThreadStore store, Model model) {
        return Runner.of(loop).model(model).store(store).build();
    }

    @Test
    void approvalLapsesAfterAReleaseThatConvertsTheArguments() throws Exception {
        try (CompiledAgents old = CompiledAgents.compiled(
                Map.of(
                        "first", source("first", OLD.formatted("Euros")),
                        "described", source("described", OLD.formatted("The amount in euros"))),
                folder.resolve("old"))) {
            AgentLoop first = old.loop("first");
            AgentLoop described = old.loop("described");
            String fingerprint = StepVersions.of(first).get("refund").arguments();
            assertNotEquals(
                    first.tools().get(0).fingerprint(), described.tools().get(0).fingerprint());
            InMemoryThreadStore store = new InMemoryThreadStore();
            Call call = new Call("c1", "refund", "{\"amount\": 5}");
            runner(described, store, request -> ModelReply.calls(call)).start("t1", "Help me");
            try (CompiledAgents current = CompiledAgents.compiled(
                    Map.of("second", source("second", NEW.formatted(fingerprint))), folder.resolve("new"))) {
                continueWith(current.loop("second"), store);
            }
        }
    }

    private static void continueWith(AgentLoop loop, InMemoryThreadStore store) {
        Runner runner = runner(loop, store, request -> ModelReply.text("Done."));
        assertEquals(List.of(), Replay.stranded(loop, runner.thread("t1")));

        AgentThread asked = runner.resume("t1");
        List<Event.ApprovalAsked> questions = asked.events().stream()
                .filter(Event.ApprovalAsked.class::isInstance)
                .map(Event.ApprovalAsked.class::cast)
                .toList();
        assertEquals(2, questions.size());
        assertNotEquals(questions.get(0).argumentsSha256(), questions.get(1).argumentsSha256());
        assertTrue(questions.get(1).question().contains("500"), questions::toString);

        AgentThread ended = runner.approve("t1", "c1", PausedThread.ALICE);
        assertTrue(
                ended.events().stream()
                        .anyMatch(event -> event instanceof Event.StepReturned returned
                                && returned.result().equals("\"refunded 500\"")),
                () -> ended.events().toString());
    }
}
