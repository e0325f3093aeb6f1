package dev.escapement.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.ModelInfo;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "https://acme.example/?key=sk-1",
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
                "https://acme.example?key=sk-1",
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
