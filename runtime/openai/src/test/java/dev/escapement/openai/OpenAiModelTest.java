package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.PriceTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiModelTest {

    private static ModelInfo infoAt(String baseUrl) {
        return OpenAiModel.builder().model("m-1").baseUrl(baseUrl).build().info();
    }

    private static String fault(Map<String, String> environment) {
        return assertThrows(IllegalStateException.class, () -> OpenAiModel.fromEnvironment(environment::get))
                .getMessage();
    }

    @Test
    void theEnvironmentNamesAModelOfOpenAi() {
        Map<String, String> environment = Map.of("OPENAI_MODEL", "gpt-5-mini", "OPENAI_API_KEY", "sk-1\n");
        assertEquals(
                new ModelInfo("openai", "gpt-5-mini", "api.openai.com", 443),
                OpenAiModel.fromEnvironment(environment::get).info());
    }

    @Test
    void aLocalServerNeedsNoKey() {
        Map<String, String> environment =
                Map.of("OPENAI_MODEL", "qwen3", "OPENAI_BASE_URL", "http://localhost:11434/v1/", "OPENAI_API_KEY", " ");
        assertEquals(
                new ModelInfo("openai", "qwen3", "localhost", 11434),
                OpenAiModel.fromEnvironment(environment::get).info());
    }

    @Test
    void whatIsMissingInTheEnvironmentIsSaidInOneLine() {
        assertEquals(
                "Set in the environment: OPENAI_MODEL (the name of a model), OPENAI_API_KEY (or OPENAI_BASE_URL for a server"
                        + " that needs no key).",
                fault(Map.of()));
        assertEquals(
                "Set in the environment: OPENAI_MODEL (the name of a model).",
                fault(Map.of("OPENAI_API_KEY", "sk-1", "OPENAI_MODEL", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.deepseek.com,deepseek",
        "https://api.groq.com/openai/v1,groq",
        "https://API.Mistral.ai/v1,mistral_ai",
        "https://me.openai.azure.com/openai/v1,azure.ai.openai",
        "https://fax.ai/v1,openai"
    })
    void theProviderIsTheOwnerOfTheDomain(String baseUrl, String provider) {
        assertEquals(provider, infoAt(baseUrl).provider());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost/v1",
                "ftp://localhost",
                "http://",
                "http://sk-secret@localhost/v1",
                "http://localhost/v1?key=sk-secret",
                "http://localhost/v1#sk-secret",
                "http://local host/sk-secret"
            })
    void whatIsNoAddressIsRefusedAndNotRepeated(String baseUrl) {
        String message = assertThrows(IllegalArgumentException.class, () -> infoAt(baseUrl))
                .getMessage();
        assertFalse(message.contains("sk-secret"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-secret\n", "sk secret", "sk-secret\u00e4"})
    void whatIsNoKeyIsRefusedAndNotRepeated(String key) {
        OpenAiModel.Builder builder = OpenAiSamples.model().apiKey(key);
        String message =
                assertThrows(IllegalArgumentException.class, builder::build).getMessage();
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void aModelNeedsANameAndOpenAiAKey() {
        assertThrows(IllegalArgumentException.class, OpenAiModel.builder().apiKey("k")::build);
        assertThrows(
                IllegalArgumentException.class, OpenAiModel.builder().model(" ").apiKey("k")::build);
        assertThrows(IllegalArgumentException.class, OpenAiModel.builder().model("m-1")::build);
    }

    @Test
    void aReplyHasAtLeastOneToken() {
        assertThrows(IllegalArgumentException.class, OpenAiSamples.model().maxOutputTokens(0)::build);
    }

    @Test
    void aModelWithoutAPriceIsRefused() {
        assertThrows(IllegalArgumentException.class, OpenAiSamples.model().prices(PriceTable.EMPTY)::build);
    }

    @Test
    void aPropertyIsJson() {
        assertThrows(IllegalArgumentException.class, () -> OpenAiSamples.model().property("temperature", "{"));
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_COMPLETIONS,messages",
        "CHAT_COMPLETIONS,stream_options",
        "CHAT_COMPLETIONS,max_completion_tokens",
        "RESPONSES,input",
        "RESPONSES,store",
        "RESPONSES,previous_response_id"
    })
    void aPropertyCannotReplaceWhatTheClientWrites(Protocol protocol, String name) {
        OpenAiModel.Builder builder = OpenAiSamples.model().protocol(protocol).property(name, "1");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void theKeyIsNotInWhatAModelPrints() {
        assertEquals(
                "OpenAiModel[m-1 at localhost:80, CHAT_COMPLETIONS]",
                OpenAiSamples.model().apiKey("sk-secret").build().toString());
    }

    @ParameterizedTest
    @CsvSource({"/v1,CHAT_COMPLETIONS,/v1/chat/completions", "/v1/,RESPONSES,/v1/responses"})
    void aModelIsAskedAtTheAddressOfItsProtocolWithTheKey(String base, Protocol protocol, String path)
            throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getRequestBody().readAllBytes();
            byte[] reply = ("{\"choices\":[{\"message\":{\"content\":\"Hello\"}}],\"output\":[{\"type\":\"message\","
                            + "\"content\":[{\"type\":\"output_text\",\"text\":\"Hello\"}]}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try {
            OpenAiModel model = OpenAiModel.builder()
                    .model("m-1")
                    .baseUrl("http://localhost:" + server.getAddress().getPort() + base)
                    .apiKey("sk-1")
                    .protocol(protocol)
                    .build();
            ModelReply reply = model.reply(OpenAiSamples.offering());
            assertEquals("Hello", reply.text());
            assertTrue(reply.provenance().requestSha256().matches("[0-9a-f]{64}"), reply::toString);
            assertEquals(List.of("POST " + path + " Bearer sk-1"), asked);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPropertyThatIsNoJsonIsNamed() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> OpenAiModel.builder().property("temperature", "warm"));
        assertTrue(
                refused.getMessage().startsWith("The property temperature has no JSON value: "), refused::getMessage);
    }
}
