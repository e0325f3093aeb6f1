package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Policy;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ScriptedModel;
import dev.escapement.model.Usage;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of return values of steps and their effect on the thread. */
class FlowsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final AllFlows agent = new AllFlows();
    private final AllFlowsLoop loop = new AllFlowsLoop(agent);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    get_record      | {}              | {"sku":"P-1"}
                    get_shared      | {}              | {"sku":"S-1","parts":[{"sku":"S-2","parts":[]}]}
                    get_enum        | {}              | "B"
                    get_union       | {}              | {"is":"this","part":{"sku":"P-2"}}
                    get_string      | {}              | "a \\"string\\""
                    get_int         | {}              | -1
                    get_long        | {}              | -9223372036854775808
                    get_double      | {}              | 0.5
                    get_boolean     | {}              | true
                    get_boxed       | {}              | 7
                    get_decimal     | {}              | 1.50
                    get_list        | {}              | [{"sku":"P-3"},{"sku":"P-4"}]
                    get_shared_list | {}              | []
                    get_numbers     | {}              | [0.25,null]
                    get_map         | {}              | {"g":["A","B"]}
                    get_optional    | {"there":true}  | {"sku":"P-5"}
                    get_optional    | {"there":false} | null
                    get_nullable    | {"there":true}  | {"sku":"P-6"}
                    get_nullable    | {"there":false} | null
                    get_nothing     | {}              | ``
                    get_context     | {}              | "t c t/1/c"
                    """)
    void aResultIsRecordedAndTheModelDecidesAgain(String tool, String arguments, String result) {
        Effect effect = loop.effect(tool);
        AgentThread thread = run(ModelReply.call("c", tool, arguments), ModelReply.text("ok"));
        assertEquals(
                List.of(
                        new Event.Started(
                                NOW, AllFlows.class.getCanonicalName(), Start.of("Go"), Policy.DEFAULT.budget()),
                        new Event.ModelReplied(NOW, "", List.of(new Call("c", tool, arguments)), Usage.NONE),
                        new Event.StepStarted(NOW, "c", effect, "t/1/c", 1, "returns"),
                        new Event.StepReturned(NOW, "c", result),
                        new Event.ModelReplied(NOW, "ok", List.of(), Usage.NONE)),
                withoutVersions(thread));
        assertInstanceOf(Command.AwaitMessage.class, loop.next(thread));
        assertEquals(Flow.RETURNS, loop.flow(tool));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    finish_record | {}              | {"sku":"P-7"}
                    finish_string | {"words":"bye"} | "bye"
                    finish_list   | {}              | [1,2]
                    """)
    void aFinishEndsTheThread(String tool, String arguments, String result) {
        AgentThread thread = run(ModelReply.call("c", tool, arguments));
        assertEquals(
                List.of(
                        new Event.Started(
                                NOW, AllFlows.class.getCanonicalName(), Start.of("Go"), Policy.DEFAULT.budget()),
                        new Event.ModelReplied(NOW, "", List.of(new Call("c", tool, arguments)), Usage.NONE),
                        new Event.StepStarted(NOW, "c", Effect.WRITE, "t/1/c", 1, "finishes"),
                        new Event.Finished(NOW, "c", result)),
                withoutVersions(thread));
        assertInstanceOf(Command.Rest.class, loop.next(thread));
        assertEquals(Flow.FINISHES, loop.flow(tool));
    }

    @Test
    void onlyAVoidStepReturnsNothing() {
        assertTrue(loop.returnsNothing("get_nothing"));
        assertFalse(loop.returnsNothing("get_record"));
        assertFalse(loop.returnsNothing("get_nullable"));
    }

    @Test
    void thePromptIsWrittenForEachRequest() {
        ScriptedModel model = ScriptedModel.of(
                ModelReply.call("c", "get_record", "{}"),
                ModelReply.call("d", "get_nothing", "{}"),
                ModelReply.call("e", "finish_list", "{}"));
        run(model);
        assertEquals(
                List.of("Prompt after 0", "Prompt after 1", "Prompt after 2"),
                model.requests().stream().map(ModelRequest::prompt).toList());
        assertEquals(List.of(new AllFlows.Calls.GetRecord(), new AllFlows.Calls.GetNothing()), agent.seen);
    }

    @Test
    void theToolsStandInTheOrderOfTheSteps() {
        List<String> names = loop.tools().stream().<String>map(ToolSpec::name).toList();
        assertEquals(22, names.size());
        assertEquals(List.of("get_record", "get_shared", "get_enum"), names.subList(0, 3));
        assertEquals(List.of("finish_record", "finish_string", "finish_list"), names.subList(19, 22));
    }

    @Test
    void theEffectIsTheOneThatIsWrittenAndOtherwiseWrite() {
        assertEquals(Effect.READ, loop.effect("get_record"));
        assertEquals(Effect.IDEMPOTENT, loop.effect("get_shared"));
        assertEquals(Effect.WRITE, loop.effect("get_enum"));
        assertEquals(Effect.WRITE, loop.effect("get_union"));
    }

    private AgentThread run(ModelReply... replies) {
        return run(ScriptedModel.of(replies));
    }

    private AgentThread run(ScriptedModel script) {
        try (ScriptedModel model = script) {
            return Runner.of(loop)
                    .model(model)
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                    .build()
                    .start("t", "Go");
        }
    }

    /** Returns the events of a thread without the versions of its agent's steps. */
    private static List<Event> withoutVersions(AgentThread thread) {
        return thread.events().stream()
                .map(event -> event instanceof Event.Started started
                        ? new Event.Started(started.at(), started.agent(), started.start(), started.budget())
                        : event)
                .toList();
    }
}
