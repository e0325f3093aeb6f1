package dev.escapement.http.client;

import dev.escapement.http.request.Headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelInfo;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for what went wrong. */
class EndpointExceptionsTest {

    private static final EndpointExceptions FAILURES = new EndpointExceptions(
            new ModelInfo("openai", "gpt-5", "", 0),
            URI.create("https://api.openai.com/v1?key=x"),
            new Redaction(Headers.of(Map.of("X-Key", "secret-1"))));

    @Test
    void theModelAndItsAddressAreNamedWithoutTheQuery() {
        assertEquals("openai gpt-5 at https://api.openai.com/v1", FAILURES.subject());
    }

    @Test
    void aModelWithoutANameIsItsAddress() {
        EndpointExceptions nameless = new EndpointExceptions(ModelInfo.UNKNOWN, URI.create("http://a:1/b"), new Redaction(Headers.NONE));

        assertEquals("a model at http://a:1/b", nameless.subject());
    }

    @Test
    void theFirstExceptionThatSaysAnythingIsRepeated() {
        IOException fault = new IOException(null, new IOException("reset by peer"));

        assertEquals("lost: reset by peer", FAILURES.lost("lost", 0, fault).getMessage());
    }

    @Test
    void whereNoneSaysAnythingTheLastOneIsNamed() {
        Throwable fault = new ConnectException().initCause(new UnresolvedAddressException());

        assertEquals(
                "lost: UnresolvedAddressException",
                FAILURES.lost("lost", 0, fault).getMessage());
    }

    @Test
    void theExceptionIsKeptUnlessItHoldsASecret() {
        IOException clean = new IOException("reset");
        IOException secret = new IOException("reset", new IOException("X-Key: secret-1"));

        assertSame(clean, FAILURES.lost("lost", 0, clean).getCause());
        assertNull(FAILURES.lost("lost", 0, secret).getCause());
    }

    @ParameterizedTest
    @CsvSource({
        "401, Check the key.",
        "404, Check the address and the name of the model.",
        "407, Check the settings of the proxy.",
        "413, The conversation has become too long.",
        "400, Mend what it names; the same request will fail again."
    })
    void aRejectionNamesTheRemedy(int status, String remedy) {
        String message = FAILURES.rejected(status, new ErrorBody("No.", "")).getMessage();

        assertTrue(message.endsWith("HTTP " + status + ": No. " + remedy), message);
    }
}
