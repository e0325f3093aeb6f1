package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Model;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.restate.wire.AppendReply;
import dev.escapement.restate.wire.Status;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Phase;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests a service with a real server of Restate. Each test has objects with a name of its own. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateServiceTest {

    private final LedgerDesk desk = new LedgerDesk();
    private final LedgerDeskLoop loop = new LedgerDeskLoop(desk);

    private RestateService.Builder service(String name, Model model) {
        Runner runner =
                Runner.of(loop, new AuditDeskLoop(new AuditDesk())).model(model).build();
        return RestateService.of(runner).name(name).drainTime(Duration.ZERO);
    }

    private RestateService registered(RestateServer server, String name, Model model) {
        RestateService service = service(name, model).start(0);
        service.register(server.admin(), address(service));
        return service;
    }

    private static URI address(RestateService service) {
        return URI.create("http://127.0.0.1:" + service.port());
    }

    @Test
    void threadEndsWithItsChild(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Ended");
        RestateService service =
                registered(server, "Ended", LedgerModel.of("read_balance", "audit_account", "pay_out"));
        try (service) {
            AppendReply started = calls.start("t1", loop.agent());
            calls.await("t1", Phase.FINISHED);

            assertEquals(new AppendReply(Status.DONE, 1), started);
            assertEquals(List.of("read", "pay"), desk.effects);
            assertEquals(
                    calls.row("t1").orElseThrow().size(),
                    calls.events("t1").events().size());
        }
    }

    @Test
    void secondStartIsAConflict(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Twice");
        RestateService service = registered(server, "Twice", LedgerModel.of());
        try (service) {
            AppendReply first = calls.start("t1", loop.agent());

            assertEquals(Status.DONE, first.status());
            assertEquals(Status.CONFLICT, calls.start("t1", loop.agent()).status());
        }
    }

    @Test
    void malformedRequestIsRejected(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Malformed");
        RestateService service = registered(server, "Malformed", LedgerModel.of());
        try (service) {
            assertEquals(400, calls.send("Malformed", "t1", "append", "{}").statusCode());
        }
    }

    @Test
    void anotherProcessContinuesAfterAClose(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Closed");
        CountDownLatch requested = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        RestateService first = registered(server, "Closed", request -> {
            requested.countDown();
            try {
                boolean unused = released.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return LedgerModel.of("pay_out").reply(request);
        });
        int port = first.port();
        try (first) {
            AppendReply unused = calls.start("t1", loop.agent());
            assertTrue(requested.await(1, TimeUnit.MINUTES));
        }
        RestateService service = service("Closed", LedgerModel.of("pay_out")).start(port);
        try (service) {
            calls.await("t1", Phase.FINISHED);
        } finally {
            released.countDown();
        }

        assertEquals(List.of("pay"), desk.effects);
    }

    @Test
    void erasedThreadHasNoEvents(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Erased");
        RestateService service = registered(server, "Erased", LedgerModel.of());
        try (service) {
            AppendReply started = calls.start("t1", loop.agent());
            calls.await("t1", Phase.FINISHED);
            String erased = calls.post("Erased", "t1", "erase", "{}");

            assertEquals(Status.DONE, started.status());
            assertTrue(erased.contains("DONE"), erased);
            assertEquals(Status.ERASED, calls.events("t1").status());
            assertTrue(calls.row("t1").orElseThrow().erased());
        }
    }

    @Test
    void deletedThreadIsUnknown(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Deleted");
        RestateService service = registered(server, "Deleted", LedgerModel.of());
        try (service) {
            AppendReply started = calls.start("t1", loop.agent());
            calls.await("t1", Phase.FINISHED);
            String deleted = calls.post("Deleted", "t1", "delete", "{}");

            assertEquals(Status.DONE, started.status());
            assertTrue(deleted.contains("DONE"), deleted);
            assertEquals(Status.UNKNOWN, calls.events("t1").status());
        }
    }

    @Test
    void tickStartsAThread(RestateServer server) throws Exception {
        IngressCalls calls = new IngressCalls(server, "Ticking");
        Clock clock = Clock.fixed(Instant.parse("2026-11-30T09:00:01Z"), ZoneOffset.UTC); // its timer does not end
        try (RestateService service =
                service("Ticking", LedgerModel.of()).clock(clock).start(0)) {
            service.register(server.admin(), address(service));
            service.registerSchedules(server.ingress());
            service.registerSchedules(server.ingress());
            String tick = ticks(server).get(0);
            String schedule = loop.agent() + "/minute";
            String reply = calls.post("TickingSchedule", schedule, "tick", tick);
            String at = tick.replaceAll(".*\"at\":\"([^\"]*)\".*", "$1");

            calls.await(schedule + "/" + at, Phase.FINISHED);
            assertTrue(reply.contains("DONE"), reply);
            Polling.until(
                    Polling.LIMIT, () -> !ticks(server).equals(List.of(tick)), () -> "The schedule has no next tick.");
        }
    }

    private static List<String> ticks(RestateServer server) throws InterruptedException {
        return server.sql("SELECT value_utf8 FROM state WHERE service_name = 'TickingSchedule'").stream()
                .map((Map<String, String> row) -> String.valueOf(row.get("value_utf8")))
                .toList();
    }
}
