package dev.escapement.wire;

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

/** One response as it arrives, in its time and no larger than it may be. To be closed by whoever opened it. */
final class Response implements AutoCloseable {

    /** What the Java platform says if a proxy answers a CONNECT with anything but 200 or 407. */
    private static final String NO_TUNNEL = "Tunnel failed";

    private final HttpResponse<ReplyBody> response;
    private final ReplyBody body;
    private final Failures failures;
    private final Timeouts timeouts;
    private final int maxBytes;
    private final long deadline;
    private final ContentHash hash = new ContentHash();
    private long bytes;

    private Response(
            HttpResponse<ReplyBody> response, ReplyBody body, HttpSettings http, long deadline, Failures failures) {
        this.response = response;
        this.body = body;
        this.failures = failures;
        this.timeouts = http.timeouts();
        this.maxBytes = http.maxReplyBytes();
        this.deadline = deadline;
    }

    /** Sends a request and waits for the headers of the response. */
    static Response open(HttpClient client, HttpRequest request, HttpSettings http, Failures failures)
            throws TemporaryFault, InterruptedException {
        long deadline = System.nanoTime() + http.timeouts().reply().toNanos();
        ReplyBody body = new ReplyBody();
        CompletableFuture<HttpResponse<ReplyBody>> sent = client.sendAsync(request, headers -> body);
        boolean isOpen = false;
        try {
            HttpResponse<ReplyBody> response = sent.get(http.timeouts().reply().toNanos(), TimeUnit.NANOSECONDS);
            if (response.body() == null) {
                body.onComplete(); // what a proxy says in place of a tunnel is not read by the Java platform
            }
            isOpen = true;
            return new Response(response, body, http, deadline, failures);
        } catch (TimeoutException e) {
            throw overdue(http.timeouts(), 0);
        } catch (ExecutionException e) {
            throw unconnected(e.getCause() == null ? e : e.getCause(), http.timeouts(), failures);
        } finally {
            if (!isOpen) {
                sent.cancel(true); // drops the connection
                body.close(); // in case that the headers came just now
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
     * Waits for the next piece of the body.
     *
     * @param silence for how long, at most
     * @return the piece; null at the end
     * @throws MalformedJsonException if the body is too large
     */
    @Nullable
    List<ByteBuffer> next(Duration silence) throws TemporaryFault, InterruptedException {
        if (declaredBytes() > maxBytes) {
            throw tooLarge();
        }
        List<ByteBuffer> piece = piece(silence);
        if (bytes > maxBytes) {
            throw tooLarge();
        }
        return piece;
    }

    /** The body as a whole. */
    byte[] body() throws TemporaryFault, InterruptedException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (List<ByteBuffer> piece = next(timeouts.idle()); piece != null; piece = next(timeouts.idle())) {
            piece.forEach(each -> write(each, whole));
        }
        return whole.toByteArray();
    }

    /** As much of the body as there is, and not much more than a limit. */
    byte[] beginning(int limit) throws InterruptedException {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        try {
            List<ByteBuffer> piece = piece(timeouts.idle());
            while (piece != null) {
                piece.forEach(each -> write(each, beginning));
                piece = beginning.size() < limit ? piece(timeouts.idle()) : null;
            }
        } catch (TemporaryFault lost) {
            return beginning.toByteArray(); // what came has to do
        }
        return beginning.toByteArray();
    }

    /** The hash of what was read, to be asked for once. */
    String sha256() {
        return hash.hex();
    }

    @Override
    public void close() {
        body.close();
    }

    private @Nullable List<ByteBuffer> piece(Duration silence) throws TemporaryFault, InterruptedException {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        boolean isDeadlineNear = left.compareTo(silence) < 0;
        try {
            List<ByteBuffer> piece = body.next(isDeadlineNear ? left : silence);
            if (piece != null) {
                piece.forEach(each -> {
                    bytes += each.remaining();
                    hash.add(each);
                });
            }
            return piece;
        } catch (TimeoutException e) {
            throw isDeadlineNear
                    ? overdue(timeouts, status())
                    : new TemporaryFault("nothing came for " + TimeText.of(silence), status());
        } catch (IOException e) {
            throw failures.lost("the connection was lost", status(), e);
        }
    }

    private long declaredBytes() {
        return headers()
                .firstValue("content-length")
                .filter(length -> length.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private MalformedJsonException tooLarge() {
        return new MalformedJsonException("body", "at most " + maxBytes + " bytes", "more");
    }

    private static void write(ByteBuffer piece, ByteArrayOutputStream out) {
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        out.writeBytes(copy);
    }

    private static TemporaryFault overdue(Timeouts timeouts, int status) {
        return new TemporaryFault("the reply was not there after " + TimeText.of(timeouts.reply()), status);
    }

    private static TemporaryFault unconnected(Throwable fault, Timeouts timeouts, Failures failures) {
        if (fault instanceof HttpConnectTimeoutException) {
            return failures.lost("no connection after " + TimeText.of(timeouts.connect()), 0, fault);
        }
        if (isUntrusted(fault)) {
            throw failures.untrusted(fault);
        }
        if (fault instanceof SSLException) {
            return failures.lost("no secure connection", 0, fault);
        }
        if (fault instanceof ConnectException) {
            return failures.lost("no connection, perhaps because nothing listens there", 0, fault);
        }
        boolean isProxys = String.valueOf(fault.getMessage()).startsWith(NO_TUNNEL);
        return failures.lost(
                isProxys ? "the proxy lets nothing through" : "the connection was lost before a reply came", 0, fault);
    }

    /** Other faults of a handshake may pass: a connection can be lost in the middle of one. */
    private static boolean isUntrusted(Throwable fault) {
        for (Throwable each = fault; each != null; each = each.getCause()) {
            if (each instanceof CertificateException || each instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
