package dev.escapement.server.adapter;

import com.sun.net.httpserver.HttpExchange;
import dev.escapement.server.EventSink;
import dev.escapement.server.http.Watchdog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** The body of a streamed response of the JDK's HTTP server, whose handler has already returned. */
final class ExchangeSink implements EventSink {
    private static final Duration END_TIME = Duration.ofSeconds(1);

    private final HttpExchange exchange;
    private final Watchdog watchdog;
    private final Consumer<ExchangeSink> ended;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private boolean released;

    ExchangeSink(HttpExchange exchange, Watchdog watchdog, Consumer<ExchangeSink> ended) {
        this.exchange = exchange;
        this.watchdog = watchdog;
        this.ended = ended;
    }

    @Override
    public void write(String text) throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("The response has ended.");
            }
            OutputStream body = exchange.getResponseBody();
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.flush();
        } finally {
            lock.unlock();
            releaseIfClosed();
        }
    }

    /** Ends the response. A write in progress continues, and ends the response after it. */
    @Override
    public void close() {
        closed = true;
        releaseIfClosed();
        ended.accept(this);
    }

    /** Releases the exchange if the response has ended, unless another Java thread writes, which then releases it. */
    private void releaseIfClosed() {
        if (closed && lock.tryLock()) {
            try {
                if (!released) {
                    released = true;
                    watchdog.run(END_TIME, exchange::close);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
