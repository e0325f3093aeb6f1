package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the error formats of the providers. */
class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // OpenAI, Groq
                "{\"error\":{\"message\":\"No key\",\"type\":\"auth\",\"param\":null,\"code\":\"bad_key\"}} | No key | bad_key",
                "{\"error\":{\"message\":\"Too long\",\"type\":\"bad_request\",\"code\":null}} | Too long | bad_request",
                // Anthropic
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Busy\"}} | Busy | overloaded_error",
                // Gemini
                "{\"error\":{\"code\":400,\"message\":\"Bad\",\"status\":\"INVALID_ARGUMENT\"}} | Bad | INVALID_ARGUMENT",
                "[{\"error\":{\"code\":400,\"message\":\"Bad\",\"status\":\"INVALID_ARGUMENT\"}}] | Bad | INVALID_ARGUMENT",
                // Ollama
                "{\"error\":\"no such model\"} | no such model | ``",
                // vLLM, Mistral
                "{\"object\":\"error\",\"message\":\"Bad\",\"type\":\"BadRequestError\",\"code\":400} | Bad | BadRequestError",
                "{\"object\":\"error\",\"message\":{\"detail\":[1]},\"type\":\"invalid\"} | {\"detail\":[1]} | invalid",
                // FastAPI, gateways
                "{\"detail\":\"Not Found\"} | Not Found | ``",
                "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"x\"}]} | [{\"loc\":[\"body\"],\"msg\":\"x\"}] | ``",
                "{\"message\":\"Unauthorized\"} | Unauthorized | ``",
                // unknown formats
                "{\"error\":{\"reason\":1}} | {\"reason\":1} | ``",
                "{\"oops\":true} | {\"oops\":true} | ``",
                "{\"error\":null} | {\"error\":null} | ``",
                "{\"error\":\"a\",\"error\":\"b\"} | {\"error\":\"a\",\"error\":\"b\"} | ``",
                "<html>Bad Gateway</html> | <html>Bad Gateway</html> | ``",
                "[] | [] | ``",
                "\"text\" | \"text\" | ``"
            })
    void messageAndCodeAreFoundInEachForm(String body, String message, String code) {
        ErrorBody error = ErrorBody.of(body);

        assertEquals(message, error.message());
        assertEquals(code, error.code());
    }

    @Test
    void emptyBodyHasNoMessage() {
        assertEquals(new ErrorBody("", ""), ErrorBody.of(""));
    }
}
