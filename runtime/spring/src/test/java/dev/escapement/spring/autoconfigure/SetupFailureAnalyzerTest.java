package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.AgentSetupException.Reason;
import dev.escapement.spring.permits.WaterDesk;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tests the reports of failed setups at the start of an application. */
@ExtendWith(OutputCaptureExtension.class)
class SetupFailureAnalyzerTest {

    @TempDir
    Path directory;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({AgentAutoConfiguration.class, StoreAutoConfiguration.class, RunnerAutoConfiguration.class
    })
    static class StorelessApplication {

        @Bean
        WaterDesk waterDesk() {
            return new WaterDesk();
        }
    }

    @Test
    void reportHasDescriptionAndAction(CapturedOutput output) {
        SpringApplication application = new SpringApplicationBuilder(StorelessApplication.class)
                .web(WebApplicationType.NONE)
                .build();

        catchThrowableOfType(RuntimeException.class, () -> application.run().close());

        AgentSetupException failure = SetupFailures.storeMissing();
        assertThat(output).contains("APPLICATION FAILED TO START", failure.description(), failure.action());
    }

    @Test
    void agentWithoutLoopIsAFailure() throws Exception {
        Path source =
                Files.writeString(directory.resolve("BareDesk.java"), "@dev.escapement.Agent public class BareDesk {}");
        compileWithoutProcessors(source);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> agent = loader.loadClass("BareDesk");

            AgentContexts.inMemory()
                    .withBean("bareDesk", agent)
                    .run(context -> assertThat(ContextFailures.reason(context)).isEqualTo(Reason.LOOP_MISSING));
        }
    }

    private void compileWithoutProcessors(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-classpath", AheadOfTimeTest.CLASS_PATH, "-d", directory.toString());
            assertThat(compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjects(source))
                            .call())
                    .isTrue();
        }
    }
}
