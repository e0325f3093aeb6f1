package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

        for (Jdk jdk : JdkHomes.all()) {
            try (StubProvider provider = StubProvider.calling("refund_order", "{\"orderId\":\"A-0000\"}");
                    StartedProcess desk = start(project, jdk, provider)) {
                String port = desk.await("started on port (\\d+)");
                WebClient user = new WebClient(port, "user:secret");

                assertEquals(401, new WebClient(port, "").get(THREADS).statusCode(), desk::output);
                assertEquals(200, user.get("escapement/").statusCode(), desk::output);
                user.await("actuator/health/escapement", "\"status\":\"UP\"");
                refundIsCommitted(user, "A-10" + jdk.version(), desk);
                failedRefundIsRolledBack(user, desk);
            }
        }
    }

    private static void refundIsCommitted(WebClient user, String order, StartedProcess desk) {
        String thread = finishedThread(user, order, desk);
        String orders = user.get("refunds").body();
        assertTrue(orders.contains(order), () -> orders + desk.output());
        String json = user.get("threads/" + thread).body();
        assertTrue(json.contains("\"step_returned\""), () -> json + desk.output());
    }

    /** The step fails after its insertion, so that the row must not be there. */
    private static void failedRefundIsRolledBack(WebClient user, StartedProcess desk) {
        String thread = finishedThread(user, "A-0000", desk);
        String json = user.get("threads/" + thread).body();
        assertTrue(json.contains("\"step_failed\""), () -> json + desk.output());
        String orders = user.get("refunds").body();
        assertFalse(orders.contains("A-0000"), () -> orders + desk.output());
    }

    private static StartedProcess start(OutsideProject project, Jdk jdk, StubProvider provider) {
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.put("SPRING_SECURITY_USER_PASSWORD", "secret");
        return project.java(
                jdk, environment, "-jar", "target/desk.jar", "--server.port=0", "--server.address=127.0.0.1");
    }

    private static String finishedThread(WebClient user, String order, StartedProcess desk) {
        String created = user.post(THREADS, "application/json", "{\"input\":\"Refund the order " + order + ".\"}")
                .body();
        assertTrue(created.contains("\"id\":\""), () -> created + desk.output());
        String thread = created.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        user.await(THREADS + "/" + thread, "\"phase\":\"FINISHED\"");
        return thread;
    }
}
