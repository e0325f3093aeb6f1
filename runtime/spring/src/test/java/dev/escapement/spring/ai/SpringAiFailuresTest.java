package dev.escapement.spring.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.springframework.ai.retry.NonTransientAiException;
import org.springframework.ai.retry.TransientAiException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Exceptions of chat models. */
class SpringAiFailuresTest {

    private static final String KEY = "sk-proj-0123456789abcdefghijklmnop";

    private static ModelException failure(RuntimeException thrown) {
        return assertThrows(
                ModelException.class,
                () -> SpringAiModel.of(FakeChatModel.failing(thrown))
                        .reply(new ModelRequest("", List.of(new Message.User("Hi")), List.of())));
    }

    private static HttpClientErrorException http(HttpStatus status, String body, String... retryAfter) {
        HttpHeaders headers = new HttpHeaders();
        for (String value : retryAfter) {
            headers.add("Retry-After", value);
        }
        return HttpClientErrorException.create(
                status,
                status.getReasonPhrase(),
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
    }

    @Test
    void rateLimitKeepsTheDelay() {
        ModelUnavailableException failure = assertInstanceOf(
                ModelUnavailableException.class, failure(http(HttpStatus.TOO_MANY_REQUESTS, "slow down", "7")));
        assertEquals(429, failure.status());
        assertEquals(Optional.of(Duration.ofSeconds(7)), failure.retryAfter());
        assertTrue(failure.getMessage().contains("slow down"), failure.getMessage());
    }

    @Test
    void pastDateIsNoDelay() {
        ModelUnavailableException failure = assertInstanceOf(
                ModelUnavailableException.class,
                failure(http(HttpStatus.TOO_MANY_REQUESTS, "", "Wed, 21 Oct 2015 07:28:00 GMT")));
        assertEquals(Optional.of(Duration.ZERO), failure.retryAfter());
    }

    @Test
    void otherDelayIsIgnored() {
        ModelUnavailableException failure = assertInstanceOf(
                ModelUnavailableException.class, failure(http(HttpStatus.TOO_MANY_REQUESTS, "", "soon")));
        assertEquals(Optional.empty(), failure.retryAfter());
    }

    @Test
    void wrappedRejectionKeepsItsStatus() {
        RequestRejectedException failure = assertInstanceOf(
                RequestRejectedException.class,
                failure(new IllegalStateException(http(HttpStatus.UNAUTHORIZED, "wrong key " + KEY))));
        assertEquals(401, failure.status());
        assertFalse(failure.getMessage().contains(KEY), failure.getMessage());
    }

    @Test
    void failedConnectionIsTemporary() {
        assertInstanceOf(
                ModelUnavailableException.class,
                failure(new ResourceAccessException("https://host/?key=" + KEY, new IOException("reset"))));
        assertInstanceOf(ModelUnavailableException.class, failure(new UncheckedIOException(new IOException("reset"))));
    }

    /** An exception with the name of one in the library of a provider. */
    static final class RateLimitException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RateLimitException(String message) {
            super(message);
        }
    }

    @Test
    void libraryExceptionIsClassifiedByItsName() {
        ModelUnavailableException failure =
                assertInstanceOf(ModelUnavailableException.class, failure(new RateLimitException("429: slow down")));
        assertEquals(429, failure.status());
    }

    @Test
    void rateLimitOfSpringAiIsTemporary() {
        ModelUnavailableException failure = assertInstanceOf(
                ModelUnavailableException.class, failure(new NonTransientAiException("429 - {\"error\":{}}")));
        assertEquals(429, failure.status());
    }

    @Test
    void otherExceptionsOfSpringAiKeepTheirKind() {
        assertInstanceOf(RequestRejectedException.class, failure(new NonTransientAiException("HTTP 401 - {}")));
        assertInstanceOf(ModelUnavailableException.class, failure(new TransientAiException("The server is busy.")));
    }

    @Test
    void unsupportedFeatureIsRejected() {
        assertInstanceOf(RequestRejectedException.class, failure(new UnsupportedOperationException("media")));
    }

    @Test
    void otherExceptionIsUnreadable() {
        ModelException failure = failure(new IllegalStateException("https://host/?key=" + KEY));
        assertInstanceOf(UnreadableReplyException.class, failure);
        assertFalse(failure.getMessage().contains(KEY)
                || failure.getCause().toString().contains(KEY));
    }

    @Test
    void missingResponseIsUnreadable() {
        assertThrows(
                UnreadableReplyException.class,
                () -> SpringAiModel.of(prompt -> null)
                        .reply(new ModelRequest("", List.of(new Message.User("Hi")), List.of())));
    }

    @Test
    void interruptionCancels() {
        FakeChatModel chat = FakeChatModel.failing(new IllegalStateException(new InterruptedException()));
        assertThrows(
                CancellationException.class,
                () -> SpringAiModel.of(chat).reply(new ModelRequest("", List.of(new Message.User("Hi")), List.of())));
        assertTrue(Thread.interrupted());
    }
}
