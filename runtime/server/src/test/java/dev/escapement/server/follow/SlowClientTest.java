package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.FollowFixture;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that clients that do not read their streams are disconnected and do not delay others. */
class SlowClientTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** More clients than the server has Java threads for writing. */
    private static final int CLIENTS = 36;

    private static final int MESSAGES = 8;
    private static final int MESSAGE_LENGTH = 1 << 20;

    @Test
    void clientsThatDoNotReadAreDisconnected() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (FollowFixture fixture = new FollowFixture(new InMemoryThreadStore(), 100)) {
            fixture.start("large");
            for (int i = 1; i <= MESSAGES; i++) {
                FollowFixture.message(fixture.store, "large", i, "x".repeat(MESSAGE_LENGTH));
            }
            fixture.start("small");
            for (int i = 0; i < CLIENTS; i++) {
                slow.add(follow(fixture.url("api/threads/large/follow")));
            }
            try (StreamClient other = StreamClient.open(fixture.at("api/threads/small/follow"))) {
                other.await(client -> client.data("event").size() == 1);
                awaitFollowers(fixture, 1);
                FollowFixture.message(fixture.store, "small", 1, "two");
                other.await(client -> client.data("event").size() == 2);
                assertEquals(1, other.statuses().size());
            }
            for (Socket socket : slow) {
                assertTrue(rest(socket) < (long) MESSAGES * MESSAGE_LENGTH, "The client has received the thread.");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Sends a request, waits until the response begins, and does not read the rest of it. */
    private static Socket follow(URI url) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.setSoTimeout((int) LIMIT.toMillis());
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        String request = "GET " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAuthorization: alice\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertEquals('H', socket.getInputStream().read());
        return socket;
    }

    /** Returns the number of bytes until the server closes the connection, which it can do with a reset. */
    private static long rest(Socket socket) throws IOException {
        long length = 0;
        byte[] part = new byte[1 << 16];
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(part)) {
                length += read;
            }
        } catch (SocketException e) {
            return length;
        }
        return length;
    }

    private static void awaitFollowers(FollowFixture fixture, int count) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (fixture.followers() != count && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertEquals(count, fixture.followers());
    }
}
