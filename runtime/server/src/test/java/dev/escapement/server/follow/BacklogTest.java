package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.server.FollowFixture;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the clients of a long thread take turns and receive each event once. */
class BacklogTest {
    /** More clients than can receive a backlog at the same time. */
    private static final int CLIENTS = 24;

    private static final int MESSAGES = 600;
    private static final int MESSAGE_LENGTH = 1_000;

    @Test
    void eachClientReceivesEachEventOnceInOrder() throws Exception {
        try (FollowFixture fixture = new FollowFixture(new InMemoryThreadStore(), 4 * CLIENTS)) {
            fixture.start("long");
            for (int i = 1; i <= MESSAGES; i++) {
                FollowFixture.message(fixture.store, "long", i, "x".repeat(MESSAGE_LENGTH));
            }
            List<StreamClient> clients = Stream.generate(() -> StreamClient.open(fixture.at("api/threads/long/follow")))
                    .limit(CLIENTS)
                    .toList();
            try {
                for (StreamClient client : clients) {
                    client.await(each -> each.data("event").size() > MESSAGES);
                    assertEquals(
                            IntStream.rangeClosed(1, MESSAGES + 1)
                                    .mapToObj(Integer::toString)
                                    .toList(),
                            client.received().stream()
                                    .filter(each -> each.event().equals("event"))
                                    .map(StreamClient.Received::id)
                                    .toList());
                }
            } finally {
                for (StreamClient client : clients) {
                    client.close();
                }
            }
        }
    }
}
