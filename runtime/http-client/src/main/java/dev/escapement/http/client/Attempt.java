package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.ModelException;
import dev.escapement.model.ResponseInfo;
import dev.escapement.model.spi.ReplyBuilder;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** An attempt to send a request and read its reply. Can be used once. */
final class Attempt {

    /** The approximate maximum number of bytes read from an error response. No provider's message is longer. */
    private static final int MAX_ERROR_BYTES = 1 << 20;

    /**
     * The approximate maximum number of bytes read from a response with an unsupported format. It exceeds the excerpt in
     * a message, so that no key is cut before it is redacted.
     */
    private static final int RECOGNIZABLE_BYTES = 4096;

    private static final int NO_CONTENT = 204;

    /** The bytes of white space and of the byte order mark. */
    private static final String BLANKS = " \t\r\n\u00ef\u00bb\u00bf";

    private final HttpSettings http;
    private final EndpointExceptions exceptions;
    private final InstantSource clock;
    private final StreamLog log;
    private final int number;
    private final ReplyReader reader;
    private final DeltaTracker tracker;
    private final ReplyEvents events;

    /**
     * Creates an attempt.
     *
     * @param log the log of the endpoint
     * @param number the number of the attempt, from 1
     * @param reader the reader of the reply
     * @param tracker receives the deltas of the reader
     */
    Attempt(
            HttpSettings http,
            EndpointExceptions exceptions,
            InstantSource clock,
            StreamLog log,
            int number,
            ReplyReader reader,
            DeltaTracker tracker) {
        this.tracker = tracker;
        this.log = log;
        this.number = number;
        this.http = http;
        this.exceptions = exceptions;
        this.clock = clock;
        this.reader = reader;
        this.events = new ReplyEvents(reader);
    }

    /**
     * Sends the request and reads the reply.
     *
     * @return the reply with the hash of the response
     * @throws RetryableException if a retry may succeed
     * @throws RejectedException if the provider rejects the request
     */
    ReceivedReply reply(HttpClient client, HttpRequest request)
            throws RetryableException, RejectedException, InterruptedException {
        try (Response response = Response.open(client, request, http, exceptions)) {
            try {
                ReplyBuilder reply = read(response).response(info(response));
                return new ReceivedReply(reply, response.sha256());
            } catch (MalformedReplyException fault) {
                throw exceptions.unreadable(fault, events.last(), info(response));
            } catch (RetryableException failure) {
                throw failure.response().requestId().isEmpty() ? failure.with(info(response)) : failure;
            }
        }
    }

    /**
     * A reply and the hash of the response from which it was read.
     *
     * @param reply the reply
     * @param sha256 the SHA-256 in hexadecimal digits
     */
    record ReceivedReply(ReplyBuilder reply, String sha256) {}

    private ReplyBuilder read(Response response) throws RetryableException, RejectedException, InterruptedException {
        int status = response.status();
        if (status >= 400) {
            return error(response);
        } else if (status >= 300) {
            String location = response.headers().firstValue("location").orElse("no address");
            throw exceptions.redirected(status, location, info(response));
        }
        try {
            return body(response);
        } catch (ProviderErrorException fault) {
            Optional<ReplyBuilder> reply = events.rejected(status);
            if (reply.isPresent()) {
                return reply.get();
            }
            boolean isTemporary = fault.isTemporary() || TemporaryFault.isMessage(fault.error());
            throw exception(fault.error(), isTemporary, response);
        }
    }

    private ReplyBuilder body(Response response) throws RetryableException, InterruptedException {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        Optional<BodyFormat> format = Optional.empty();
        while (format.isEmpty()) {
            ByteBuffer piece = response.next(http.idleTimeout());
            if (piece != null) {
                skipBlanks(piece, beginning.size() > 0);
                Response.write(piece, beginning);
            }
            if (piece == null && beginning.size() == 0 && response.status() != NO_CONTENT) {
                throw exceptions.retryable(RetryableException.Kind.EMPTY_BODY, response.status(), null);
            }
            format = BodyFormat.of(beginning.toString(StandardCharsets.UTF_8), piece == null, response.headers());
        }
        return switch (format.get()) {
            case JSON -> json(response, beginning);
            case EVENT_STREAM -> stream(response, ByteBuffer.wrap(beginning.toByteArray()));
            case OTHER -> throw wrongFormat(response, beginning);
        };
    }

    /** Skips white space and the byte order mark before the first character, of which some servers send much. */
    private static void skipBlanks(ByteBuffer piece, boolean hasBegun) {
        while (!hasBegun && piece.hasRemaining() && BLANKS.indexOf(piece.get(piece.position()) & 0xff) >= 0) {
            piece.get();
        }
    }

    private ReplyBuilder json(Response response, ByteArrayOutputStream beginning)
            throws RetryableException, InterruptedException {
        for (ByteBuffer piece = response.next(http.idleTimeout());
                piece != null;
                piece = response.next(http.idleTimeout())) {
            Response.write(piece, beginning);
        }
        String text = BodyText.decode(beginning.toByteArray(), BodyFormat.charset(response.headers()));
        try {
            events.json(text);
        } catch (MalformedReplyException fault) {
            if (ProviderJson.endsEarly(text)) {
                throw exceptions.retryable(RetryableException.Kind.INCOMPLETE_BODY, response.status(), null);
            }
            throw fault;
        }
        return whole(response);
    }

    private ReplyBuilder stream(Response response, ByteBuffer beginning)
            throws RetryableException, InterruptedException {
        EventStream stream = new EventStream(http.maxReplyBytes(), BodyFormat.charset(response.headers()));
        StreamEnd end = new StreamEnd(reader, http.idleTimeout());
        try {
            ByteBuffer piece = beginning;
            while (piece != null) {
                long before = tracker.count();
                events.read(stream.feed(piece));
                end.received(tracker.count() > before);
                piece = end.next(response);
            }
        } catch (RetryableException lost) {
            if (!reader.isEnded()) {
                throw lost;
            }
            if (lost.kind() == RetryableException.Kind.IDLE_TIMEOUT) {
                log.silence(exceptions);
            }
            return whole(response); // the reply was complete before
        }
        if (end.isLeft()) {
            log.silence(exceptions);
        }
        events.readLast(stream);
        return whole(response);
    }

    /**
     * Returns the reply after the last event or the JSON body.
     *
     * @throws RetryableException if the events end before the reply could be complete
     */
    private ReplyBuilder whole(Response response) throws RetryableException {
        if (!reader.isEnded()) {
            throw exceptions.incomplete(response.status(), events.junk());
        }
        events.lateError().ifPresent(error -> log.lateError(exceptions, response.status(), error));
        return reader.reply();
    }

    private ReplyBuilder error(Response response) throws RetryableException, RejectedException, InterruptedException {
        String body = BodyText.decode(response.beginning(MAX_ERROR_BYTES), BodyFormat.charset(response.headers()));
        Optional<ReplyBuilder> reply = rejectedReply(response.status(), body);
        if (reply.isPresent()) {
            return reply.get();
        }
        boolean isEncoded = BodyFormat.isUnsupported(response.headers())
                && ErrorBody.json(body).isEmpty();
        String readable = isEncoded ? "a body encoded as " + BodyFormat.encoding(response.headers()) : body;
        ErrorBody error = ErrorBody.of(readable);
        throw exception(error, TemporaryFault.is(response.status(), error), response);
    }

    private Optional<ReplyBuilder> rejectedReply(int status, String body) {
        try {
            Optional<ProviderJson> json = ErrorBody.json(body);
            return json.isEmpty() ? Optional.empty() : reader.rejected(status, json.get());
        } catch (MalformedReplyException noReply) {
            return Optional.empty();
        }
    }

    private RuntimeException exception(ErrorBody error, boolean isTemporary, Response response)
            throws RetryableException, RejectedException {
        int status = response.status();
        Optional<String> header = response.headers().firstValue("x-should-retry");
        Optional<Duration> delay = RetryAfter.in(response.headers(), error, clock);
        boolean isOrdered = header.filter("true"::equalsIgnoreCase).isPresent();
        if (!isOrdered && BillingFault.is(status, error, delay.isPresent())) {
            return exceptions.quotaExhausted(status, error, info(response));
        }
        boolean isForbidden = header.filter("false"::equalsIgnoreCase).isPresent();
        if (isOrdered || isTemporary) {
            RetryableException failure = exceptions
                    .providerError(status, error, delay)
                    .with(exceptions.info(response.headers(), error.requestId()), error);
            if (isForbidden) {
                return exceptions.unavailable(failure, number);
            }
            throw failure;
        }
        throw new RejectedException(status, error, exceptions.info(response.headers(), error.requestId()));
    }

    private ModelException wrongFormat(Response response, ByteArrayOutputStream beginning) throws InterruptedException {
        String type = BodyFormat.describe(response.headers());
        if (beginning.size() < RECOGNIZABLE_BYTES) {
            beginning.writeBytes(response.beginning(RECOGNIZABLE_BYTES - beginning.size()));
        }
        String text = beginning.toString(StandardCharsets.UTF_8);
        return exceptions.wrongContentType(response.status(), type, text, info(response));
    }

    private ResponseInfo info(Response response) {
        return exceptions.info(response.headers(), "");
    }
}
