package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.frameworks.JdkHomes.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A project with the bill of materials, the starter and one model, on each line of Spring Boot and each JDK. */
@Tag("compat")
class SpringBootProjectTest {

    /** The newest releases of the supported lines. */
    static final List<String> RELEASES = List.of("3.5.16", "4.0.9", "4.1.2");

    private static final int MAX_LINES = 10;

    private static StubProvider provider;

    @BeforeAll
    static void start() {
        OutsideProject.forgetEarlierArtifacts();
        provider = StubProvider.calling("look_up_order", "{\"orderId\":\"A-1042\"}");
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    static Stream<Arguments> releasesAndJdks() {
        return RELEASES.stream().flatMap(release -> JdkHomes.all().stream().map(jdk -> Arguments.of(release, jdk)));
    }

    /** Sets the release of the parent of a project. */
    static OutsideProject project(String name, String release, Path directory) {
        OutsideProject project = OutsideProject.copy(name, directory);
        project.replace("pom.xml", "<version>4.0.9</version>", "<version>" + release + "</version>");
        return project;
    }

    @ParameterizedTest
    @MethodSource("releasesAndJdks")
    void threadFinishes(String release, Jdk jdk, @TempDir Path directory) {
        OutsideProject project = project("spring-boot", release, directory);
        project.build(jdk, "-q", "clean", "package");

        try (StartedProcess desk = project.java(jdk, provider.environment(), "-jar", "target/desk.jar")) {
            String output = desk.requireSuccess();

            assertTrue(output.contains(":: Spring Boot ::"), output);
            assertTrue(output.contains("(v" + release + ")"), output);
            assertTrue(output.contains("The case is closed."), output);
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void configurationIsShort(String name, @TempDir Path directory) {
        long lines = OutsideProject.copy(name, directory).lines("src/main/resources/application.properties");

        assertTrue(lines <= MAX_LINES, () -> name + " has " + lines + " lines");
    }

    static List<String> projects() {
        return List.of("spring-boot", "spring-boot-web");
    }
}
