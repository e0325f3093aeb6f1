package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.opentelemetry.AgentTelemetry;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.permits.PermitLibraryConfiguration;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Tests that the starter sees the beans of another auto-configuration, whose name follows its own. */
class LibraryOrderTest {

    private final ApplicationContextRunner library = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(Stream.concat(ours(), Stream.of(PermitLibraryConfiguration.class))
                    .toArray(Class<?>[]::new)));

    /** Returns all auto-configurations of the starter. */
    private static Stream<Class<?>> ours() {
        return StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
                .filter(name -> name.startsWith("dev.escapement."))
                .map(LibraryOrderTest::type);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void agentOfALibraryHasARunner() {
        library.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).getBean("waterDeskRunner").isInstanceOf(Runner.class);
        });
    }

    @Test
    void storeOfALibraryReplacesOurs() {
        library.run(context ->
                assertThat(context.getBeanNamesForType(ThreadStore.class)).containsExactly("libraryStore"));
    }

    @Test
    void modelsOfALibraryReplaceOurs() {
        library.run(context ->
                assertThat(context.getBeanNamesForType(AgentModels.class)).containsExactly("libraryModels"));
    }

    @Test
    void telemetryOfALibraryIsUsed() {
        library.run(context -> assertThat(context).hasSingleBean(AgentTelemetry.class));
    }
}
