package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.spi.ReplyBuilder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt to send a request and read its reply. Can be used once. */
final class Attempt {

    /** The approximate maximum number of bytes read from an error response. No provider's message is longer. */
    private static final int MAX_ERROR_BYTES = 1 << 20;

    /**
     * The approximate maximum number of bytes read from a response with an unsupported content type. It exceeds the
     * excerpt in a message, so that no key is cut before it is redacted.
     */
    private static final int RECOGNIZABLE_BYTES = 4096;

    /** The maximum time for which a stream is read after the reply is complete. */
    private static final Duration ENDING = Duration.ofSeconds(2);

    /**
     * The maximum time to wait for the end of a stream after the provider has signaled the end of the reply. A
     * connection can be reused only after that end, and a new connection takes about as long.
     */
    private static final Duration LEAVING = Duration.ofMillis(100);

    private final HttpSettings http;
    private final EndpointExceptions exceptions;
    private final InstantSource clock;
    private final ReplyReader reader;
    private String last = "";
    private @Nullable Long endingAt;

    Attempt(HttpSettings http, EndpointExceptions exceptions, InstantSource clock, ReplyReader reader) {
        this.http = http;
        this.exceptions = exceptions;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * Sends the request and reads the reply.
     *
     * @return the reply with the hash of the response
     * @throws RetryableException if a retry may succeed
     */
    ReceivedReply reply(HttpClient client, HttpRequest request) throws RetryableException, InterruptedException {
        try (Response response = Response.open(client, request, http, exceptions)) {
            return new ReceivedReply(read(response), response.sha256());
        } catch (MalformedReplyException fault) {
            throw exceptions.unreadable(fault, last);
        }
    }

    /**
     * A reply and the hash of the response from which it was read.
     *
     * @param reply the reply
     * @param sha256 the SHA-256 in hexadecimal digits
     */
    record ReceivedReply(ReplyBuilder reply, String sha256) {}

    private ReplyBuilder read(Response response) throws RetryableException, InterruptedException {
        int status = response.status();
        if (status >= 400) {
            return error(response);
        } else if (status >= 300) {
            throw exceptions.redirected(
                    status, response.headers().firstValue("location").orElse("no address"));
        }
        try {
            return switch (ContentType.of(response.headers())) {
                case JSON -> {
                    reader.body(ProviderJson.parse(remember(Utf8Decoder.decode(response.body()))));
                    yield reader.reply();
                }
                case EVENT_STREAM -> {
                    events(response);
                    yield reader.reply();
                }
                case OTHER -> throw wrongContentType(response);
            };
        } catch (ProviderErrorException fault) {
            ErrorBody error = new ErrorBody(String.valueOf(fault.getMessage()), fault.code());
            throw exception(error, fault.isTemporary(), response);
        }
    }

    private void events(Response response) throws RetryableException, InterruptedException {
        EventStream stream = new EventStream(http.maxReplyBytes());
        try {
            List<ByteBuffer> piece = response.next(http.idleTimeout());
            while (piece != null) {
                for (ByteBuffer bytes : piece) {
                    stream.feed(bytes).forEach(this::event);
                }
                piece = more(response);
            }
        } catch (RetryableException lost) {
            if (!reader.isEnded()) {
                throw lost;
            }
            return; // the reply was complete before
        }
        lastEvent(stream);
        if (!reader.isEnded()) {
            throw exceptions.retryable(RetryableException.Kind.INCOMPLETE_STREAM, response.status(), null);
        }
    }

    /** Returns the next chunk, or null if the stream has ended or the time for reading it has elapsed. */
    private @Nullable List<ByteBuffer> more(Response response) throws RetryableException, InterruptedException {
        Duration idle = http.idleTimeout();
        if (reader.isOver()) {
            leave(response);
            return null;
        } else if (!reader.isEnded() || reader.expectsMore()) {
            return response.next(idle);
        }
        if (endingAt == null) {
            endingAt = System.nanoTime() + Math.min(ENDING.toNanos(), idle.toNanos());
        }
        Duration left = Duration.ofNanos(endingAt - System.nanoTime());
        return left.isNegative() ? null : response.next(left);
    }

    /** Waits for the end of the stream after a complete reply, so that the connection can be reused. */
    private static void leave(Response response) throws InterruptedException {
        long leavingAt = System.nanoTime() + LEAVING.toNanos();
        try {
            Duration left = LEAVING;
            while (!left.isNegative() && response.next(left) != null) {
                left = Duration.ofNanos(leavingAt - System.nanoTime());
            }
        } catch (RetryableException | MalformedReplyException noEnd) {
            // the connection is closed; the reply is complete
        }
    }

    /**
     * Passes the last event to the reader if the stream ended before the event's closing empty line. A malformed event
     * is ignored, because it may be incomplete.
     */
    private void lastEvent(EventStream stream) {
        try {
            stream.end().ifPresent(this::event);
        } catch (MalformedReplyException half) {
            last = "";
        }
    }

    private void event(ServerSentEvent event) {
        if (reader.isOver()) {
            return;
        }
        remember(event.data());
        reader.event(event);
    }

    private String remember(String text) {
        last = text;
        return text;
    }

    private ReplyBuilder error(Response response) throws RetryableException, InterruptedException {
        int status = response.status();
        String body = new String(response.beginning(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        Optional<ReplyBuilder> reply = rejectedReply(status, body);
        if (reply.isPresent()) {
            return reply.get();
        }
        ErrorBody error = ErrorBody.of(body);
        throw exception(error, status == 429 || status >= 500, response);
    }

    private RuntimeException exception(ErrorBody error, boolean isTemporary, Response response)
            throws RetryableException {
        int status = response.status();
        if (error.isQuotaExhausted()) {
            return exceptions.quotaExhausted(status, error);
        }
        if (isTemporary) {
            throw exceptions.providerError(status, error, RetryAfter.in(response.headers(), clock));
        }
        return exceptions.rejected(status, error);
    }

    private Optional<ReplyBuilder> rejectedReply(int status, String body) {
        try {
            return reader.rejected(status, ProviderJson.parse(body));
        } catch (MalformedReplyException noReply) {
            return Optional.empty();
        }
    }

    private RuntimeException wrongContentType(Response response) throws InterruptedException {
        String type = ContentType.describe(response.headers());
        String beginning = new String(response.beginning(RECOGNIZABLE_BYTES), StandardCharsets.UTF_8);
        return exceptions.wrongContentType(response.status(), type, beginning);
    }
}
