package dev.escapement.model.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the redaction of text from providers. */
class ProviderTextTest {

    @ParameterizedTest
    @CsvSource({
        "Incorrect key sk-proj-abcdef123456., Incorrect key [hidden]",
        "no access for AIzaSyA1234567890, no access for [hidden]",
        "Authorization: Bearer abcdefgh12345678 refused, Authorization: Bearer [hidden] refused",
        "https://a.example/v1?key=hunter2&alt=sse, https://a.example/v1?key=[hidden]&alt=sse"
    })
    void keyIsHidden(String text, String expected) {
        assertEquals(expected, ProviderText.withoutKeys(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The key is missing.", "the task-force", "HTTP 401: invalid x-api-key", "bearer of news"})
    void otherTextIsUnchanged(String text) {
        assertEquals(text, ProviderText.withoutKeys(text));
    }
}
