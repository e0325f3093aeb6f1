package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.frameworks.JdkHomes.Jdk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A project of Quarkus with CDI beans and no extension: packaged, and in dev mode with live reload. */
@Tag("compat")
class QuarkusProjectTest {

    private static final String TOOL = "src/main/java/com/example/desk/PlaceOrder.java";
    private static final String TYPE = "src/main/java/com/example/desk/OrderLine.java";
    private static final String LISTENING = "Listening on: http://127\\.0\\.0\\.1:(\\d+)";

    private static StubProvider provider;

    @BeforeAll
    static void start() {
        OutsideProject.forgetEarlierArtifacts();
        provider = StubProvider.calling("place_order", "{\"line\":{\"sku\":\"LAMP-3\"}}");
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    static List<Jdk> jdks() {
        return JdkHomes.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void packagedApplicationRunsThreads(Jdk jdk, @TempDir Path directory) {
        OutsideProject project = OutsideProject.copy("quarkus", directory);
        project.build(jdk, "-q", "clean", "package");

        try (StartedProcess desk = project.java(
                jdk, provider.environment(), "-Dquarkus.http.port=0", "-jar", "target/quarkus-app/quarkus-run.jar")) {
            WebClient client = new WebClient(desk.await(LISTENING), "");
            String result = client.post("orders", "text/plain", "Order a lamp.").body();

            assertTrue(result.contains("The case is closed."), () -> result + desk.output());
        }
    }

    @Test
    void devModeReloadsToolsAndTypes(@TempDir Path directory) {
        OutsideProject project = OutsideProject.copy("quarkus", directory);
        try (StartedProcess maven = project.maven(
                JdkHomes.all().get(0),
                provider.environment(),
                "quarkus:dev",
                "-Dquarkus.http.port=0",
                "-Ddebug=false",
                "-Dquarkus.console.enabled=false",
                "-Dquarkus.test.continuous-testing=disabled",
                "-Dquarkus.analytics.disabled=true")) {
            WebClient client = new WebClient(maven.await(LISTENING), "");
            client.await("schema", "\"sku\"");

            project.replace(TOOL, "Place an order", "Place an urgent order");
            client.await("schema", "Place an urgent order");

            // Quarkus compiles the type alone: the generated code of the tool reports that it is stale.
            project.replace(TYPE, "String sku", "String article");
            project.replace(TYPE, "@param sku", "@param article");
            client.await("schema", "Compile com.example.desk.PlaceOrder and that type again, together.");

            project.replace(TOOL, "Place an urgent order", "Place an order at once");
            client.await("schema", "\"article\"");
        }
    }
}
