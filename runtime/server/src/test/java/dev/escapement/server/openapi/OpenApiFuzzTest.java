package dev.escapement.server.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.server.ServerLog;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sends generated requests for every operation; {@code -Dfuzz.requests=10000} for the long form. */
class OpenApiFuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 500);
    private static final long SEED = Long.getLong("fuzz.seed", 18);

    @Test
    void everyResponseIsDescribedAndNoRequestFails() {
        DeskServer desk = new DeskServer();
        ValidatedServer server = desk.validated();
        RequestFuzzer requests = new RequestFuzzer(SEED, server.document(), desk.threadsInAllPhases());
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (ServerLog log = ServerLog.open()) {
            for (int i = 0; i < REQUESTS; i++) {
                ServerRequest request = requests.next();
                ServerResponse response = server.handle(request);
                statuses.merge(response.status(), 1, Integer::sum);
                assertTrue(response.status() < 500, request + " -> " + ValidatedServer.text(response) + log.messages());
                assertNothingLeaks(ValidatedServer.text(response), response.status());
            }
            assertEquals(
                    0,
                    log.messages().stream()
                            .filter(line -> line.contains(DeskServer.CONTENT))
                            .count());
        }
        System.out.println("fuzz " + REQUESTS + " seed " + SEED + ": " + statuses);
        assertTrue(statuses.containsKey(200) && statuses.containsKey(422), statuses::toString);
    }

    private static void assertNothingLeaks(String body, int status) {
        if (status >= 400) {
            assertTrue(!body.contains(DeskServer.CONTENT) && !body.contains("java.") && !body.contains("\tat "), body);
        }
    }
}
