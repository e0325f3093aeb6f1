package dev.escapement.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the validation and resolution of base URLs. */
class BaseUrlTest {

    private static final String EXAMPLE = "https://api.acme.example/v1";

    @Test
    void trailingSlashesAreIgnored() {
        assertEquals(
                URI.create(EXAMPLE + "/chat"),
                BaseUrl.of(" " + EXAMPLE + "// ", EXAMPLE).with("/chat"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example/v1?api-version=2024, /chat, https://acme.example/v1/chat?api-version=2024",
        "https://acme.example/v1/?api-version=2024, /chat, https://acme.example/v1/chat?api-version=2024",
        "https://acme.example?key=k&a=%2F, /m:s?alt=sse, https://acme.example/m:s?key=k&a=%2F&alt=sse",
        "https://acme.example?, /m?alt=sse, https://acme.example/m?alt=sse",
        "https://acme.example/v1?, /chat, https://acme.example/v1/chat"
    })
    void queriesAreJoined(String base, String operation, String address) {
        assertEquals(URI.create(address), BaseUrl.of(base, EXAMPLE).with(operation));
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.example/v1/chat/completions, /chat/completions, https://acme.example/v1/chat/completions",
        "https://acme.example/v1/chat/completions/?v=1, /responses, https://acme.example/v1/responses?v=1",
        "https://acme.example/openai/responses, /chat/completions, https://acme.example/openai/chat/completions",
        "https://acme.example/messages, /v1/messages, https://acme.example/messages",
        "https://acme.example/v1/messages, /messages, https://acme.example/v1/messages"
    })
    void operationIsNotAppendedTwice(String base, String operation, String address) {
        assertEquals(URI.create(address), BaseUrl.of(base, EXAMPLE).with(operation));
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_server:8000/v1, my_server, 8000",
        "http://llm_1.internal, llm_1.internal, 80",
        "http://[::1]:8080/v1, [::1], 8080",
        "https://[2001:db8::7], [2001:db8::7], 443"
    })
    void hostMayHaveAnUnderscoreOrBeAnAddress(String base, String host, int port) {
        assertEquals(new ModelInfo("acme", "m", host, port), info(base));
        assertEquals(base + "/chat", BaseUrl.of(base, EXAMPLE).with("/chat").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://my_server/v1", "https://llm_1.internal"})
    void underscoreWithHttpsIsNamed(String base) {
        String message = assertThrows(IllegalArgumentException.class, () -> BaseUrl.of(base, EXAMPLE))
                .getMessage();

        assertTrue(message.contains("underscore"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://my_host:80x", "http://my_host:70000", "http://my_h\u00f6st", "http://my host"})
    void invalidAuthorityIsRejected(String base) {
        assertThrows(IllegalArgumentException.class, () -> BaseUrl.of(base, EXAMPLE));
    }

    @Test
    void textOmitsPathAndQuery() {
        String text =
                BaseUrl.of("https://acme.example/sk-1/v1?key=sk-2", EXAMPLE).toString();

        assertEquals("BaseUrl[https://acme.example:443]", text);
    }

    @Test
    void defaultPortIsThatOfTheScheme() {
        assertEquals(new ModelInfo("acme", "m", "api.acme.example", 443), info(EXAMPLE));
        assertEquals(new ModelInfo("acme", "m", "localhost", 80), info("http://localhost"));
        assertEquals(new ModelInfo("acme", "m", "localhost", 8080), info("HTTP://localhost:8080/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.acme.example",
                "ftp://acme.example",
                "https://",
                "https:///v1",
                "https://sk-1@acme.example",
                "https://acme.example/#sk-1",
                "https://acme.example/sk-1 sk-1"
            })
    void invalidTextIsRejectedAndNotRepeated(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> BaseUrl.of(text, EXAMPLE));
        assertFalse(refused.getMessage().contains("sk-1"), refused.getMessage());
        assertEquals(null, refused.getCause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://acme.example",
                "/v1",
                "https://sk-1@acme.example",
                "https://acme.example#sk-1",
                "https://acme.example/sk-1/"
            })
    void invalidUriIsRejectedAndNotRepeated(String text) {
        URI uri = URI.create(text);
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new BaseUrl(uri));
        assertFalse(refused.getMessage().contains("sk-1"), refused.getMessage());
    }

    private static ModelInfo info(String text) {
        return BaseUrl.of(text, EXAMPLE).info("acme", "m");
    }
}
