package dev.escapement.http.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that sends a stream of events for a random time to each connection and counts the open connections. A
 * connection that the client has left counts as open until writing to it fails.
 */
final class SlowStreamServer implements AutoCloseable {

    private static final int BACKLOG = 1000;

    private final ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Random random;
    private final int maxMillis;

    SlowStreamServer(long seed, int maxMillis) throws IOException {
        this.random = new Random(seed);
        this.maxMillis = maxMillis;
        start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1/chat");
    }

    int accepted() {
        return accepted.get();
    }

    int open() {
        return open.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                accepted.incrementAndGet();
                open.incrementAndGet();
                int headersAfter = random.nextInt(maxMillis / 2);
                int endAfter = headersAfter + random.nextInt(maxMillis);
                start(() -> serve(client, headersAfter, endAfter));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client, int headersAfter, int endAfter) {
        try (client) {
            InputStream in = client.getInputStream();
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n{}") < 0) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                request.append((char) next);
            }
            TimeUnit.MILLISECONDS.sleep(headersAfter);
            OutputStream out = client.getOutputStream();
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n");
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(endAfter - headersAfter);
            do {
                write(out, "data: {\"text\":\"x\"}\n\n");
                TimeUnit.MILLISECONDS.sleep(5);
            } while (System.nanoTime() < end);
            write(out, "data: [DONE]\n\n");
            client.shutdownOutput();
            while (in.read() >= 0) {
                // waits until the client closes the connection
            }
        } catch (IOException left) {
            // the client has closed the connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "slow stream server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
