package dev.escapement.http.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.Headers;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ResponseInfo;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Tests of the exceptions of an endpoint. Their wording is listed in {@code endpoint-messages.txt}, which
 * {@code -Dgolden.update=true} rewrites.
 */
class EndpointExceptionsTest {

    private static final Path CATALOGUE = Path.of("src/test/resources/endpoint-messages.txt");

    private static final EndpointExceptions EXCEPTIONS = new EndpointExceptions(
            new ModelInfo("openai", "gpt-5", "", 0),
            URI.create("https://api.openai.com/v1?key=x"),
            Headers.of(Map.of("X-Key", "secret-1")),
            HttpSettings.DEFAULT);

    private static final ErrorBody ERROR = new ErrorBody("Not possible.", "some_code");
    private static final ErrorBody EMPTY = new ErrorBody("", "");

    @Test
    void messagesAreThoseOfTheCatalogue() throws IOException {
        StringBuilder messages = new StringBuilder();
        catalogue()
                .forEach((name, exception) -> messages.append(name)
                        .append("\n  ")
                        .append(exception.getMessage())
                        .append('\n'));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(CATALOGUE.getParent());
            Files.writeString(CATALOGUE, messages);
        }

        assertEquals(Files.readString(CATALOGUE), messages.toString());
    }

    private static Map<String, Exception> catalogue() {
        Map<String, Exception> all = new TreeMap<>();
        for (RetryableException.Kind kind : RetryableException.Kind.values()) {
            RetryableException last = EXCEPTIONS.retryable(kind, 0, new IOException("detail"));
            all.put("unavailable " + kind, EXCEPTIONS.unavailable(last, 3));
        }
        RetryableException busy = EXCEPTIONS.providerError(503, ERROR, Optional.empty());
        all.put("unavailable once, with a status", EXCEPTIONS.unavailable(busy, 1));
        all.put(
                "unavailable without a message",
                EXCEPTIONS.unavailable(EXCEPTIONS.providerError(503, EMPTY, Optional.empty()), 2));
        all.put("delay too long", EXCEPTIONS.delayTooLong(busy, Duration.ofSeconds(61)));
        all.put("quota exhausted", EXCEPTIONS.quotaExhausted(429, ERROR, ResponseInfo.NONE));
        all.put("untrusted", EXCEPTIONS.untrusted(new CertificateException("detail")));
        for (int status : new int[] {400, 401, 404, 407, 413}) {
            all.put("rejected " + status, EXCEPTIONS.rejected(status, ERROR, ResponseInfo.NONE));
        }
        all.put("redirected", EXCEPTIONS.redirected(307, "https://other.example/v1?signature=x", ResponseInfo.NONE));
        all.put("wrong content type", EXCEPTIONS.wrongContentType(200, "text/html", "<html>", ResponseInfo.NONE));
        all.put(
                "wrong content type, empty",
                EXCEPTIONS.wrongContentType(204, "no content type", "", ResponseInfo.NONE));
        all.put(
                "malformed",
                EXCEPTIONS.unreadable(
                        new MalformedReplyException("$.text", "text", "12"), "{\"text\":12}", ResponseInfo.NONE));
        all.put(
                "malformed, with a secret",
                EXCEPTIONS.unreadable(
                        new MalformedReplyException("$.text", "text", "secret-1"), "", ResponseInfo.NONE));
        return all;
    }

    @Test
    void subjectOmitsTheQuery() {
        assertFalse(EXCEPTIONS.subject().contains("key"), EXCEPTIONS.subject());
    }

    @Test
    void modelWithoutANameIsItsAddress() {
        EndpointExceptions nameless = new EndpointExceptions(
                ModelInfo.UNKNOWN, URI.create("http://a:1/v1"), Headers.NONE, HttpSettings.DEFAULT);

        assertTrue(nameless.subject().endsWith(" at http://a:1/v1"), nameless.subject());
    }

    @Test
    void firstMessageOfTheCausesIsRepeated() {
        IOException fault = new IOException(null, new IOException("reset by peer"));

        assertTrue(lost(fault).getMessage().endsWith(": reset by peer"));
    }

    @Test
    void causesWithoutAMessageAreNamed() {
        Throwable fault = new ConnectException().initCause(new UnresolvedAddressException());

        assertTrue(lost(fault).getMessage().endsWith(": unknown host"));
        Throwable refused = new ConnectException().initCause(new ClosedChannelException());
        assertTrue(lost(refused).getMessage().endsWith(": connection refused"));
        assertTrue(lost(new IOException(null, new EOFException())).getMessage().endsWith(": EOFException"));
    }

    @Test
    void missingKeyIsTheRemedy() {
        EndpointExceptions keyless = exceptions(HttpSettings.DEFAULT);

        for (int status : new int[] {401, 403}) {
            String message = keyless.rejected(status, ERROR, ResponseInfo.NONE).getMessage();
            assertTrue(message.endsWith(" No key is set. Set apiKey(...)."), message);
        }
    }

    @Test
    void wrongPasswordOfTheProxyIsNamed() {
        EndpointExceptions exceptions = exceptions(HttpSettings.DEFAULT.withProxyPassword("user", "secret-2"));

        String message = exceptions.rejected(407, ERROR, ResponseInfo.NONE).getMessage();
        assertTrue(message.contains(" Check the user and the password of the proxy. For https,"), message);
    }

    private static EndpointExceptions exceptions(HttpSettings http) {
        return new EndpointExceptions(ModelInfo.UNKNOWN, URI.create("http://a:1/b"), Headers.NONE, http);
    }

    @Test
    void parameterIsNamedOnce() {
        ErrorBody unnamed = ErrorBody.of("{\"error\":{\"message\":\"Not supported.\",\"param\":\"top_p\"}}");
        ErrorBody named = ErrorBody.of("{\"error\":{\"message\":\"No top_p.\",\"param\":\"top_p\"}}");

        assertTrue(EXCEPTIONS
                .rejected(400, unnamed, ResponseInfo.NONE)
                .getMessage()
                .contains(": Not supported [top_p]. "));
        assertTrue(
                EXCEPTIONS.rejected(400, named, ResponseInfo.NONE).getMessage().contains(": No top_p. "));
    }

    @Test
    void causeWithASecretIsOmitted() {
        IOException clean = new IOException("reset");
        IOException secret = new IOException("reset", new UncheckedIOException(new IOException("X-Key: secret-1")));

        assertSame(clean, lost(clean).getCause());
        assertNull(lost(secret).getCause());
    }

    private static RetryableException lost(Throwable fault) {
        return EXCEPTIONS.retryable(RetryableException.Kind.LOST_REQUEST, 0, fault);
    }
}
