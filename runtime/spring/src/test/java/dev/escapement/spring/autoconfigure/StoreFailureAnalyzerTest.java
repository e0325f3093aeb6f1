package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.run.StoreException;
import dev.escapement.spring.permits.WaterDesk;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tests the reports of stores that cannot be opened. */
class StoreFailureAnalyzerTest {

    @TempDir
    Path directory;

    private final StoreFailureAnalyzer analyzer = new StoreFailureAnalyzer();

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        AgentAutoConfiguration.class,
        StoreAutoConfiguration.class
    })
    static class StoreApplication {

        @Bean
        WaterDesk waterDesk() {
            return new WaterDesk();
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void fileThatCannotBeOpenedIsReported(CapturedOutput output) {
        start("spring.datasource.url=jdbc:sqlite:" + directory.resolve("missing/app.db"));

        assertThat(output).contains("APPLICATION FAILED TO START", "Check that spring.datasource.url");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void poolForReadingIsReported(CapturedOutput output) {
        start(
                "spring.datasource.url=jdbc:sqlite:" + directory.resolve("app.db"),
                "spring.datasource.hikari.read-only=true");

        assertThat(output).contains("APPLICATION FAILED TO START", "remove spring.datasource.hikari.read-only=true");
    }

    private static void start(String... settings) {
        try {
            new SpringApplicationBuilder(StoreApplication.class)
                    .web(WebApplicationType.NONE)
                    .properties(settings)
                    .run()
                    .close();
        } catch (RuntimeException e) {
            return; // reported
        }
        throw new AssertionError("The application started.");
    }

    private FailureAnalysis analysis(StoreException.Reason reason) {
        return Objects.requireNonNull(analyzer.analyze(new IllegalStateException(
                new StoreException("Cannot open.", null, reason, new SQLException("no file")))));
    }

    @Test
    void eachReasonHasItsRemedy() {
        Set<String> remedies = new HashSet<>();
        for (StoreException.Reason reason : StoreException.Reason.values()) {
            remedies.add(analysis(reason).getAction());
        }

        assertThat(remedies).hasSameSizeAs(StoreException.Reason.values());
    }

    @Test
    void descriptionHasMessageAndCause() {
        assertThat(analysis(StoreException.Reason.UNAVAILABLE).getDescription()).contains("Cannot open.", "no file");
    }

    @Test
    void failureOfOneThreadIsNotReported() {
        StoreException failure = new StoreException("Cannot load.", "t1", StoreException.Reason.UNAVAILABLE, null);

        assertThat(analyzer.analyze(failure)).isNull();
    }
}
