package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.permits.PermitOffice;
import dev.escapement.spring.permits.PermitTable;
import dev.escapement.spring.permits.WaterDesk;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One start of an application with two agents on SQLite, a web server with the inbox, security and the actuator, in a JVM
 * of its own.
 *
 * @param beans the times for the creation of the beans of the starter, without the beans of others that they need
 * @param beanCpu the processor times for the creation of these beans
 * @param wall the time from the call of Spring Boot to the end of the start
 * @param cpu the processor time of the JVM until the end of the start
 */
record ApplicationStart(Map<String, Duration> beans, Map<String, Duration> beanCpu, Duration wall, Duration cpu) {

    private static final String OURS = "dev.escapement.";

    /** The auto-configurations of Spring Boot 4, whose health is on the class path of the tests. */
    private static final List<String> BOOT_4 = List.of(
            "actuate.endpoint.AvailabilityProbesAutoConfiguration",
            "actuate.endpoint.HealthEndpointAutoConfiguration",
            "application.AvailabilityHealthContributorAutoConfiguration",
            "application.DiskSpaceHealthContributorAutoConfiguration",
            "application.SslHealthContributorAutoConfiguration",
            "contributor.HealthContributorAutoConfiguration",
            "registry.HealthContributorRegistryAutoConfiguration");

    /** The application. The pool of connections starts with the table, so that its start is not part of the store. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        WaterDesk waterDesk() {
            return new WaterDesk();
        }

        @Bean
        PermitTable permitTable(DataSource source) {
            return new PermitTable(source);
        }

        @Bean
        PermitOffice permitOffice(PermitTable table) {
            return new PermitOffice(table);
        }
    }

    /** Starts and stops the application, with or without the auto-configurations of the starter. */
    static ApplicationStart measure(String database, boolean withStarter) {
        BufferingApplicationStartup steps = new BufferingApplicationStartup(20_000);
        TimedStartup startup = new TimedStartup(steps);
        SpringApplication application = new SpringApplication(Application.class);
        application.setApplicationStartup(startup);
        long begin = System.nanoTime();
        try (ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=jdbc:sqlite:" + database,
                "--server.port=0",
                "--escapement.server.enabled=true",
                "--escapement.models.default.provider=openai",
                "--escapement.models.default.model=gpt-5-mini",
                "--escapement.models.default.api-key=a-key",
                "--spring.main.banner-mode=off",
                "--spring.autoconfigure.exclude=" + excluded(withStarter))) {
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            List<TimelineEvent> events = steps.getBufferedTimeline().getEvents();
            return new ApplicationStart(
                    times(beans, events, TimelineEvent::getDuration),
                    times(
                            beans,
                            events,
                            event -> startup.cpu(event.getStartupStep().getId())),
                    wall,
                    cpu);
        }
    }

    private static String excluded(boolean withStarter) {
        Stream<String> others = BOOT_4.stream().map(name -> "org.springframework.boot.health.autoconfigure." + name);
        Stream<String> ours = StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
                .filter(name -> !withStarter && name.startsWith(OURS));
        return Stream.concat(others, ours).collect(Collectors.joining(","));
    }

    /** Returns the times of the beans of the starter, without the beans that were created in the meantime. */
    private static Map<String, Duration> times(
            ConfigurableListableBeanFactory beans,
            List<TimelineEvent> events,
            Function<TimelineEvent, Duration> duration) {
        Map<Long, Duration> nested = new HashMap<>();
        for (TimelineEvent event : events) {
            Long parent = event.getStartupStep().getParentId();
            if (parent != null) {
                nested.merge(parent, duration.apply(event), Duration::plus);
            }
        }
        Map<String, Duration> times = new TreeMap<>();
        for (TimelineEvent event : events) {
            event.getStartupStep().getTags().forEach(tag -> {
                if (tag.getKey().equals("beanName") && isOurs(beans, tag.getValue())) {
                    Duration others = nested.getOrDefault(event.getStartupStep().getId(), Duration.ZERO);
                    times.merge(tag.getValue(), duration.apply(event).minus(others), Duration::plus);
                }
            });
        }
        return times;
    }

    /** Returns whether a bean has a class of ours, or a factory method in an auto-configuration of ours. */
    private static boolean isOurs(ConfigurableListableBeanFactory beans, String bean) {
        Class<?> type = beans.containsBean(bean) ? beans.getType(bean) : null;
        String factory = beans.containsBeanDefinition(bean)
                ? beans.getMergedBeanDefinition(bean).getFactoryBeanName()
                : null;
        return !isOfTheApplication(bean)
                && (type != null && type.getName().startsWith(OURS) || factory != null && factory.startsWith(OURS));
    }

    private static boolean isOfTheApplication(String bean) {
        return List.of("waterDesk", "permitTable", "permitOffice").contains(bean)
                || bean.startsWith("applicationStart");
    }

    /** Returns the sum of times. */
    static Duration sum(Map<String, Duration> times) {
        return times.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
