package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests of the paths of the actuator on an embedded web server. */
class ActuatorEndpointTest {
    private static WebApplication application;

    @BeforeAll
    static void start() {
        application = WebApplication.startLocal(
                "management.endpoints.web.exposure.include=health,info,escapement,metrics",
                "management.endpoint.health.show-components=always");
        application.runner().start("thread-1", "Return parcel P-1");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void healthIsUp() throws Exception {
        assertEquals(
                "{\"status\":\"UP\"}",
                application.get("/actuator/health/escapement").body());
    }

    @Test
    void endpointCountsThreads() throws Exception {
        String state = application.get("/actuator/escapement").body();

        assertTrue(state.contains("\"waiting\":1,\"parked\":0,\"inDoubt\":0,\"stuck\":0"), state);
    }

    @Test
    void infoContainsAgents() throws Exception {
        String info = application.get("/actuator/info").body();

        assertTrue(info.contains("PickupDesk"), info);
    }

    @Test
    void gaugesAreRegistered() throws Exception {
        String metric = application
                .get("/actuator/metrics/escapement.threads?tag=escapement.thread.state:waiting")
                .body();

        assertTrue(metric.contains("\"value\":1.0"), metric);
    }
}
