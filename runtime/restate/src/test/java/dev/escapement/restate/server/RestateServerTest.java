package dev.escapement.restate.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a real server of Restate. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateServerTest {

    @Test
    void rowsContainColumnsAsText(RestateServer server) throws Exception {
        assertEquals(
                List.of(Map.of("number", "1", "letter", "x")),
                server.sql("SELECT 1 AS number, 'x' AS letter, NULL AS absent"));
    }

    @Test
    void invalidQueryIsRejected(RestateServer server) {
        assertThrows(IllegalArgumentException.class, () -> server.sql("SELEC 1"));
    }

    @Test
    void acceptedCallSurvivesAKill(RestateServer server) throws Exception {
        try (StubService service = StubService.start()) {
            server.registerHttp11(service.address());
            StubCalls.send(server.ingress(), "call");

            server.kill();
            server.restart();

            StubCalls.awaitCount(1, server::sql);
        }
    }
}
