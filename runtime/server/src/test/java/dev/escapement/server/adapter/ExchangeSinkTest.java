package dev.escapement.server.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import dev.escapement.server.http.Watchdog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests of the end of a streamed response. */
@Timeout(60)
class ExchangeSinkTest {

    private final List<String> calls = new ArrayList<>();
    private final Watchdog watchdog = Watchdog.start("exchange-sink-test");

    @AfterEach
    void stop() {
        watchdog.close();
    }

    @Test
    void closeDuringAWriteEndsTheResponseAfterIt() throws IOException {
        ExchangeSink[] sink = new ExchangeSink[1];
        sink[0] = new ExchangeSink(new RecordedExchange(() -> closeElsewhere(sink[0])), watchdog, ended -> {});

        sink[0].write(":");

        assertEquals(List.of("flush", "close"), calls);
    }

    @Test
    void repeatedCloseEndsTheResponseOnce() {
        ExchangeSink sink = new ExchangeSink(new RecordedExchange(() -> {}), watchdog, ended -> {});

        sink.close();
        sink.close();

        assertEquals(List.of("close"), calls);
    }

    private static void closeElsewhere(ExchangeSink sink) {
        Thread closing = new Thread(sink::close);
        closing.start();
        try {
            closing.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An exchange that records the end of writes and its own. */
    private final class RecordedExchange extends HttpExchange {
        private final Runnable flushing;

        private RecordedExchange(Runnable flushing) {
            this.flushing = flushing;
        }

        @Override
        public OutputStream getResponseBody() {
            return new OutputStream() {
                @Override
                public void write(int part) {}

                @Override
                public void flush() {
                    flushing.run();
                    calls.add("flush");
                }
            };
        }

        @Override
        public void close() {
            calls.add("close");
        }

        @Override
        public Headers getRequestHeaders() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Headers getResponseHeaders() {
            throw new UnsupportedOperationException();
        }

        @Override
        public URI getRequestURI() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getRequestMethod() {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpContext getHttpContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream getRequestBody() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sendResponseHeaders(int code, long length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getResponseCode() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InetSocketAddress getLocalAddress() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getProtocol() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getAttribute(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setAttribute(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setStreams(InputStream in, OutputStream out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpPrincipal getPrincipal() {
            throw new UnsupportedOperationException();
        }
    }
}
