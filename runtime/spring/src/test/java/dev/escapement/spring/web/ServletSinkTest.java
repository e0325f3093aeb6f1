package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Tests of streams with clients that are slow or gone. */
class ServletSinkTest {
    private static final long LIMIT_SECONDS = 20;

    private final AsyncContext context =
            new MockAsyncContext(new MockHttpServletRequest(), new MockHttpServletResponse());
    private final Output output = new Output();
    private final List<ServletSink> ended = new ArrayList<>();
    private final ServletSink sink = new ServletSink(context, output, ended::add);

    /** An output that accepts bytes while the client reads. */
    private static final class Output extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private volatile boolean ready = true;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int value) throws IOException {
            if (!ready) {
                throw new IllegalStateException("not ready");
            }
            bytes.write(value);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    /** Begins a write to a client that does not read, and returns after the writer waits. */
    private CompletableFuture<Void> blockedWrite(AtomicReference<Thread> writer) throws InterruptedException {
        output.ready = false;
        CompletableFuture<Void> write = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                sink.write("data: x\n\n");
                write.complete(null);
            } catch (IOException | RuntimeException e) {
                write.completeExceptionally(e);
            }
        });
        writer.set(thread);
        thread.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (thread.getState() != Thread.State.WAITING && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertEquals(Thread.State.WAITING, thread.getState());
        return write;
    }

    private static Throwable failure(CompletableFuture<Void> write) {
        return assertThrows(
                        CompletionException.class,
                        () -> write.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join())
                .getCause();
    }

    @Test
    void textIsWritten() throws Exception {
        sink.write("data: \u00e4\n\n");

        assertEquals("data: \u00e4\n\n", output.text());
    }

    @Test
    void slowClientContinues() throws Exception {
        CompletableFuture<Void> write = blockedWrite(new AtomicReference<>());

        output.ready = true;
        sink.onWritePossible();

        write.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        assertEquals("data: x\n\n", output.text());
    }

    @Test
    void interruptionEndsAWrite() throws Exception {
        AtomicReference<Thread> writer = new AtomicReference<>();
        CompletableFuture<Void> write = blockedWrite(writer);

        writer.get().interrupt();

        assertInstanceOf(InterruptedIOException.class, failure(write));
    }

    @Test
    void goneClientEndsAWrite() throws Exception {
        CompletableFuture<Void> write = blockedWrite(new AtomicReference<>());

        sink.onError(new IOException("gone"));

        assertInstanceOf(IOException.class, failure(write));
    }

    @Test
    void closingEndsAWrite() throws Exception {
        CompletableFuture<Void> write = blockedWrite(new AtomicReference<>());

        sink.close();

        assertInstanceOf(IOException.class, failure(write));
    }

    @Test
    void endIsReportedOnce() {
        sink.close();
        sink.close();

        assertEquals(List.of(sink), ended);
    }

    @Test
    void writeAfterTheEndFails() {
        sink.close();

        assertThrows(IOException.class, () -> sink.write("x"));
    }
}
