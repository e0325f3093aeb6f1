package dev.escapement.wire;

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
 * The body of a response, read by the thread of execution that waits for it. The next piece is not asked for before this
 * one is read, so that there is never more of a body in memory than one piece, and a body that nobody wants is not
 * received.
 */
final class ReplyBody implements HttpResponse.BodySubscriber<ReplyBody>, AutoCloseable {

    /** What the connection brings. */
    private sealed interface Signal {
        record Piece(List<ByteBuffer> bytes) implements Signal {}

        record End() implements Signal {}

        record Lost(Throwable fault) implements Signal {}
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean isClosed;
    private boolean isPieceTaken;

    /**
     * Waits for the next piece.
     *
     * @return the piece; null at the end
     * @throws TimeoutException if it does not come in time
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
        } else if (signal instanceof Signal.Piece piece) {
            isPieceTaken = true;
            return piece.bytes();
        } else if (signal instanceof Signal.Lost lost) {
            throw new IOException(lost.fault().getMessage(), lost.fault());
        }
        return null;
    }

    /** Drops the connection, unless the body was read to its end. */
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
        return CompletableFuture.completedFuture(this); // the headers are enough to go on with
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
        signals.add(new Signal.Piece(bytes));
    }

    @Override
    public void onError(Throwable fault) {
        signals.add(new Signal.Lost(fault));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }
}
