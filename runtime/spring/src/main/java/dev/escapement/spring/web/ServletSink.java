package dev.escapement.spring.web;

import dev.escapement.server.EventSink;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The body of a streamed response of a servlet. Writes do not block in the container: a client that does not read lets the
 * writer wait here, where an interruption ends the write.
 */
final class ServletSink implements EventSink, WriteListener, AsyncListener {
    /** The length of a part, which the container keeps if the client does not read it. */
    private static final int PART = 1 << 13;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<ServletSink> ended;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // guarded by lock
    private boolean closed;
    private boolean completed;

    ServletSink(AsyncContext context, ServletOutputStream out, Consumer<ServletSink> ended) {
        this.context = context;
        this.out = out;
        this.ended = ended;
    }

    @Override
    public void write(String text) throws IOException {
        lock.lock();
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int start = 0; start < bytes.length; start += PART) {
                awaitReady();
                out.write(bytes, start, Math.min(PART, bytes.length - start));
            }
            awaitReady();
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The client did not read the response in time.");
        } finally {
            lock.unlock();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        while (!closed && !out.isReady()) {
            changed.await();
        }
        if (closed) {
            throw new IOException("The response has ended.");
        }
    }

    /** Ends the response. A write in progress fails. */
    @Override
    public void close() {
        end(true);
    }

    private void end(boolean completes) {
        boolean isFirst;
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            isFirst = !completed;
            completed = true;
            if (isFirst && completes) {
                complete();
            }
        } finally {
            lock.unlock();
        }
        if (isFirst) {
            ended.accept(this);
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // the container has already ended the response
        }
    }

    @Override
    public void onWritePossible() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Fails the current and further writes, after which the source closes this sink. */
    @Override
    public void onError(Throwable failure) {
        end(true);
    }

    @Override
    public void onError(AsyncEvent event) {
        end(true);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end(true);
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end(false);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
