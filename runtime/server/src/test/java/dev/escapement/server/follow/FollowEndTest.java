package dev.escapement.server.follow;

import dev.escapement.server.FollowFixture;
import org.junit.jupiter.api.Test;

/** Tests the streams of an application that closes the handlers, and not their HTTP server. */
class FollowEndTest {

    @Test
    void waitingStreamsEndWithTheHandlersAlone() throws Exception {
        try (FollowFixture fixture = new FollowFixture()) {
            fixture.start("t1");
            try (StreamClient thread = StreamClient.open(fixture.at("api/threads/t1/follow"));
                    StreamClient questions = StreamClient.open(fixture.at("api/questions/follow"))) {
                thread.await(each -> !each.received().isEmpty());
                questions.await(each -> !each.received().isEmpty());

                fixture.closeHandlers(); // and again at the end of the test

                thread.awaitStatus(503); // of the request after the end of the stream
                questions.awaitStatus(503);
            }
        }
    }
}
