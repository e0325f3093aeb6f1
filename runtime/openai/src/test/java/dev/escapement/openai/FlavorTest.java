package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.ToolSelection;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of flavors, and of other ways to omit and replace properties of requests. */
class FlavorTest {

    private static final ModelRequest OFFER = OpenAiSamples.offering(OpenAiSamples.LOOK_UP);

    private static OpenAiModel.Builder all() {
        return OpenAiSamples.model().parallelToolCalls(true).maxOutputTokens(9).promptCacheRetention("24h");
    }

    private static String write(OpenAiModel.Builder model) {
        return model.build().write(OFFER, true);
    }

    private static OpenAiModel.Builder at(String baseUrl) {
        return OpenAiModel.builder().model("m-1").baseUrl(baseUrl).maxOutputTokens(9);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1,OPENAI",
        "https://me.openai.azure.com/openai/v1,AZURE",
        "http://localhost:11434/v1,OLLAMA",
        "https://adb-1.2.azuredatabricks.net/serving-endpoints,DATABRICKS",
        "https://dbc-1.cloud.databricks.com/serving-endpoints,DATABRICKS",
        "https://api.deepseek.com,DEEPSEEK",
        "https://api.moonshot.ai/v1,DEEPSEEK",
        "https://api.groq.com/openai/v1,GROQ",
        "https://api.mistral.ai/v1,MISTRAL",
        "https://openrouter.ai/api/v1,OPENROUTER",
        "https://generativelanguage.googleapis.com/v1beta/openai,GEMINI",
        "http://localhost:8000/v1,OPENAI"
    })
    void flavorFollowsTheAddress(String baseUrl, String expected) {
        assertEquals(
                "Flavor[" + expected + "]", OpenAiAddress.of(baseUrl).flavor().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:11434/v1,max_tokens,strict",
        "https://dbc-1.cloud.databricks.com/serving-endpoints,max_tokens,stream_options",
        "https://dbc-1.cloud.databricks.com/serving-endpoints,max_tokens,strict",
        "https://api.deepseek.com,max_tokens,tool_choice",
        "https://api.deepseek.com,max_tokens,strict",
        "https://api.groq.com/openai/v1,max_completion_tokens,strict",
        "https://api.mistral.ai/v1,max_tokens,stream_options",
        "https://openrouter.ai/api/v1,max_tokens,store",
        "https://generativelanguage.googleapis.com/v1beta/openai,max_completion_tokens,strict"
    })
    void firstRequestHasNoRejectedProperty(String baseUrl, String limit, String omitted) {
        String json = write(at(baseUrl));
        assertTrue(json.contains("\"" + limit + "\":9"), json);
        assertFalse(json.contains("\"" + omitted + "\""), json);
    }

    @Test
    void requiredChoiceIsWrittenWhereTheAutomaticOneIsOmitted() {
        String json = write(at("https://api.deepseek.com").toolChoice(ToolSelection.Mode.REQUIRED));
        assertTrue(json.contains("\"tool_choice\":\"required\""), json);
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_COMPLETIONS,strict",
        "CHAT_COMPLETIONS,tool_choice",
        "CHAT_COMPLETIONS,parallel_tool_calls",
        "CHAT_COMPLETIONS,stream_options",
        "CHAT_COMPLETIONS,max_completion_tokens",
        "CHAT_COMPLETIONS,prompt_cache_retention",
        "RESPONSES,strict",
        "RESPONSES,tool_choice",
        "RESPONSES,parallel_tool_calls",
        "RESPONSES,include",
        "RESPONSES,store",
        "RESPONSES,max_output_tokens",
        "RESPONSES,prompt_cache_retention"
    })
    void optionalPropertyCanBeOmitted(Protocol protocol, String property) {
        String name = "\"" + property + "\"";
        assertTrue(write(all().protocol(protocol).encryptedReasoning(true)).contains(name));
        assertFalse(write(all().protocol(protocol).encryptedReasoning(true).omit(property))
                .contains(name));
        Flavor flavor = Flavor.builder().omit(property).build();
        assertFalse(write(all().protocol(protocol).encryptedReasoning(true).flavor(flavor))
                .contains(name));
    }

    @ParameterizedTest
    @CsvSource({"tool_choice,null", "stream_options,null", "parallel_tool_calls,null", "max_completion_tokens,null"})
    void nullOmitsAProperty(String property, String value) {
        assertFalse(write(all().property(property, value)).contains(property));
    }

    @ParameterizedTest
    @CsvSource({"tool_choice,\"any\"", "stream_options,{}", "max_completion_tokens,7", "max_tokens,7"})
    void propertyReplacesThatOfTheClient(String property, String value) {
        String json = write(all().property(property, value));
        assertTrue(json.endsWith(",\"" + property + "\":" + value + "}"), json);
        assertEquals(1, json.split(property + "\":", -1).length - 1, json);
        assertFalse(property.contains("max") && json.contains(":9"), json);
    }

    @ParameterizedTest
    @EnumSource
    void rejectedPropertiesAreOmitted(Protocol protocol) {
        OpenAiModel model = all().protocol(protocol).encryptedReasoning(true).build();
        OmittableBody body = model.body(OFFER, true);
        for (String property : body.optional()) {
            assertFalse(body.without(Set.of(property)).contains("\"" + property + "\":"), property);
        }
        assertTrue(body.optional().contains("strict") && body.optional().contains("tool_choice"));
        assertEquals("omit(\"store\")", body.setting("store"));
    }

    @Test
    void rejectedLimitIsRenamed() {
        OmittableBody body = all().build().body(OFFER, true);
        assertTrue(body.without(Set.of("max_completion_tokens")).contains("\"max_tokens\":9"));
        String last = body.without(Set.of("max_completion_tokens", "max_tokens"));
        assertTrue(last.contains("\"max_completion_tokens\":9"), last);
        OmittableBody responses = all().protocol(Protocol.RESPONSES).build().body(OFFER, true);
        assertFalse(responses.optional().contains("max_output_tokens"));
    }

    @Test
    void propertiesAreRenamed() {
        Flavor flavor = Flavor.builder()
                .rename("max_completion_tokens", "num_predict")
                .rename("parallel_tool_calls", "parallel")
                .promptRole("developer")
                .build();
        String json = all().flavor(flavor).build().write(OpenAiSamples.saying(), false);
        assertTrue(json.contains("{\"role\":\"developer\",\"content\":\"Be brief.\"}"), json);
        assertTrue(json.contains("\"num_predict\":9"), json);
        assertTrue(write(all().flavor(flavor)).contains("\"parallel\":true"));
    }

    @Test
    void changedCopyDoesNotChangeTheFlavor() {
        Flavor changed = Flavor.MISTRAL.toBuilder().omit("tool_choice").build();
        assertFalse(write(all().flavor(changed)).contains("tool_choice"));
        assertFalse(write(all().flavor(changed)).contains("stream_options"));
        assertTrue(write(all().flavor(Flavor.MISTRAL)).contains("tool_choice"));
        assertThrows(IllegalArgumentException.class, () -> Flavor.builder().omit("messages"));
        assertThrows(IllegalArgumentException.class, () -> Flavor.builder().callIds("(", 9));
        assertThrows(IllegalArgumentException.class, () -> Flavor.builder().callIds("[a-z]+", 99));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stream_option", "messages", "nonsense"})
    void unknownPropertyCannotBeOmittedOrRenamed(String property) {
        Flavor.Builder flavor = Flavor.builder();
        for (Executable change : List.<Executable>of(
                () -> flavor.omit(property),
                () -> flavor.rename(property, "x"),
                () -> OpenAiModel.builder().omit(property))) {
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, change).getMessage());
            assertTrue(message.contains("\"" + property + "\"") && message.contains("stream_options"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "messages", "tool_choice"})
    void nameOfAnotherPropertyIsRejected(String name) {
        Flavor.Builder flavor = Flavor.builder();
        assertThrows(IllegalArgumentException.class, () -> flavor.rename("max_completion_tokens", name));
    }

    @Test
    void keyHeaderFollowsTheFlavor() {
        assertEquals(Map.of("Authorization", "Bearer k"), Flavor.OPENAI.keyHeaders("k"));
        assertEquals(Map.of("api-key", "k"), Flavor.AZURE.keyHeaders("k"));
        assertEquals(Map.of("Authorization", "Bearer eyJ0.e.s"), Flavor.AZURE.keyHeaders("eyJ0.e.s"));
        assertEquals(
                Map.of("x-key", "k"),
                Flavor.builder().keyHeader("x-key").build().keyHeaders("k"));
    }

    @Test
    void azureAddressesContainTheDeployment() {
        assertEquals(
                "https://me.openai.azure.com/openai/deployments/my%20gpt?api-version=2024-10-21",
                AzureAddress.of("https://me.openai.azure.com//").baseUrl("my gpt", "2024-10-21"));
        OpenAiAddress classic = OpenAiAddress.of(
                AzureAddress.of("https://me.openai.azure.com/openai").baseUrl("gpt", "2024-10-21"));
        String uri = "https://me.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21";
        assertEquals(uri, classic.of(Protocol.CHAT_COMPLETIONS).toString());
        assertEquals(
                uri.replace("/gpt/", "/other%2F1/"),
                OpenAiAddress.of(classic.of(Protocol.CHAT_COMPLETIONS), "other/1")
                        .toString());
        assertEquals(
                "azure.ai.openai",
                OpenAiModel.azure("https://me.openai.azure.com", "gpt", "2024-10-21")
                        .build()
                        .info()
                        .provider());
        assertEquals(
                "gpt",
                OpenAiModel.azure("https://me.openai.azure.com", "gpt")
                        .build()
                        .info()
                        .model());
    }

    private static final RequestOptions OPTIONS =
            new RequestOptions(Optional.of("m-2"), OptionalDouble.of(0.5), Optional.of("low"), OptionalInt.of(7));

    private static String withOptions(OpenAiModel.Builder model) {
        return model.build()
                .write(
                        new ModelRequest(
                                OFFER.prompt(), OFFER.messages(), List.of(), OFFER.choice(), OPTIONS, OFFER.contents()),
                        false);
    }

    @Test
    void optionsReplaceTheSettings() {
        String messages = "[{\"role\":\"user\",\"content\":\"Hello\"}]";
        assertEquals(
                "{\"model\":\"m-2\",\"messages\":" + messages
                        + ",\"max_completion_tokens\":7,\"temperature\":0.5,\"reasoning_effort\":\"low\"}",
                withOptions(OpenAiSamples.model()
                        .maxOutputTokens(9)
                        .property("temperature", "1")
                        .property("reasoning_effort", "\"high\"")));
        assertEquals(
                "{\"model\":\"m-2\",\"input\":" + messages + ",\"max_output_tokens\":7,\"temperature\":0.5,"
                        + "\"reasoning\":{\"effort\":\"low\",\"summary\":\"auto\"},\"store\":false,"
                        + "\"include\":[\"reasoning.encrypted_content\"]}",
                withOptions(OpenAiSamples.model()
                        .protocol(Protocol.RESPONSES)
                        .property("reasoning", "{\"effort\":\"high\",\"summary\":\"auto\"}")));
        assertTrue(
                withOptions(OpenAiSamples.model().property("max_tokens", "5")).contains("\"max_tokens\":7"));
    }
}
