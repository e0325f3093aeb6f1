package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of which tools are strict. */
class StrictToolsTest {

    private static ToolSpec<?> tool(int number, String schema) {
        return new SchemaTool("tool_" + number, "", schema.replace('\'', '"'));
    }

    private static List<Boolean> strict(ToolSpec<?>... tools) {
        JsonNode body = AnthropicSamples.written(
                AnthropicSamples.model().strict(true), AnthropicSamples.offering(ToolChoice.AUTO, tools));
        List<Boolean> strict = new ArrayList<>();
        body.get("tools").forEach(tool -> strict.add(tool.path("strict").asBoolean()));
        return strict;
    }

    /** Returns a tool that the strict dialect cannot express, as a request offers it. */
    private static JsonNode inexpressible(AnthropicModel.Builder model) {
        ToolSpec<?> tool = SchemaTool.impossibleIn(Dialect.ANTHROPIC_STRICT, "find", "it has a map");
        return AnthropicSamples.written(model, AnthropicSamples.offering(ToolChoice.AUTO, tool))
                .at("/tools/0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inexpressibleToolIsNotStrict(boolean strict) {
        JsonNode tool = inexpressible(AnthropicSamples.model().strict(strict));

        assertFalse(tool.has("strict"));
        assertEquals("ANTHROPIC", tool.at("/input_schema/title").asText());
    }

    @Test
    void dialectCanBeSet() {
        JsonNode tool = inexpressible(AnthropicSamples.model().dialect(Dialect.JSON_SCHEMA));

        assertEquals("JSON_SCHEMA", tool.at("/input_schema/title").asText());
    }

    @Test
    void toolsBeyondTwentyAreNotStrict() {
        ToolSpec<?>[] tools = IntStream.range(0, 22)
                .mapToObj(number -> tool(number, "{'type':'object'}"))
                .toArray(ToolSpec<?>[]::new);
        List<Boolean> strict = strict(tools);
        assertFalse(strict.subList(0, 20).contains(false));
        assertEquals(List.of(false, false), strict.subList(20, 22));
    }

    private static String optional(int count) {
        String properties = IntStream.range(0, count)
                .mapToObj(number -> "'p" + number + "':{'type':'string'}")
                .collect(Collectors.joining(","));
        return "{'type':'object','properties':{" + properties + "}}";
    }

    private static String listOf(String items) {
        return "{'type':'object','properties':{'list':{'type':'array','items':" + items + "}},'required':['list']}";
    }

    @Test
    void optionalPropertiesOfAllLevelsCount() {
        assertEquals(List.of(true, false), strict(tool(1, listOf(optional(24))), tool(2, optional(1))));
        assertEquals(List.of(false, true), strict(tool(1, listOf(optional(25))), tool(2, optional(1))));
    }

    @Test
    void largeToolLeavesRoomForLaterOnes() {
        assertEquals(
                List.of(true, false, true), strict(tool(1, optional(20)), tool(2, optional(20)), tool(3, optional(4))));
    }

    @Test
    void unionsOfAllLevelsCount() {
        String branches = IntStream.range(0, 15)
                .mapToObj(number -> "{'type':['string','null']}")
                .collect(Collectors.joining(","));
        String sixteen = "{'type':'object','properties':{'a':{'anyOf':[" + branches + "]}},'required':['a']}";
        String one = "{'type':'object','$defs':{'A':{'type':['string','null']}}}";
        assertEquals(List.of(true, false), strict(tool(1, sixteen), tool(2, one)));
        assertTrue(strict(tool(2, one)).get(0));
    }
}
