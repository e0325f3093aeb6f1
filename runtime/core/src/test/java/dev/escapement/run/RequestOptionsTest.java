package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Reducer;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.FallbackModel;
import dev.escapement.model.ModelReply;
import dev.escapement.model.RateLimit;
import dev.escapement.model.RateLimitedModel;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ScriptedModel;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the precedence of options: of the step, the agent, the runner, and then the client. */
class RequestOptionsTest {

    private static final RequestOptions SMALL = RequestOptions.NONE.withModel("small");
    private static final RequestOptions LARGE = RequestOptions.NONE.withModel("large");
    private static final RequestOptions COLD = RequestOptions.NONE.withTemperature(0);

    /** An agent with the steps {@code a}, {@code b} and {@code c}; {@code a} fails for the text "bad". */
    private record OptionsLoop(RequestOptions options, Map<String, RequestOptions> ofSteps) implements AgentLoop {

        @Override
        public String agent() {
            return "Options";
        }

        @Override
        public String prompt() {
            return "";
        }

        @Override
        public List<ToolSpec<?>> tools() {
            return List.of(
                    TestStep.named("a").tool(),
                    TestStep.named("b").tool(),
                    TestStep.named("c").tool());
        }

        @Override
        public Effect effect(String tool) {
            return Effect.READ;
        }

        @Override
        public Flow flow(String tool) {
            return Flow.RETURNS;
        }

        @Override
        public RequestOptions options(String tool) {
            return ofSteps.getOrDefault(tool, RequestOptions.NONE);
        }

        @Override
        public Command next(AgentThread thread) {
            return Reducer.next(this, thread);
        }

        @Override
        public Outcome run(Call call, StepContext context) {
            return call.arguments().contains("bad")
                    ? Outcome.failed(new IllegalStateException("bad"))
                    : Outcome.returned();
        }
    }

    private static Call call(String tool, String text) {
        return new Call("call_" + tool, tool, "{\"text\":\"" + text + "\"}");
    }

    /** Returns the options of the two requests of a thread whose first reply contains the given calls. */
    private static List<RequestOptions> options(OptionsLoop loop, RequestOptions runner, Call... calls) {
        ScriptedModel model = ScriptedModel.of(ModelReply.calls(calls), ModelReply.text("Done."));
        DeskRunners.builder(loop, model).options(runner).build().start("go");
        return model.requests().stream().map(request -> request.options()).toList();
    }

    @Test
    void requestsHaveNoOptionsByDefault() {
        OptionsLoop loop = new OptionsLoop(RequestOptions.NONE, Map.of());

        assertEquals(
                List.of(RequestOptions.NONE, RequestOptions.NONE), options(loop, RequestOptions.NONE, call("a", "x")));
    }

    @Test
    void agentPrecedesRunner() {
        OptionsLoop loop = new OptionsLoop(SMALL, Map.of());

        assertEquals(
                List.of(SMALL.withTemperature(0), SMALL.withTemperature(0)),
                options(loop, LARGE.withTemperature(0), call("a", "x")));
    }

    @Test
    void stepPrecedesAgentInTheNextRequestOnly() {
        OptionsLoop loop = new OptionsLoop(SMALL.withEffort("low"), Map.of("a", LARGE));

        assertEquals(
                List.of(SMALL.withEffort("low"), LARGE.withEffort("low")),
                options(loop, RequestOptions.NONE, call("a", "x")));
    }

    @Test
    void lastStepWithOptionsCounts() {
        OptionsLoop loop = new OptionsLoop(RequestOptions.NONE, Map.of("a", SMALL, "b", COLD));

        assertEquals(
                COLD,
                options(loop, RequestOptions.NONE, call("a", "x"), call("b", "x"), call("c", "x"))
                        .get(1));
        assertEquals(
                SMALL,
                options(loop, RequestOptions.NONE, call("b", "x"), call("a", "x"))
                        .get(1));
    }

    @Test
    void failedStepDoesNotCount() {
        OptionsLoop loop = new OptionsLoop(RequestOptions.NONE, Map.of("a", SMALL, "b", COLD));

        assertEquals(
                COLD,
                options(loop, RequestOptions.NONE, call("b", "x"), call("a", "bad"))
                        .get(1));
        assertEquals(
                RequestOptions.NONE,
                options(loop, RequestOptions.NONE, call("a", "bad")).get(1));
        assertEquals(
                RequestOptions.NONE,
                options(loop, RequestOptions.NONE, new Call("c1", "unknown", "{}"))
                        .get(1));
    }

    @Test
    void otherModelsPassOptionsOn() {
        ScriptedModel model = ScriptedModel.of(ModelReply.text("Done."));
        DeskRunners.builder(
                        new OptionsLoop(SMALL, Map.of()),
                        FallbackModel.of(new RateLimitedModel(model, RateLimit.of(1, Duration.ofMinutes(1)))))
                .build()
                .start("go");

        assertEquals(SMALL, model.requests().get(0).options());
    }

    @Test
    void invalidOptionsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.NONE.withModel(" "));
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.NONE.withEffort(""));
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.NONE.withMaxOutputTokens(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void invalidTemperatureIsRejected(double temperature) {
        assertThrows(IllegalArgumentException.class, () -> RequestOptions.NONE.withTemperature(temperature));
    }
}
