package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What variables say of a model. */
class EnvironmentSettingsTest {

    @Test
    void aModelAndAKeyAreEnough() {
        assertEquals(
                new EnvironmentSettings("gpt", Optional.of("sk-1"), Optional.empty()),
                read(Map.of("ACME_MODEL", " gpt ", "ACME_API_KEY", "sk-1", "ACME_BASE_URL", "")));
    }

    @Test
    void aServerNeedsNoKey() {
        assertEquals(
                new EnvironmentSettings("gpt", Optional.empty(), Optional.of("http://localhost")),
                read(Map.of("ACME_MODEL", "gpt", "ACME_BASE_URL", "http://localhost")));
    }

    @Test
    void allThatIsMissingIsSaidInOneLine() {
        assertEquals(
                "Set in the environment: ACME_MODEL (the name of a model), ACME_API_KEY (or ACME_BASE_URL for a server"
                        + " that needs no key).",
                fault(Map.of()));
    }

    @Test
    void aKeyThatIsNoneIsNamedAndNotShown() {
        assertEquals(
                "Mend ACME_API_KEY in the environment. It has white space or other characters that no key has.",
                fault(Map.of("ACME_MODEL", "gpt", "ACME_API_KEY", "sk secret")));
    }

    @Test
    void aBaseUrlThatIsNoneIsNamedAndNotShown() {
        assertEquals(
                "Mend ACME_BASE_URL in the environment. The base URL has to look like https://api.example.com/v1: http or"
                        + " https, a host, perhaps a port and a path, and nothing else.",
                fault(Map.of("ACME_MODEL", "gpt", "ACME_BASE_URL", "localhost:8080/secret")));
    }

    private static String fault(Map<String, String> variables) {
        return assertThrows(IllegalStateException.class, () -> read(variables)).getMessage();
    }

    @Test
    void theKeyIsNotShown() {
        assertFalse(read(Map.of("ACME_MODEL", "gpt", "ACME_API_KEY", "sk-1"))
                .toString()
                .contains("sk-1"));
    }

    private static EnvironmentSettings read(Map<String, String> variables) {
        return EnvironmentSettings.of("ACME", variables::get);
    }
}
