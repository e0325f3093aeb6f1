package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.FollowFixture;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that a client that does not read its stream is disconnected and does not delay others. */
class SlowClientTest {
    private static final long LIMIT = Duration.ofSeconds(30).toNanos();
    private static final int CLIENTS = 4;
    private static final int MESSAGES = 16;
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
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Sends a request and reads only the first byte of the response. */
    private static Socket follow(URI url) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        String request = "GET " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nAuthorization: alice\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertEquals('H', socket.getInputStream().read());
        return socket;
    }

    private static void awaitFollowers(FollowFixture fixture, int count) {
        long deadline = System.nanoTime() + LIMIT;
        while (fixture.followers() != count && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertEquals(count, fixture.followers());
    }
}
