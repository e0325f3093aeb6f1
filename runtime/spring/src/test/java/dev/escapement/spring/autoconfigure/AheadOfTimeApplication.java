package dev.escapement.spring.autoconfigure;

import dev.escapement.run.Runner;
import dev.escapement.run.Worker;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.permits.StreetDesk;
import dev.escapement.spring.permits.WaterDesk;
import java.util.List;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.AnnotationMetadata;

/** An application that Spring processes ahead of time. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    AgentAutoConfiguration.class,
    StoreAutoConfiguration.class,
    RunnerAutoConfiguration.class,
    WorkerAutoConfiguration.class
})
@Import(AheadOfTimeApplication.AgentImport.class)
public class AheadOfTimeApplication {

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
    AgentModels models() {
        return loop -> AgentContexts.closing();
    }

    /** Sets the properties of a context. */
    static void configure(GenericApplicationContext context) {
        TestPropertyValues.of("escapement.store.type=memory", "escapement.worker.poll-time=1h")
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
            return states + ", workers: " + List.of(context.getBeanNamesForType(Worker.class));
        }
    }

    @SuppressWarnings("unchecked")
    private static ApplicationContextInitializer<GenericApplicationContext> initializer(String name) throws Exception {
        return (ApplicationContextInitializer<GenericApplicationContext>)
                Class.forName(name).getDeclaredConstructor().newInstance();
    }
}
