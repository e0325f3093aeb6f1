package dev.escapement.wire;

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

/** One request and what comes back. Used once. */
final class Attempt {

    /** A provider explains itself in less. */
    private static final int MAX_ERROR_BYTES = 1 << 20;

    /** Enough of a body to recognize it, and more than is shown, so that no key is cut in two before it is found. */
    private static final int RECOGNIZABLE_BYTES = 4096;

    /** How long a stream is read on once nothing is missing any more. */
    private static final Duration ENDING = Duration.ofSeconds(2);

    /**
     * How long the end of a stream is waited for once the reply is over. Only with it can the connection be used again, and
     * a new one would cost about as much.
     */
    private static final Duration LEAVING = Duration.ofMillis(100);

    private final HttpSettings http;
    private final Failures failures;
    private final InstantSource clock;
    private final ReplyReader reader;
    private String seen = "";
    private @Nullable Long endingAt;

    Attempt(HttpSettings http, Failures failures, InstantSource clock, ReplyReader reader) {
        this.http = http;
        this.failures = failures;
        this.clock = clock;
        this.reader = reader;
    }

    /**
     * Sends the request and reads the reply.
     *
     * @return the reply, with the hash of what was received; that of what was sent is still to be added
     * @throws TemporaryFault if another attempt may succeed
     */
    Received reply(HttpClient client, HttpRequest request) throws TemporaryFault, InterruptedException {
        try (Response response = Response.open(client, request, http, failures)) {
            return new Received(read(response), response.sha256());
        } catch (MalformedJsonException fault) {
            throw failures.unreadable(fault, seen);
        }
    }

    /**
     * A reply.
     *
     * @param reply as its reader understood it
     * @param sha256 the hash of its bytes
     */
    record Received(ReplyBuilder reply, String sha256) {}

    private ReplyBuilder read(Response response) throws TemporaryFault, InterruptedException {
        int status = response.status();
        if (status >= 400) {
            return error(response);
        } else if (status >= 300) {
            throw failures.redirected(
                    status, response.headers().firstValue("location").orElse("nowhere"));
        }
        try {
            switch (ContentType.of(response.headers())) {
                case JSON -> reader.body(Json.parse(shown(Utf8.strict(response.body()))));
                case EVENT_STREAM -> events(response);
                case OTHER -> throw unreadable(response);
            }
            return reader.reply();
        } catch (ProviderFault fault) {
            ErrorBody error = new ErrorBody(String.valueOf(fault.getMessage()), fault.code());
            if (error.isQuotaUsedUp()) {
                throw failures.usedUp(status, error);
            }
            if (fault.isTemporary()) {
                throw new TemporaryFault(
                        failures.said(status, error), status, RetryAfter.in(response.headers(), clock));
            }
            throw failures.rejected(status, error);
        }
    }

    private void events(Response response) throws TemporaryFault, InterruptedException {
        EventStream stream = new EventStream(http.maxReplyBytes());
        try {
            List<ByteBuffer> piece = response.next(http.timeouts().idle());
            while (piece != null) {
                for (ByteBuffer bytes : piece) {
                    stream.feed(bytes).forEach(this::event);
                }
                piece = more(response);
            }
        } catch (TemporaryFault lost) {
            if (!reader.isEnded()) {
                throw lost;
            }
            return; // all that counts had come before
        }
        lastEvent(stream);
        if (!reader.isEnded()) {
            throw new TemporaryFault("the stream ended before the reply did", response.status());
        }
    }

    /** The next piece; null if there is none, or none that is worth waiting for. */
    private @Nullable List<ByteBuffer> more(Response response) throws TemporaryFault, InterruptedException {
        Duration idle = http.timeouts().idle();
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

    /** Lets a stream end whose reply is over. */
    private static void leave(Response response) throws InterruptedException {
        long leavingAt = System.nanoTime() + LEAVING.toNanos();
        try {
            Duration left = LEAVING;
            while (!left.isNegative() && response.next(left) != null) {
                left = Duration.ofNanos(leavingAt - System.nanoTime());
            }
        } catch (TemporaryFault | MalformedJsonException noEnd) {
            // the connection is dropped, which the reply does not suffer from
        }
    }

    /** What stands at the end of a stream without an empty line behind it is an event, or half of one that was cut off. */
    private void lastEvent(EventStream stream) {
        try {
            stream.end().ifPresent(this::event);
        } catch (MalformedJsonException half) {
            seen = "";
        }
    }

    private void event(ServerSentEvent event) {
        if (reader.isOver()) {
            return;
        }
        shown(event.data());
        reader.event(event);
    }

    private String shown(String text) {
        seen = text;
        return text;
    }

    private ReplyBuilder error(Response response) throws TemporaryFault, InterruptedException {
        int status = response.status();
        String body = new String(response.beginning(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        Optional<ReplyBuilder> reply = rejectedReply(status, body);
        if (reply.isPresent()) {
            return reply.get();
        }
        ErrorBody error = ErrorBody.of(body);
        if (error.isQuotaUsedUp()) {
            throw failures.usedUp(status, error);
        }
        if (status == 429 || status >= 500) {
            throw new TemporaryFault(failures.said(status, error), status, RetryAfter.in(response.headers(), clock));
        }
        throw failures.rejected(status, error);
    }

    private Optional<ReplyBuilder> rejectedReply(int status, String body) {
        try {
            return reader.rejected(status, Json.parse(body));
        } catch (MalformedJsonException noReply) {
            return Optional.empty();
        }
    }

    private RuntimeException unreadable(Response response) throws InterruptedException {
        String type = ContentType.words(response.headers());
        String beginning = new String(response.beginning(RECOGNIZABLE_BYTES), StandardCharsets.UTF_8);
        return failures.unreadable(response.status(), type, beginning);
    }
}
