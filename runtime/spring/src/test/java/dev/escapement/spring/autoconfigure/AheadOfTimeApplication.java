package dev.escapement.spring.autoconfigure;

import dev.escapement.model.Model;
import dev.escapement.opentelemetry.AgentTelemetry;
import dev.escapement.run.Runner;
import dev.escapement.run.Worker;
import dev.escapement.spring.actuate.AgentMeters;
import dev.escapement.spring.actuate.ThreadEndpoint;
import dev.escapement.spring.model.ModelFactory;
import dev.escapement.spring.model.ModelSettings;
import dev.escapement.spring.permits.StreetDesk;
import dev.escapement.spring.permits.WaterDesk;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application that Spring processes ahead of time. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    AgentAutoConfiguration.class,
    StoreAutoConfiguration.class,
    RunnerAutoConfiguration.class,
    WorkerAutoConfiguration.class,
    ModelAutoConfiguration.class,
    SpringAiAutoConfiguration.class,
    LangChain4jAutoConfiguration.class,
    StatisticsAutoConfiguration.class,
    ActuatorAutoConfiguration.class,
    MetersAutoConfiguration.class,
    TelemetryAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
@Import(AheadOfTimeApplication.AgentImport.class)
public class AheadOfTimeApplication {

    /** The system property with the file of the database. */
    static final String DATABASE = "ahead-of-time.database";

    /** The import of an agent that is not accessible in this package. */
    static final class AgentImport implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {StreetDesk.agentClass().getName()};
        }
    }

    @Bean
    @Lazy
    WaterDesk waterDesk() {
        return new WaterDesk();
    }

    @Bean
    SimpleMeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    OpenTelemetry openTelemetry() {
        return OpenTelemetry.noop();
    }

    /** The factory of the model, which the properties select. */
    @Bean
    ModelFactory fixedModels() {
        return new ModelFactory() {
            @Override
            public String provider() {
                return "fixed";
            }

            @Override
            public Model create(ModelSettings settings) {
                return AgentContexts.closing();
            }
        };
    }

    /** Sets the properties of a context. */
    static void configure(GenericApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=jdbc:sqlite:${" + DATABASE + "}",
                        "spring.datasource.driver-class-name=org.sqlite.JDBC",
                        "management.endpoints.web.exposure.include=*",
                        "escapement.models.default.provider=fixed",
                        "escapement.models.default.model=m",
                        "escapement.worker.poll-time=1h")
                .applyTo(context);
    }

    /**
     * Starts the application with a generated initializer, and starts a thread of each agent.
     *
     * @param initializer the name of the class
     * @return the states of the threads by the names of the runners, and the number of workers
     */
    public static String run(String initializer) throws Exception {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            configure(context);
            initializer(initializer).initialize(context);
            context.refresh();
            TreeMap<String, Object> states = new TreeMap<>();
            context.getBeansOfType(Runner.class)
                    .forEach((name, runner) ->
                            states.put(name, runner.start("Hello").status()));
            states.put(
                    "stored",
                    new JdbcTemplate(context.getBean(DataSource.class))
                            .queryForObject("select count(*) from esc_thread", Integer.class));
            states.put("meters", context.getBeanNamesForType(AgentMeters.class).length);
            states.put("endpoints", context.getBeanNamesForType(ThreadEndpoint.class).length);
            states.put("telemetry", context.getBeanNamesForType(AgentTelemetry.class).length);
            return states + ", workers: " + List.of(context.getBeanNamesForType(Worker.class));
        }
    }

    @SuppressWarnings("unchecked")
    private static ApplicationContextInitializer<GenericApplicationContext> initializer(String name) throws Exception {
        return (ApplicationContextInitializer<GenericApplicationContext>)
                Class.forName(name).getDeclaredConstructor().newInstance();
    }
}
