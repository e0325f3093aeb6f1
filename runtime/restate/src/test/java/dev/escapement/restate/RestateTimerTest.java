package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.restate.server.Polling;
import dev.escapement.restate.server.RestateExtension;
import dev.escapement.restate.server.RestateServer;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadQuery;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests schedules with a real server. The clocks of the services are ahead of that of the system. */
@Tag("restate")
@ExtendWith(RestateExtension.class)
class RestateTimerTest {

    private final AgentLoop eachMinute = new PatrolDesk_EachMinuteLoop(new PatrolDesk.EachMinute());
    private final AgentLoop halfPast = new PatrolDesk_HalfPastLoop(new PatrolDesk.HalfPast());
    private final AgentLoop never = new PatrolDesk_NeverLoop(new PatrolDesk.Never());

    private RestateServer server;
    private String name;
    private RestateThreadStore store;

    @BeforeEach
    void name(RestateServer server, TestInfo test) {
        this.server = server;
        this.name = "Timed-" + test.getTestMethod().orElseThrow().getName();
        this.store = RestateThreadStore.of(server.ingress())
                .admin(server.admin())
                .service(name)
                .build();
    }

    /** Returns a clock whose time is two seconds before a time of its next hours when it is read for the first time. */
    private static Clock before(Instant tick) {
        AtomicReference<Instant> begin = new AtomicReference<>();
        InstantSource source = () -> {
            Instant now = Instant.now();
            begin.compareAndSet(null, now);
            return tick.minusSeconds(2).plus(Duration.between(begin.get(), now));
        };
        return source.withZone(ZoneOffset.UTC);
    }

    private static Instant nextHour() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }

    private RestateService service(AgentLoop loop, Clock clock, int port) {
        Runner runner = Runner.of(loop).model(PatrolDesk::model).store(store).build();
        return RestateService.of(runner)
                .name(name)
                .clock(clock)
                .drainTime(Duration.ZERO)
                .start(port);
    }

    private void register(RestateService service) {
        service.register(server.admin(), URI.create("http://127.0.0.1:" + service.port()), true);
        service.registerSchedules(server.ingress());
    }

    private List<ThreadEntry> threads() {
        return store.threads(ThreadQuery.all().fromOldest()).entries();
    }

    private void awaitThreads(int count) throws InterruptedException {
        Polling.until(
                Polling.LIMIT,
                () -> threads().size() >= count
                        && threads().stream().allMatch(entry -> entry.standing().phase() == Phase.FINISHED),
                () -> "The schedule did not start a thread.");
    }

    private List<String> ids() {
        return threads().stream().map(ThreadEntry::id).toList();
    }

    private static String id(Instant tick) {
        return "acme.Patrol/round/" + tick;
    }

    /** Returns the stored tick of the schedule. */
    private List<String> tick() throws InterruptedException {
        return server.sql("SELECT value_utf8 FROM state WHERE service_name = '" + name + "Schedule'").stream()
                .map((Map<String, String> row) -> String.valueOf(row.get("value_utf8")))
                .toList();
    }

    private List<Map<String, String>> timers() throws InterruptedException {
        return server.sql("SELECT id FROM sys_invocation WHERE target_service_name = '" + name
                + "Schedule' AND status = 'scheduled'");
    }

    private void awaitTimers(int count) throws InterruptedException {
        Polling.until(Polling.LIMIT, () -> timers().size() == count, () -> "There are not " + count + " timers.");
    }

    @Test
    void tickStartsAThread() throws Exception {
        Instant tick = nextHour();
        try (RestateService service = service(eachMinute, before(tick), 0)) {
            register(service);
            awaitThreads(1);

            assertEquals(List.of(id(tick)), ids());
            assertTrue(tick().get(0).contains(tick.plusSeconds(60).toString()), tick()::toString);
        }
    }

    @Test
    void missedTicksStartOneThread() throws Exception {
        Instant tick = nextHour();
        int port;
        try (RestateService service = service(eachMinute, before(tick.minusSeconds(18)), 0)) {
            register(service);
            port = service.port();
        }
        Instant later = tick.plus(10, ChronoUnit.MINUTES).plusSeconds(10);
        try (RestateService service = service(eachMinute, before(later), port)) {
            awaitThreads(1);

            assertEquals(port, service.port());
            assertEquals(List.of(id(tick)), ids());
            assertTrue(tick().get(0).contains(tick.plusSeconds(660).toString()), tick()::toString);
        }
    }

    @Test
    void changedExpressionReplacesTheSchedule() throws Exception {
        Instant half = nextHour().plus(30, ChronoUnit.MINUTES);
        try (RestateService old = service(eachMinute, before(half.minusSeconds(30)), 0);
                RestateService next = service(halfPast, before(half), 0)) {
            register(old);
            register(next);
            awaitThreads(1);

            assertEquals(List.of(id(half)), ids());
        }
    }

    @Test
    void removedTriggerEnds() throws Exception {
        Instant tick = nextHour();
        try (RestateService old = service(eachMinute, before(tick.minusSeconds(18)), 0);
                RestateService next = service(never, before(tick), 0)) {
            register(old);
            int before = tick().size();
            register(next);
            Polling.until(Polling.LIMIT, () -> tick().isEmpty(), () -> "The schedule does not end.");

            assertEquals(1, before);
            assertEquals(List.of(), ids());
            awaitTimers(0);
        }
    }

    @Test
    void registrationRepeatsALostTimer() throws Exception {
        Instant tick = nextHour();
        try (ClaimDeployment operator = new ClaimDeployment(server, name);
                RestateService service = service(eachMinute, before(tick.minusSeconds(50)), 0)) {
            register(service);
            awaitTimers(1);
            operator.patch(timers().get(0).get("id") + "/kill");
            awaitTimers(0);
            service.registerSchedules(server.ingress());

            awaitTimers(1);
        }
    }
}
