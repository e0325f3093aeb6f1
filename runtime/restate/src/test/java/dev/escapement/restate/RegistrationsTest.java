package dev.escapement.restate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.restate.FakeIngress.Fault;
import dev.escapement.restate.FakeIngress.Received;
import dev.escapement.restate.server.LoopbackPorts;
import dev.escapement.run.Runner;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the registration of services without Restate. */
class RegistrationsTest {

    private static final URI SELF = URI.create("http://127.0.0.1:9080");
    private static final String TOKEN = "Bearer of-a-cluster";

    private FakeIngress restate;
    private RestateService service;

    @BeforeEach
    void start() throws IOException {
        restate = FakeIngress.start(new FakeObjects());
        Runner runner = Runner.of(new LedgerDeskLoop(new LedgerDesk()))
                .model(LedgerModel.of())
                .build();
        service = RestateService.of(runner).header("Authorization", TOKEN).start(0);
    }

    @AfterEach
    void stop() {
        service.close();
        restate.close();
    }

    private static URI closed() {
        return URI.create("http://127.0.0.1:" + LoopbackPorts.next());
    }

    private List<String> paths() {
        return restate.received().stream().map(Received::path).toList();
    }

    private List<Optional<String>> tokens() {
        return restate.received().stream()
                .map(request -> request.header("Authorization"))
                .toList();
    }

    @Test
    void absentRestateIsReported() {
        URI closed = closed();

        assertThrows(RestateRegistrationException.class, () -> service.register(closed, SELF));
    }

    @Test
    void registrationHasTheHeaders() {
        service.register(restate.address(), SELF);

        assertEquals(List.of("/deployments"), paths());
        assertEquals(List.of(Optional.of(TOKEN)), tokens());
    }

    @Test
    void scheduleHasTheHeaders() {
        service.registerSchedules(restate.address());

        assertTrue(paths().get(0).startsWith("/AgentThreadSchedule/"), () -> "" + paths());
        assertEquals(List.of(Optional.of(TOKEN)), tokens());
    }

    @Test
    void nextNodeIsUsedIfOneIsAbsent() {
        service.register(List.of(closed(), restate.address()), SELF, false);
        service.registerSchedules(closed(), restate.address());

        assertEquals(2, paths().size());
    }

    @Test
    void nextNodeIsUsedIfOneFails() {
        restate.fail(Fault.UNAVAILABLE);
        service.registerSchedules(restate.address(), restate.address());

        assertEquals(2, paths().size());
    }

    @Test
    void refusedTokenIsReportedAtOnce() {
        restate.fail(Fault.UNAUTHORIZED);

        RestateRegistrationException refusal = assertThrows(
                RestateRegistrationException.class,
                () -> service.registerSchedules(restate.address(), restate.address()));

        assertEquals(1, paths().size());
        assertTrue(!refusal.getMessage().contains(TOKEN), refusal::getMessage);
    }
}
