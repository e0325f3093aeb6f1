package dev.escapement.restate.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a real cluster of Restate. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateClusterTest {

    @Test
    void otherNodeContinuesAfterAKill(RestateCluster cluster) throws Exception {
        try (StubService service = StubService.start()) {
            cluster.registerHttp11(service.address());
            StubCalls.send(cluster.ingress(1), "before");

            cluster.kill(1);
            StubCalls.send(cluster.ingress(2), "after");

            StubCalls.awaitCount(2, query -> cluster.sql(2, query));
        }
    }

    @Test
    void restartedNodeAnswers(RestateCluster cluster) throws Exception {
        cluster.kill(1);
        cluster.restart(1);
        cluster.awaitHealthy(Polling.LIMIT);

        assertEquals(List.of(Map.of("one", "1")), cluster.sql(1, "SELECT 1 AS one"));
    }
}
