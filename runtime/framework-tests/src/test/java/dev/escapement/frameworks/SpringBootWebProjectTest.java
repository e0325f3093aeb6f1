package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.frameworks.JdkHomes.Jdk;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A project with the inbox, Spring Security, Actuator and a database, on each line of Spring Boot. JDK 17 builds it, and each
 * JDK runs it.
 */
@Tag("compat")
class SpringBootWebProjectTest {

    private static final String THREADS = "escapement/api/threads";

    @BeforeAll
    static void forgetEarlierArtifacts() {
        OutsideProject.forgetEarlierArtifacts();
    }

    static List<String> releases() {
        return SpringBootProjectTest.RELEASES;
    }

    @ParameterizedTest
    @MethodSource("releases")
    void routesHealthAndTransactionsWork(String release, @TempDir Path directory) {
        OutsideProject project = SpringBootProjectTest.project("spring-boot-web", release, directory);
        project.build(JdkHomes.all().get(0), "-q", "clean", "package");

        int refunds = 0;
        for (Jdk jdk : JdkHomes.all()) {
            refunds++;
            try (StubProvider provider =
                    StubProvider.calling("refund_order", "{\"orderId\":\"A-104" + refunds + "\"}")) {
                refundIsCommitted(project, jdk, provider, refunds);
            }
            try (StubProvider provider = StubProvider.calling("refund_order", "{\"orderId\":\"A-0000\"}")) {
                failedRefundIsRolledBack(project, jdk, provider, refunds);
            }
        }
    }

    private void refundIsCommitted(OutsideProject project, Jdk jdk, StubProvider provider, int refunds) {
        try (ChildProcess desk = start(project, jdk, provider)) {
            WebClient anonymous = new WebClient(port(desk), "");
            WebClient user = new WebClient(port(desk), "user:secret");
            assertEquals(401, anonymous.get(THREADS).statusCode(), desk::output);
            assertEquals(200, user.get("escapement/").statusCode(), desk::output);
            String health = user.await("actuator/health/escapement", "\"status\":\"UP\"");
            assertTrue(health.contains("\"status\":\"UP\""), health);

            String thread = startThread(user, desk);
            user.await(THREADS + "/" + thread, "\"phase\":\"FINISHED\"");
            assertTrue(user.get("refunds").body().contains("A-104" + refunds), desk::output);
            assertTrue(user.get("threads/" + thread).body().contains("\"step_returned\""), desk::output);
        }
    }

    /** The step fails after its insertion, so that the row must not be there. */
    private void failedRefundIsRolledBack(OutsideProject project, Jdk jdk, StubProvider provider, int refunds) {
        try (ChildProcess desk = start(project, jdk, provider)) {
            WebClient user = new WebClient(port(desk), "user:secret");
            String thread = startThread(user, desk);
            user.await(THREADS + "/" + thread, "\"phase\":\"FINISHED\"");
            String orders = user.get("refunds").body();
            assertEquals(refunds, orders.split("A-104", -1).length - 1, orders);
            assertTrue(!orders.contains("A-0000"), orders);
        }
    }

    private static ChildProcess start(OutsideProject project, Jdk jdk, StubProvider provider) {
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.put("SPRING_SECURITY_USER_PASSWORD", "secret");
        return project.java(
                jdk, environment, "-jar", "target/desk.jar", "--server.port=0", "--server.address=127.0.0.1");
    }

    private static String port(ChildProcess desk) {
        return desk.await("started on port (\\d+)");
    }

    private static String startThread(WebClient user, ChildProcess desk) {
        String created = user.post(THREADS, "application/json", "{\"input\":\"Refund the order.\"}")
                .body();
        assertTrue(created.contains("\"id\":\""), () -> created + desk.output());
        return created.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }
}
