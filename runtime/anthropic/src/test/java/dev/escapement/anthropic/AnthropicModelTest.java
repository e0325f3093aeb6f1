package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.escapement.model.Delta;
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
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicModelTest {

    private static ModelInfo infoAt(String baseUrl) {
        return AnthropicModel.builder()
                .model("claude-1")
                .baseUrl(baseUrl)
                .build()
                .info();
    }

    private static String fault(Map<String, String> environment) {
        return assertThrows(IllegalStateException.class, () -> AnthropicModel.fromEnvironment(environment::get))
                .getMessage();
    }

    @Test
    void theEnvironmentNamesAModelOfAnthropic() {
        Map<String, String> environment = Map.of("ANTHROPIC_MODEL", "claude-1", "ANTHROPIC_API_KEY", "sk-1\n");
        assertEquals(
                new ModelInfo("anthropic", "claude-1", "api.anthropic.com", 443),
                AnthropicModel.fromEnvironment(environment::get).info());
    }

    @Test
    void anotherServerNeedsNoKey() {
        Map<String, String> environment = Map.of(
                "ANTHROPIC_MODEL", "m", "ANTHROPIC_BASE_URL", "http://localhost:4000/", "ANTHROPIC_API_KEY", " ");
        assertEquals(
                new ModelInfo("anthropic", "m", "localhost", 4000),
                AnthropicModel.fromEnvironment(environment::get).info());
    }

    @Test
    void whatIsMissingInTheEnvironmentIsSaidInOneLine() {
        assertEquals(
                "Set in the environment: ANTHROPIC_MODEL (the name of a model), ANTHROPIC_API_KEY (or ANTHROPIC_BASE_URL for"
                        + " a server that needs no key).",
                fault(Map.of()));
        assertEquals(
                "Set in the environment: ANTHROPIC_MODEL (the name of a model).",
                fault(Map.of("ANTHROPIC_API_KEY", "sk-1", "ANTHROPIC_MODEL", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "ftp://localhost",
                "http://",
                "http://sk-secret@localhost",
                "http://localhost?key=sk-secret",
                "http://localhost#sk-secret",
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
        AnthropicModel.Builder builder = AnthropicSamples.model().apiKey(key);
        String message =
                assertThrows(IllegalArgumentException.class, builder::build).getMessage();
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void aModelNeedsANameAndAnthropicAKey() {
        assertThrows(IllegalArgumentException.class, AnthropicModel.builder().apiKey("k")::build);
        assertThrows(IllegalArgumentException.class, AnthropicModel.builder().model("claude-1")::build);
    }

    @Test
    void aReplyHasAtLeastOneToken() {
        assertThrows(IllegalArgumentException.class, AnthropicSamples.model().maxOutputTokens(0)::build);
    }

    @Test
    void aModelWithoutAPriceIsRefused() {
        assertThrows(IllegalArgumentException.class, AnthropicSamples.model().prices(PriceTable.EMPTY)::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "max_tokens", "thinking", "tools", "stream", "cache_control"})
    void aPropertyCannotReplaceWhatTheClientWrites(String name) {
        AnthropicModel.Builder builder = AnthropicSamples.model().property(name, "1");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void whoeverDoesTheCachingHimselfMayHaveAMarker() {
        AnthropicModel model =
                AnthropicSamples.model().caching(false).property("cache_control", "{}").build();
        assertTrue(model.write(AnthropicSamples.saying(AnthropicSamples.QUESTION), false).contains("\"cache_control\":{}"));
    }

    @Test
    void theKeyIsNotInWhatAModelPrints() {
        assertEquals(
                "AnthropicModel[claude-1 at localhost:80]",
                AnthropicSamples.model().apiKey("sk-secret").build().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/"})
    void aModelIsAskedAtItsAddressWithTheKeyAndTheVersion(String base) throws IOException {
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("x-api-key") + " "
                    + exchange.getRequestHeaders().getFirst("anthropic-version"));
            exchange.getRequestBody().readAllBytes();
            byte[] reply = AnthropicSamples.json("{'content':[{'type':'text','text':'Hello'}],'stop_reason':'end_turn'}")
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try {
            AnthropicModel model = AnthropicModel.builder()
                    .model("claude-1")
                    .baseUrl("http://localhost:" + server.getAddress().getPort() + base)
                    .apiKey("sk-1")
                    .build();
            List<Delta> shown = new ArrayList<>();
            ModelReply reply = model.reply(AnthropicSamples.saying(AnthropicSamples.QUESTION), shown::add);
            assertEquals("Hello", reply.text());
            assertEquals(List.of(new Delta.Text("Hello")), shown);
            assertTrue(reply.provenance().requestSha256().matches("[0-9a-f]{64}"), reply::toString);
            assertEquals(List.of("POST /v1/messages sk-1 2023-06-01"), asked);
        } finally {
            server.stop(0);
        }
    }
}
