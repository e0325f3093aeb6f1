package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.content.ContentStore;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the options of a request, and of the settings that omit properties. */
class AnthropicOptionsTest {

    private static JsonNode written(AnthropicModel.Builder model, RequestOptions options) {
        return AnthropicSamples.written(
                model,
                new ModelRequest(
                        "Be brief.",
                        List.of(AnthropicSamples.QUESTION),
                        List.of(AnthropicSamples.LOOK_UP),
                        ToolChoice.REQUIRED,
                        options,
                        ContentStore.none()));
    }

    private static RequestOptions effort(String effort) {
        return new RequestOptions(Optional.empty(), OptionalDouble.empty(), Optional.of(effort), OptionalInt.empty());
    }

    private static RequestOptions limit(int tokens) {
        return new RequestOptions(Optional.empty(), OptionalDouble.empty(), Optional.empty(), OptionalInt.of(tokens));
    }

    @Test
    void optionsReplaceSettings() {
        AnthropicModel.Builder model = AnthropicSamples.model()
                .maxOutputTokens(99)
                .property("temperature", "1")
                .property("output_config", "{\"format\":{},\"effort\":\"low\"}");
        JsonNode body = written(
                model,
                new RequestOptions(
                        Optional.of("claude-2"), OptionalDouble.of(0.5), Optional.of("high"), OptionalInt.of(50)));
        assertEquals("claude-2", body.get("model").asText());
        assertEquals(0.5, body.get("temperature").asDouble());
        assertEquals(AnthropicSamples.json("{'format':{},'effort':'high'}"), body.get("output_config"));
        assertEquals(50, body.get("max_tokens").asInt());
        JsonNode usual = written(model, RequestOptions.NONE);
        assertEquals("claude-1", usual.get("model").asText());
        assertEquals(1, usual.get("temperature").asInt());
        assertEquals(AnthropicSamples.json("{'format':{},'effort':'low'}"), usual.get("output_config"));
    }

    @ParameterizedTest
    @CsvSource({"low,2000", "medium,4000", "high,8000", "max,16000", "odd,8000"})
    void effortScalesABudget(String effort, int tokens) {
        JsonNode body = written(AnthropicSamples.model().thinking(ThinkingMode.budget(8_000)), effort(effort));
        assertEquals(tokens, body.at("/thinking/budget_tokens").asInt());
        assertEquals(tokens + 16_384, body.get("max_tokens").asInt());
        assertFalse(body.has("output_config"));
    }

    @Test
    void effortAccompaniesAdaptiveThinking() {
        AnthropicModel.Builder model = AnthropicSamples.model().thinking(ThinkingMode.adaptive());
        JsonNode body = written(model, effort("xhigh"));
        assertEquals(AnthropicSamples.json("{'effort':'xhigh'}"), body.get("output_config"));
        assertEquals(AnthropicSamples.json("{'type':'adaptive'}"), body.get("thinking"));
        JsonNode none = written(model, effort("none"));
        assertFalse(none.has("thinking"));
        assertFalse(none.has("output_config"));
        assertEquals("any", none.at("/tool_choice/type").asText());
    }

    @Test
    void budgetIsBelowTheMaximum() {
        AnthropicModel.Builder model = AnthropicSamples.model().thinking(ThinkingMode.budget(8_000));
        assertEquals(
                1_999,
                written(model, limit(2_000)).at("/thinking/budget_tokens").asInt());
        assertFalse(written(model, limit(500)).has("thinking"));
    }

    @Test
    void temperatureIsOmittedWithThinking() {
        RequestOptions cold =
                new RequestOptions(Optional.empty(), OptionalDouble.of(0), Optional.empty(), OptionalInt.empty());
        assertTrue(written(AnthropicSamples.model(), cold).has("temperature"));
        assertFalse(written(AnthropicSamples.model().thinking(ThinkingMode.adaptive()), cold)
                .has("temperature"));
    }

    @Test
    void lifetimeOfTheCacheIsSent() {
        AnthropicModel.Builder model = AnthropicSamples.model().cacheLifetime(Duration.ofHours(1));
        assertEquals(
                AnthropicSamples.json("{'type':'ephemeral','ttl':'1h'}"),
                written(model, RequestOptions.NONE).at("/system/0/cache_control"));
        assertEquals(
                AnthropicSamples.json("{'type':'ephemeral'}"),
                written(model.omit("ttl"), RequestOptions.NONE).at("/system/0/cache_control"));
        assertEquals(
                AnthropicSamples.json("{'type':'ephemeral'}"),
                written(AnthropicSamples.model().cacheLifetime(Duration.ofMinutes(5)), RequestOptions.NONE)
                        .at("/system/0/cache_control"));
        assertThrows(
                IllegalArgumentException.class, () -> AnthropicSamples.model().cacheLifetime(Duration.ofMinutes(6)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tool_choice",
                "disable_parallel_tool_use",
                "strict",
                "cache_control",
                "thinking",
                "output_config",
                "effort",
                "temperature"
            })
    void optionalPropertyIsOmitted(String property) {
        AnthropicModel.Builder model =
                AnthropicSamples.model().strict(true).parallelToolCalls(false).property("temperature", "1");
        if (property.equals("thinking")) {
            model.thinking(ThinkingMode.adaptive());
        }
        String before = written(model, effort("low")).toString();
        assertTrue(before.contains("\"" + property + "\""), before);
        String after = written(model.omit(property), effort("low")).toString();
        assertFalse(after.contains("\"" + property + "\""), after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "max_tokens", "messages", "tools", "glow"})
    void requiredPropertyCannotBeOmitted(String property) {
        IllegalArgumentException rejected = assertThrows(
                IllegalArgumentException.class, () -> AnthropicSamples.model().omit(property));
        assertTrue(rejected.getMessage().contains("tool_choice"), rejected::getMessage);
    }

    @Test
    void strictIsSetPerTool() {
        AnthropicModel.Builder model = AnthropicSamples.model().strict(true, "look_up");
        assertTrue(written(model, RequestOptions.NONE).at("/tools/0/strict").asBoolean());
        assertFalse(written(model.strict(false, "look_up"), RequestOptions.NONE)
                .at("/tools/0")
                .has("strict"));
    }
}
