package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the addresses that Azure displays for a resource and its deployments. */
class AzureAddressTest {

    private static final String HOST = "https://me.openai.azure.com";
    private static final String VERSION = "2024-10-21";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/openai",
                "/openai/",
                "/openai/v1",
                "/openai/v1/",
                "/openai/v1/chat/completions",
                "/openai/v1/responses",
                "/openai/responses?api-version=2024-10-21",
                "/openai/deployments/gpt%204",
                "/openai/deployments/gpt%204/",
                "/openai/deployments/gpt%204/chat/completions",
                "/openai/deployments/gpt%204/chat/completions?api-version=2024-10-21"
            })
    void pathOfTheApiIsRemoved(String path) {
        AzureAddress address = AzureAddress.of(HOST + path + "\n");
        assertEquals(HOST + "/openai/deployments/gpt%204?api-version=" + VERSION, address.baseUrl("gpt 4", VERSION));
        assertEquals(HOST + "/openai/v1", address.baseUrl("gpt 4"));
    }

    @Test
    void pathBeforeThatOfTheApiIsKept() {
        String project = "https://me.services.ai.azure.com/api/projects/p";
        assertEquals(
                project + "/openai/v1", AzureAddress.of(project + "/openai/v1/").baseUrl("gpt"));
        assertEquals(
                "https://gateway.example/team/openai/deployments/gpt?api-version=" + VERSION,
                AzureAddress.of("https://gateway.example/team/").baseUrl("gpt", VERSION));
    }

    @Test
    void versionOfTheAddressWithoutDatesIsKept() {
        assertEquals(
                HOST + "/openai/v1?api-version=preview",
                AzureAddress.of(HOST + "/openai/v1?api-version=preview").baseUrl("gpt"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "https://secret.example/openai/deployments",
                "https://secret.example/openai/deployments/gpt/embeddings",
                "https://secret.example/openai/v1/chat/completions/more",
                "https://secret.example/openai?api-version=1&key=secret",
                "https://secret.example/openai?key=secret",
                "https://secret.example/openai#secret"
            })
    void otherEndpointIsRejectedWithARemedy(String endpoint) {
        String message = message(() -> OpenAiModel.azure(endpoint, "gpt", VERSION));
        assertTrue(message.contains("https://example.openai.azure.com"), message);
        assertFalse(message.contains("secret"), message);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void missingArgumentIsNamed(String missing) {
        assertTrue(
                message(() -> OpenAiModel.azure(HOST, "gpt", missing)).contains("The version of the API is missing"));
        assertTrue(message(() -> OpenAiModel.azure(HOST, missing, VERSION)).contains("The deployment is missing"));
        assertTrue(message(() -> OpenAiModel.azure(HOST, missing)).contains("The deployment is missing"));
    }

    @Test
    void contradictionIsRejected() {
        String uri = HOST + "/openai/deployments/gpt/chat/completions?api-version=" + VERSION;
        assertTrue(message(() -> OpenAiModel.azure(uri, "gpt", "2025-01-01")).contains("Remove the query"));
        assertTrue(message(() -> OpenAiModel.azure(uri, "other", VERSION)).contains("Remove the path"));
        assertTrue(message(() -> OpenAiModel.azure(uri, "other")).contains("Remove the path"));
    }

    private static String message(Runnable call) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
