package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Model;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Phase;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests releases that replace another one while it executes threads. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateReplacementTest {

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    /** Returns a model of the first release, which waits at a request. */
    private Model waitingAt(int number) {
        AtomicInteger requests = new AtomicInteger();
        return request -> {
            if (requests.incrementAndGet() == number) {
                requested.countDown();
                try {
                    boolean unused = released.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return new ClaimModel("first").reply(request);
        };
    }

    /** Starts a thread with the first release, and ends its service during the second request to the model. */
    private int interrupted(ClaimDeployment claims, RestateServer server) throws InterruptedException {
        claims.firstWork.release();
        Runner first = claims.firstRunner(waitingAt(2));
        try (RestateService service = claims.service(first, 0)) {
            service.register(server.admin(), ClaimDeployment.address(service));
            AgentThread unused = first.start("t1", "inspect");
            assertTrue(requested.await(1, TimeUnit.MINUTES));
            return service.port();
        }
    }

    private static AgentThread finished(ClaimDeployment claims) throws InterruptedException {
        assertEquals(
                Phase.FINISHED,
                claims.store
                        .awaitRest("t1", Duration.ofMinutes(1))
                        .orElseThrow()
                        .standing()
                        .phase());
        return claims.store.load("t1").orElseThrow();
    }

    @Test
    void releaseAtTheSameAddressContinuesTheJournal(RestateServer server) throws Exception {
        try (ClaimDeployment claims = new ClaimDeployment(server, "Replaced")) {
            int port = interrupted(claims, server);
            try (RestateService next = claims.service(claims.runner, port)) {
                AgentThread thread = finished(claims);

                assertEquals(port, next.port());
                assertTrue(((Event.Finished) thread.end().orElseThrow()).result().contains("next"));
                assertEquals(1, thread.events().stream().filter(e -> e instanceof AgentUpdated).count());
                assertEquals(List.of("inspect one"), claims.firstWork.effects);
                assertEquals(List.of(), claims.work.effects);
            }
        }
    }

    @Test
    void explore(RestateServer server) throws Exception {
        try (ClaimDeployment claims = new ClaimDeployment(server, "Lost")) {
            int port = interrupted(claims, server);
            try (RestateService next = claims.service(claims.runner, 0)) {
                next.register(server.admin(), ClaimDeployment.address(next));
                Polling.until(Polling.LIMIT, () -> !claims.invocations("status = 'backing-off'").isEmpty(), () -> "no");
                System.out.println(claims.invocations("true"));
                System.out.println(server.sql("SELECT * FROM sys_deployment"));
                System.out.println(claims.entries());
                java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
                String dep = server.sql("SELECT id FROM sys_deployment WHERE endpoint LIKE '%" + port + "%'").get(0).get("id");
                System.out.println(http.send(java.net.http.HttpRequest.newBuilder(server.admin().resolve("/deployments/" + dep)).DELETE().build(), java.net.http.HttpResponse.BodyHandlers.ofString()));
                String id = claims.invocations("status = 'backing-off'").get(0).get("id");
                var r = http.send(java.net.http.HttpRequest.newBuilder(server.admin().resolve("/invocations/" + id + "/resume?deployment=latest")).method("PATCH", java.net.http.HttpRequest.BodyPublishers.noBody()).build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                System.out.println(r + r.body());
                r = http.send(java.net.http.HttpRequest.newBuilder(server.admin().resolve("/invocations/" + id + "/pause")).method("PATCH", java.net.http.HttpRequest.BodyPublishers.noBody()).build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                System.out.println(r + r.body());
                Polling.until(Duration.ofSeconds(10), () -> !claims.invocations("status = 'paused'").isEmpty(), () -> "not paused");
                r = http.send(java.net.http.HttpRequest.newBuilder(server.admin().resolve("/invocations/" + id + "/resume?deployment=latest")).method("PATCH", java.net.http.HttpRequest.BodyPublishers.noBody()).build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                System.out.println(r + r.body());
                AgentThread thread = finished(claims);
                System.out.println(thread.events());
                System.out.println(claims.invocations("true"));
                r = http.send(java.net.http.HttpRequest.newBuilder(server.admin().resolve("/deployments/" + dep)).DELETE().build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                System.out.println(r + r.body());
                r = http.send(java.net.http.HttpRequest.newBuilder(server.admin().resolve("/deployments/" + dep + "?force=true")).DELETE().build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                System.out.println(r + r.body());
            }
        }
    }
}
