package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.Headers;
import dev.escapement.model.ModelInfo;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of host names with an underscore. */
class HostResolverTest {

    private static final URI UNDERSCORE = URI.create("http://llm_server:8000/v1/chat?a=b");
    private static final EndpointExceptions EXCEPTIONS = new EndpointExceptions(
            new ModelInfo("openai", "m", "llm_server", 8000), UNDERSCORE, Headers.NONE, HttpSettings.DEFAULT);

    @ParameterizedTest
    @CsvSource({
        "http://llm_server:8000/v1/chat?a=b, 127.0.0.1, http://127.0.0.1:8000/v1/chat?a=b",
        "http://llm_server/v1, ::1, http://[0:0:0:0:0:0:0:1]/v1",
        "http://[::1]:8000/v1, 127.0.0.1, http://[::1]:8000/v1",
        "https://api.example.com/v1, 127.0.0.1, https://api.example.com/v1"
    })
    void nameWithAnUnderscoreIsReplaced(String uri, String ip, String resolved) throws RetryableException {
        HostResolver.Lookup lookup = name -> InetAddress.getByName(ip);

        assertEquals(URI.create(resolved), HostResolver.resolved(URI.create(uri), EXCEPTIONS, lookup));
    }

    @Test
    void unknownNameWithAnUnderscoreIsNamed() {
        RetryableException unknown = assertThrows(
                RetryableException.class,
                () -> HostResolver.resolved(UNDERSCORE, EXCEPTIONS, name -> {
                    throw new UnknownHostException(name);
                }));
        String message = String.valueOf(unknown.getMessage());

        assertEquals(RetryableException.Kind.NO_CONNECTION, unknown.kind());
        assertTrue(message.contains("llm_server") && message.contains("underscore"), message);
        assertTrue(EXCEPTIONS.subject().endsWith("http://llm_server:8000/v1/chat"), EXCEPTIONS.subject());
    }
}
