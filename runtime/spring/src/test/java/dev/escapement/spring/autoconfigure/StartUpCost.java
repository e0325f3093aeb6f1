package dev.escapement.spring.autoconfigure;

import dev.escapement.spring.AgentModels;
import dev.escapement.spring.permits.PermitOffice;
import dev.escapement.spring.permits.PermitTable;
import dev.escapement.spring.permits.WaterDesk;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.context.metrics.buffering.StartupTimeline.TimelineEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A program that starts an application with two agents on SQLite and prints the time for the creation of the beans of the
 * starter, without the beans of the application that they use. The README has its command.
 */
public final class StartUpCost {

    /** The auto-configurations of Spring Boot 4, whose health is on the class path of the tests. */
    private static final List<String> BOOT_4 = List.of(
            "actuate.endpoint.AvailabilityProbesAutoConfiguration",
            "actuate.endpoint.HealthEndpointAutoConfiguration",
            "application.AvailabilityHealthContributorAutoConfiguration",
            "application.DiskSpaceHealthContributorAutoConfiguration",
            "application.SslHealthContributorAutoConfiguration",
            "contributor.HealthContributorAutoConfiguration",
            "registry.HealthContributorRegistryAutoConfiguration");

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private StartUpCost() {}

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

        @Bean
        AgentModels models() {
            return loop -> AgentContexts.closing();
        }
    }

    /**
     * Starts and stops the application, and prints the milliseconds by bean and their sum.
     *
     * @param args the file of the database; a new one by default
     */
    public static void main(String[] args) throws Exception {
        Path database = args.length > 0
                ? Path.of(args[0])
                : Files.createTempDirectory("start-up").resolve("app.db");
        BufferingApplicationStartup startup = new BufferingApplicationStartup(20_000);
        SpringApplication application = new SpringApplication(Application.class);
        application.setApplicationStartup(startup);
        try (ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=jdbc:sqlite:" + database,
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.autoconfigure.exclude=" + excluded())) {
            Map<String, Duration> times =
                    times(context, startup.getBufferedTimeline().getEvents());
            times.forEach((bean, time) -> OUT.printf("%8.2f ms  %s%n", time.toNanos() / 1e6, bean));
            OUT.printf(
                    "%8.2f ms  in all%n",
                    times.values().stream().mapToLong(Duration::toNanos).sum() / 1e6);
        }
    }

    private static String excluded() {
        return BOOT_4.stream()
                .map(name -> "org.springframework.boot.health.autoconfigure." + name)
                .collect(Collectors.joining(","));
    }

    /** Returns the times of the beans of the starter, without the beans that were created in the meantime. */
    private static Map<String, Duration> times(ConfigurableApplicationContext context, List<TimelineEvent> events) {
        Map<Long, Duration> nested = new HashMap<>();
        for (TimelineEvent event : events) {
            Long parent = event.getStartupStep().getParentId();
            if (parent != null) {
                nested.merge(parent, event.getDuration(), Duration::plus);
            }
        }
        Map<String, Duration> times = new TreeMap<>();
        for (TimelineEvent event : events) {
            event.getStartupStep().getTags().forEach(tag -> {
                if (tag.getKey().equals("beanName") && isOurs(context, tag.getValue())) {
                    Duration others = nested.getOrDefault(event.getStartupStep().getId(), Duration.ZERO);
                    times.merge(tag.getValue(), event.getDuration().minus(others), Duration::plus);
                }
            });
        }
        return times;
    }

    private static boolean isOurs(ConfigurableApplicationContext context, String bean) {
        Class<?> type = context.containsBean(bean) ? context.getType(bean) : null;
        return type != null && type.getName().startsWith("dev.escapement.") && !isOfTheApplication(bean);
    }

    private static boolean isOfTheApplication(String bean) {
        return List.of("waterDesk", "permitTable", "permitOffice", "models").contains(bean)
                || bean.startsWith("startUpCost");
    }
}
