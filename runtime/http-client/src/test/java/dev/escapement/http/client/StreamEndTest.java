package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.silence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.escapement.fake.client.Trials;
import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests of the end of a stream: the protocol's mark, the end of the connection, or a limited silence. The pauses of the
 * servers are close to the limits, so that a busy machine can repeat a test.
 */
@Timeout(120)
class StreamEndTest {

    private static final String FINAL = "{\"text\":\"Ha\",\"last\":true}";

    private static Play pause(long millis) {
        return (client, out) -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static String text(Play play, HttpSettings http) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server, http)) {
            return fixture.post().text();
        }
    }

    @Test
    void connectionWithoutAnEndIsLeftWithinThreeSeconds() {
        Trials.run(() -> {
            Play open = events(FINAL).then(silence());
            assertEquals("Ha", text(events(FINAL), HttpSettings.DEFAULT)); // loads the classes

            assertEquals(
                    "Ha", assertTimeoutPreemptively(Duration.ofSeconds(3), () -> text(open, HttpSettings.DEFAULT)));
        });
    }

    @Test
    void textAfterAFinishReasonIsRead() {
        Trials.run(() -> {
            Play late = events(FINAL)
                    .then(pause(2500))
                    .then(raw("data: {\"text\":\"llo\",\"last\":true}\n\ndata: [DONE]\n\n"));

            assertEquals("Hallo", text(late, HttpSettings.DEFAULT));
        });
    }

    @Test
    void silenceCountsFromTheLastByte() {
        Trials.run(() -> {
            HttpSettings http = HttpSettings.DEFAULT.withIdleTimeout(Duration.ofMillis(1000));
            Play slow = events(FINAL);
            for (int i = 0; i < 4; i++) {
                slow = slow.then(pause(600)).then(raw("data: {\"text\":\"" + i + "\",\"last\":true}\n\n"));
            }

            assertEquals("Ha0123", text(slow.then(silence()), http));
        });
    }

    @Test
    void eventsWithoutContentDoNotPostponeTheEnd() {
        Trials.run(() -> {
            HttpSettings http = HttpSettings.DEFAULT.withIdleTimeout(Duration.ofMillis(500));
            Play slow = events(FINAL);
            for (int i = 0; i < 20; i++) {
                slow = slow.then(pause(300)).then(raw("data: {\"text\":\"\"}\n\n"));
            }
            Play endless = slow;

            assertEquals("Ha", assertTimeoutPreemptively(Duration.ofSeconds(4), () -> text(endless, http)));
        });
    }

    @Test
    void idleTimeoutCountsFromTheLastByte() {
        Trials.run(() -> {
            HttpSettings http = HttpSettings.DEFAULT
                    .withIdleTimeout(Duration.ofMillis(1000))
                    .withRetries(0);
            Play slow = events("{\"text\":\"a\"}");
            for (int i = 0; i < 3; i++) {
                slow = slow.then(pause(600)).then(raw(i == 1 ? ": comment\n\n" : "data: {\"text\":\"" + i + "\"}\n\n"));
            }

            assertEquals("a02", text(slow.then(raw("data: [DONE]\n\n")).then(silence()), http));
        });
    }

    @Test
    void endOfTheConnectionIsTheEnd() {
        Trials.run(() -> {
            HttpSettings http = HttpSettings.DEFAULT.withRetries(0);

            assertEquals("Ha", assertTimeoutPreemptively(Duration.ofSeconds(2), () -> text(events(FINAL), http)));
        });
    }
}
