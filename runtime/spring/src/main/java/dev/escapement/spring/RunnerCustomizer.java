package dev.escapement.spring;

import dev.escapement.run.Runner;

/**
 * A bean that changes the settings of the runner of all agents before it is built. Customizers are called in their
 * {@linkplain org.springframework.core.annotation.Order order}, after all other settings.
 *
 * <pre>{@code
 * @Bean
 * RunnerCustomizer stepTimeout() {
 *     return builder -> builder.stepTimeout(Duration.ofMinutes(2));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface RunnerCustomizer {

    /**
     * Changes the settings.
     *
     * @param builder the builder of the runner
     */
    void customize(Runner.Builder builder);
}
