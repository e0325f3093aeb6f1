package dev.escapement.processor.functional.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tests of the settings that annotations pass to generated loops, and of reply schemas. */
class SettingsTest {

    private final AllSettingsLoop loop = new AllSettingsLoop(new AllSettings());

    @Test
    void annotationSetsTheName() {
        assertEquals("notary \"Büro\"", loop.agent());
    }

    @Test
    void qualifiedClassNameIsTheDefaultName() {
        assertEquals(
                "dev.escapement.processor.functional.agent.FailingSteps.Desk",
                new FailingSteps_DeskLoop(new FailingSteps.Desk()).agent());
    }

    @Test
    void attemptsAreThoseOfTheAnnotation() {
        assertEquals(Map.of("look", 1, "book", 7), numbers(loop::attempts));
    }

    @Test
    void resultLengthsAreThoseOfTheAnnotation() {
        assertEquals(Map.of("file_deed", 100, "book", 5_000), numbers(loop::maxResultLength));
    }

    private Map<String, Integer> numbers(Function<String, Integer> setting) {
        Map<String, Integer> numbers = new TreeMap<>();
        for (ToolSpec<?> tool : loop.tools()) {
            int number = setting.apply(tool.name());
            if (number != 0) {
                numbers.put(tool.name(), number);
            }
        }
        return numbers;
    }

    @Test
    void unknownToolHasNoSettings() {
        assertThrows(IllegalArgumentException.class, () -> loop.attempts("fly"));
        assertThrows(IllegalArgumentException.class, () -> loop.maxResultLength("fly"));
        assertThrows(IllegalArgumentException.class, () -> loop.replySchema("fly"));
    }

    @Test
    void transactionalEffectNeedsNoGate() {
        assertEquals(Effect.TRANSACTIONAL, loop.effect("book"));
        assertFalse(loop.gated("book"));
    }

    @Test
    void replySchemaEqualsThatOfTheOutcome() throws Exception {
        for (AgentLoop any : List.of(loop, new AllControlsLoop(new AllControls()))) {
            int pauses = 0;
            for (ToolSpec<?> tool : any.tools()) {
                if (any.flow(tool.name()) != Flow.PAUSES) {
                    assertThrows(IllegalArgumentException.class, () -> any.replySchema(tool.name()));
                } else if (tool.decode("{}").fold(accepted -> true, rejected -> false)) {
                    Outcome outcome = any.run(new Call("c", tool.name(), "{}"), new StepContext("t", "c", "t/1/c"));
                    Outcome.Paused paused = assertInstanceOf(Outcome.Paused.class, outcome);
                    assertEquals(paused.schema(), any.replySchema(tool.name()));
                    pauses++;
                }
            }
            assertTrue(pauses > 0, any.agent());
        }
    }
}
