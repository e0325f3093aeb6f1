package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the settings in environment variables. */
class EnvironmentSettingsTest {

    @Test
    void modelAndKeySuffice() {
        assertEquals(
                new EnvironmentSettings("gpt", Optional.of("sk-1"), Optional.empty()),
                read(Map.of("ACME_MODEL", " gpt ", "ACME_API_KEY", "sk-1", "ACME_BASE_URL", "")));
    }

    @Test
    void serverNeedsNoKey() {
        assertEquals(
                new EnvironmentSettings("gpt", Optional.empty(), Optional.of("http://localhost")),
                read(Map.of("ACME_MODEL", "gpt", "ACME_BASE_URL", "http://localhost")));
    }

    @Test
    void allMissingVariablesAreNamedInOneLine() {
        String message = fault(Map.of());

        assertTrue(message.contains("ACME_MODEL") && message.contains("ACME_API_KEY"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    void onlyMissingVariablesAreNamed() {
        assertFalse(fault(Map.of("ACME_API_KEY", "sk-1", "ACME_MODEL", "")).contains("ACME_API_KEY"));
    }

    @ParameterizedTest
    @CsvSource({"ACME_API_KEY, sk secret", "ACME_BASE_URL, localhost:8080/secret"})
    void invalidValueIsNotRepeated(String variable, String value) {
        String message = fault(Map.of("ACME_MODEL", "gpt", variable, value));

        assertTrue(message.contains(variable), message);
        assertFalse(message.contains("secret"), message);
    }

    private static String fault(Map<String, String> variables) {
        return assertThrows(IllegalStateException.class, () -> read(variables)).getMessage();
    }

    @Test
    void textDoesNotContainTheKey() {
        assertFalse(read(Map.of("ACME_MODEL", "gpt", "ACME_API_KEY", "sk-1"))
                .toString()
                .contains("sk-1"));
    }

    private static EnvironmentSettings read(Map<String, String> variables) {
        return EnvironmentSettings.of("ACME", variables::get);
    }
}
