package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.StepContext;
import dev.escapement.engine.ChildResultException;
import dev.escapement.engine.DelegateStart;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.engine.ResultException;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the generated members that start child threads and continue after them. */
class DelegateFlowsTest {

    private static final String COUNTER = AllDelegates.Counter.class.getCanonicalName();
    private static final StepContext CONTEXT = new StepContext("t", "c", "t/1/c");

    private final AllDelegatesLoop loop = new AllDelegatesLoop(new AllDelegates());

    @ParameterizedTest
    @CsvSource({
        "write_text, scribe, true",
        "commission_text, scribe, true",
        "count_words, COUNTER, true",
        "ask, COUNTER, false",
        "cheat, COUNTER, false"
    })
    void loopDescribesDelegates(String tool, String agent, boolean joins) {
        assertEquals(Flow.DELEGATES, loop.flow(tool));
        assertEquals(agent.replace("COUNTER", COUNTER), loop.delegateAgent(tool));
        assertEquals(joins, loop.joins(tool));
    }

    @Test
    void otherStepsDoNotDelegate() {
        assertFalse(loop.joins("publish"));
        assertThrows(IllegalArgumentException.class, () -> loop.delegateAgent("publish"));
        assertThrows(IllegalArgumentException.class, () -> loop.join(call("ask", "{}"), "\"a\""));
    }

    @Test
    void depthIsThatOfTheAnnotation() {
        assertEquals(2, loop.maxDepth());
        assertEquals(3, new ScribeLoop(new Scribe()).maxDepth());
    }

    @Test
    void resultSchemaIsThatOfFinish() {
        String schema = new ScribeLoop(new Scribe()).resultSchema("deliver");

        assertTrue(schema.contains("\"words\"") && schema.contains("\"maxLength\":10"), schema);
        assertTrue(loop.resultSchema("publish").contains("\"string\""));
        assertThrows(IllegalArgumentException.class, () -> loop.resultSchema("ask"));
    }

    @Test
    void textBecomesTheInput() throws Exception {
        Outcome.Delegated outcome = run("write_text", "{\"title\": \"Home\"}");

        assertTrue(outcome.joins());
        assertEquals(
                new DelegateStart<>("scribe", Start.of("Home").label("title", "Home"), Policy.DEFAULT),
                outcome.start());
    }

    @Test
    void triggerBecomesTheInput() throws Exception {
        Outcome.Delegated outcome = run("commission_text", "{\"title\": \"Home\"}");

        assertEquals("Write Home", outcome.start().start().input());
        assertEquals("commission", outcome.start().start().trigger());
        assertEquals("{\"title\":\"Home\"}", outcome.start().start().payload());
        assertEquals(OptionalLong.of(1_000), outcome.start().budget().tokens());
    }

    @Test
    void tickBecomesTheInput() {
        var delegate = new ScribeLoop(new Scribe()).delegateOnDaily(Instant.EPOCH);

        assertEquals(
                "Write the news.", ((DelegateStart<Scribe>) delegate).start().input());
    }

    @Test
    void delegateOfAnotherAgentIsRejected() {
        assertThrows(ResultException.class, () -> run("cheat", "{}"));
    }

    @Test
    void joinSelectsOneOfSeveralTools() throws Exception {
        Call call = call("write_text", "{\"title\": \"Home\"}");

        assertEquals(
                new Outcome.Selected("publish", "{\"text\":\"a b\"}"), loop.join(call, "{\"words\": [\"a\", \"b\"]}"));
        assertEquals(new Outcome.Selected("write_text", "{\"title\":\"Home\"}"), loop.join(call, "{\"words\": []}"));
    }

    @Test
    void joinSelectsItsTool() throws Exception {
        Call call = call("commission_text", "{\"title\": \"Home\"}");

        assertEquals(new Outcome.Selected("publish", "{\"text\":\"Home\"}"), loop.join(call, "{\"words\": [\"a\"]}"));
        assertEquals(new Outcome.Failed("The text is too short."), loop.join(call, "{\"words\": []}"));
    }

    @Test
    void joinReturnsResultForTheModel() throws Exception {
        assertEquals(new Outcome.Returned("5"), loop.join(call("count_words", "{}"), "\"seven\""));
    }

    @Test
    void earlierResultOfTheChildIsConverted() throws Exception {
        Call call = call("write_text", "{\"title\": \"Home\"}");

        assertEquals(new Outcome.Selected("publish", "{\"text\":\"old\"}"), loop.join(call, "\"old\""));
        assertTrue(loop.upcasts("write_text").include("0123456789abcdef"));
        assertTrue(loop.upcasts("ask").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"words\": 1}", "{}", "[", "{\"words\": [\"longer than ten\"]}"})
    void invalidResultIsReported(String result) {
        Call call = call("write_text", "{\"title\": \"Home\"}");

        var failure = assertThrows(ChildResultException.class, () -> loop.join(call, result));

        assertTrue(failure.getMessage().contains("child thread of the call c"), failure::getMessage);
    }

    private Outcome.Delegated run(String tool, String arguments) throws Exception {
        return assertInstanceOf(Outcome.Delegated.class, loop.run(call(tool, arguments), CONTEXT));
    }

    private static Call call(String tool, String arguments) {
        return new Call("c", tool, arguments);
    }
}
