package dev.escapement.http.client;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A response body that the caller's Java thread reads chunk by chunk. Requests the next chunk only after the current
 * one is read, so that at most one chunk is in memory and the rest of an unwanted body is not received.
 */
final class ReplyBody implements HttpResponse.BodySubscriber<ReplyBody>, AutoCloseable {

    /**
     * A signal from the connection, which represents a chunk, the end of the body or a failure. Its method returns the
     * chunk, returns null at the end, or throws the failure.
     */
    @FunctionalInterface
    private interface Signal {
        @Nullable
        List<ByteBuffer> piece() throws IOException;
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean isClosed;
    private boolean isPieceTaken;

    /**
     * Waits for the next chunk and returns it.
     *
     * @return the chunk; null at the end
     * @throws TimeoutException if it does not arrive in time
     * @throws IOException if the connection is lost
     */
    @Nullable
    List<ByteBuffer> next(Duration time) throws IOException, TimeoutException, InterruptedException {
        if (isPieceTaken) {
            isPieceTaken = false;
            demandOne();
        }
        Signal signal = signals.poll(time.toNanos(), TimeUnit.NANOSECONDS);
        if (signal == null) {
            throw new TimeoutException();
        }
        List<ByteBuffer> piece = signal.piece();
        isPieceTaken = piece != null;
        return piece;
    }

    /** Closes the connection unless the body was read to its end. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private synchronized void demandOne() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public CompletionStage<ReplyBody> getBody() {
        return CompletableFuture.completedFuture(this); // the caller continues as soon as the headers have arrived
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (isClosed) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        signals.add(() -> bytes);
    }

    @Override
    public void onError(Throwable fault) {
        signals.add(() -> {
            throw new IOException(fault.getMessage(), fault);
        });
    }

    @Override
    public void onComplete() {
        signals.add(() -> null);
    }
}
