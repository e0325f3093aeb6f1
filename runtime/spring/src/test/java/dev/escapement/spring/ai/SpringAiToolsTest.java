package dev.escapement.spring.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.JsonWriter;
import dev.escapement.tool.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.execution.ToolExecutionException;

/** Generated tools as callbacks. */
class SpringAiToolsTest {

    private static final String GOOD = "{\"number\":7,\"language\":\"GERMAN\"}";

    private static ToolCallback callback(ToolHandler<CatalogDesk.FindLamp, String> handler) {
        return new SpringAiTools()
                .add(CatalogDesk_FindLampSpec.INSTANCE, handler)
                .getToolCallbacks()[0];
    }

    @Test
    void definitionIsThatOfTheTool() {
        ToolCallback callback = callback(call -> "");
        assertEquals(
                List.of("find_lamp", "Look up a lamp.", CatalogDesk_FindLampSpec.INSTANCE.schema(Dialect.OPENAI)),
                List.of(
                        callback.getToolDefinition().name(),
                        callback.getToolDefinition().description(),
                        callback.getToolDefinition().inputSchema()));
    }

    @Test
    void validArgumentsRunTheTool() {
        assertEquals("Lamp 7", callback(call -> "Lamp " + call.number()).call(GOOD));
        assertEquals("Lamp 7", callback(call -> "Lamp " + call.number()).call(GOOD, null));
    }

    @Test
    void violationsAreReturnedAndNothingRuns() {
        List<CatalogDesk.FindLamp> calls = new ArrayList<>();
        String answer = callback(call -> {
                    calls.add(call);
                    return "";
                })
                .call("{\"number\":\"seven\"}");
        assertTrue(answer.startsWith("Error: ") && answer.contains("number") && answer.contains("language"), answer);
        assertEquals(List.of(), calls);
    }

    @Test
    void typedResultIsJson() {
        assertEquals(
                "\"a \\\"lamp\\\"\"",
                new SpringAiTools()
                        .add(CatalogDesk_FindLampSpec.INSTANCE, call -> "a \"lamp\"", JsonWriter::writeString)
                        .getToolCallbacks()[0]
                        .call(GOOD));
    }

    @Test
    void exceptionIsTheCauseForSpringAi() {
        IOException thrown = new IOException("broken");
        ToolCallback callback = callback(call -> {
            throw thrown;
        });
        assertSame(
                thrown,
                assertThrows(ToolExecutionException.class, () -> callback.call(GOOD))
                        .getCause());
    }

    @Test
    void secondToolOfOneNameFails() {
        SpringAiTools tools = new SpringAiTools().add(CatalogDesk_FindLampSpec.INSTANCE, call -> "");
        assertThrows(
                IllegalArgumentException.class, () -> tools.add(CatalogDesk_FindLampSpec.INSTANCE, call -> "again"));
    }
}
