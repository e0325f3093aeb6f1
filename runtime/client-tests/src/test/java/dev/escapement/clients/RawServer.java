package dev.escapement.clients;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server on the loopback address that sends prepared bytes, one response per request and connection. Requests after
 * the last response are answered with the status 410. Thread-safe.
 */
final class RawServer implements AutoCloseable {

    private static final byte[] END_OF_SCRIPT =
            "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<RawResponse> responses;
    private final int chunk;
    private final List<RawRequest> requests = new ArrayList<>();

    /**
     * Starts a server.
     *
     * @param responses the responses in the order of the requests
     * @param chunk the number of bytes that are sent together
     */
    RawServer(List<RawResponse> responses, int chunk) {
        this.responses = List.copyOf(responses);
        this.chunk = chunk;
        try {
            socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    synchronized List<RawRequest> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                executor.execute(() -> handle(connection));
            } catch (IOException end) {
                // The server is closed.
            }
        }
    }

    private void handle(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            send(next(RawRequest.read(connection.getInputStream())), connection.getOutputStream());
        } catch (SocketException clientClosed) {
            // The client does not need the rest.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized RawResponse next(RawRequest request) {
        requests.add(request);
        return requests.size() <= responses.size() ? responses.get(requests.size() - 1) : RawResponse.of(END_OF_SCRIPT);
    }

    private void send(RawResponse response, OutputStream out) throws IOException, InterruptedException {
        byte[] bytes = response.bytes();
        for (int from = 0; from < bytes.length; ) {
            if (from == response.pauseAt()) {
                closed.await(response.pause().toMillis(), TimeUnit.MILLISECONDS);
            }
            int limit = from < response.pauseAt() ? response.pauseAt() : bytes.length;
            int length = Math.min(chunk, limit - from);
            out.write(bytes, from, length);
            from += length;
        }
        if (response.heldOpen()) {
            closed.await();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.shutdownNow();
    }
}
