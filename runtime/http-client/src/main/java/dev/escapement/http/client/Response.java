package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;
import dev.escapement.model.spi.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** An HTTP response with limits on its duration and size. Must be closed. */
final class Response implements AutoCloseable {

    /**
     * The prefix of the Java platform's message for a proxy that answers CONNECT with a status other than 200 or 407.
     */
    private static final String NO_TUNNEL = "Tunnel failed";

    private final HttpResponse<ReplyBody> response;
    private final ReplyBody body;
    private final HttpSettings http;
    private final EndpointExceptions exceptions;
    private final long deadline;
    private final ContentHash hash = new ContentHash();
    private final BodyDecoder decoder;
    private long bytes;
    private long decodedBytes;
    private boolean isWhole;

    private Response(
            HttpResponse<ReplyBody> response,
            ReplyBody body,
            HttpSettings http,
            long deadline,
            EndpointExceptions exceptions) {
        this.response = response;
        this.body = body;
        this.http = http;
        this.exceptions = exceptions;
        this.deadline = deadline;
        this.decoder = new BodyDecoder(BodyFormat.encoding(response.headers()));
    }

    /** Sends a request and returns the response after its headers have arrived. */
    static Response open(HttpClient client, HttpRequest request, HttpSettings http, EndpointExceptions exceptions)
            throws RetryableException, InterruptedException {
        long deadline = System.nanoTime() + http.replyTimeout().toNanos();
        ReplyBody body = new ReplyBody();
        CompletableFuture<HttpResponse<ReplyBody>> sent = client.sendAsync(request, headers -> body);
        boolean isOpen = false;
        try {
            HttpResponse<ReplyBody> response = sent.get(http.replyTimeout().toNanos(), TimeUnit.NANOSECONDS);
            if (response.body() == null) {
                body.onComplete(); // the Java platform discards the body of a proxy that opens no tunnel
            }
            isOpen = true;
            return new Response(response, body, http, deadline, exceptions);
        } catch (TimeoutException e) {
            throw exceptions.retryable(RetryableException.Kind.REPLY_TIMEOUT, 0, null);
        } catch (ExecutionException e) {
            throw connectionFailure(e.getCause() == null ? e : e.getCause(), exceptions);
        } finally {
            if (!isOpen) {
                sent.cancel(true); // closes the connection
                body.close(); // in case that the headers have just arrived
            }
        }
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /**
     * Returns the next chunk of the decompressed body, waiting for it if necessary.
     *
     * @param silence the maximum time to wait
     * @return the chunk; null at the end
     * @throws MalformedReplyException if the body is too large
     */
    @Nullable
    ByteBuffer next(Duration silence) throws RetryableException, InterruptedException {
        if (declaredBytes() > http.maxReplyBytes()) {
            throw tooLarge();
        }
        ByteBuffer piece = decoded(silence);
        if (bytes > http.maxReplyBytes() || decodedBytes > http.maxReplyBytes()) {
            throw tooLarge();
        }
        return piece;
    }

    /**
     * Returns the beginning of the decompressed body, up to about a given number of bytes. The result is the whole body
     * or slightly longer than the limit.
     */
    byte[] beginning(int limit) throws InterruptedException {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        try {
            ByteBuffer piece = decoded(http.idleTimeout());
            while (piece != null) {
                write(piece, beginning);
                piece = beginning.size() < limit ? decoded(http.idleTimeout()) : null;
            }
        } catch (RetryableException | MalformedReplyException lost) {
            return beginning.toByteArray();
        }
        return beginning.toByteArray();
    }

    /** Returns the SHA-256 hash of the bytes read so far. May be called once. */
    String sha256() {
        return hash.hex();
    }

    @Override
    public void close() {
        body.close();
        decoder.close();
    }

    private @Nullable ByteBuffer decoded(Duration silence) throws RetryableException, InterruptedException {
        ByteBuffer decoded = decoder.poll(isWhole);
        while (decoded == null && !isWhole && bytes <= http.maxReplyBytes()) {
            List<ByteBuffer> piece = piece(silence);
            isWhole = piece == null;
            if (piece != null) {
                piece.forEach(decoder::feed);
            }
            decoded = decoder.poll(isWhole);
        }
        decodedBytes += decoded == null ? 0 : decoded.remaining();
        return decoded;
    }

    private @Nullable List<ByteBuffer> piece(Duration silence) throws RetryableException, InterruptedException {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        boolean isDeadlineNear = left.compareTo(silence) < 0;
        try {
            if (left.isNegative()) { // even if a chunk is available
                throw new TimeoutException();
            }
            List<ByteBuffer> piece = body.next(isDeadlineNear ? left : silence);
            if (piece != null) {
                piece.forEach(each -> {
                    bytes += each.remaining();
                    hash.add(each);
                });
            }
            return piece;
        } catch (TimeoutException e) {
            throw exceptions.retryable(
                    isDeadlineNear ? RetryableException.Kind.REPLY_TIMEOUT : RetryableException.Kind.IDLE_TIMEOUT,
                    status(),
                    null);
        } catch (IOException e) {
            throw exceptions.retryable(RetryableException.Kind.LOST_REPLY, status(), e);
        }
    }

    private long declaredBytes() {
        try {
            return Long.parseLong(headers().firstValue("content-length").orElse("0"));
        } catch (NumberFormatException invalid) {
            return 0;
        }
    }

    private MalformedReplyException tooLarge() {
        return new MalformedReplyException("body", "at most " + http.maxReplyBytes() + " bytes", "more");
    }

    static void write(ByteBuffer piece, ByteArrayOutputStream out) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        out.writeBytes(copy);
    }

    private static RetryableException connectionFailure(Throwable fault, EndpointExceptions exceptions) {
        if (isUntrusted(fault)) {
            throw exceptions.untrusted(fault);
        }
        return exceptions.retryable(kind(fault), 0, fault);
    }

    private static RetryableException.Kind kind(Throwable fault) {
        if (fault instanceof HttpConnectTimeoutException) {
            return RetryableException.Kind.CONNECT_TIMEOUT;
        }
        if (fault instanceof SSLException) {
            return RetryableException.Kind.INSECURE_CONNECTION;
        }
        if (fault instanceof ConnectException) {
            return RetryableException.Kind.NO_CONNECTION;
        }
        return String.valueOf(fault.getMessage()).startsWith(NO_TUNNEL)
                ? RetryableException.Kind.NO_TUNNEL
                : RetryableException.Kind.LOST_REQUEST;
    }

    /**
     * Returns whether a failure was caused by an untrusted certificate. Other failures of a handshake are temporary,
     * because a connection can be lost during it.
     */
    private static boolean isUntrusted(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof CertificateException || each instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
