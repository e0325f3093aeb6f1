package dev.escapement.spring.model;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The models of agents.
 *
 * @param models the settings of models by name. The entry default, or the only entry, applies to all agents without
 *     a selection
 * @param agents the settings of agents by the name of the agent's bean, or by the simple or complete name of the agent.
 *     Case and hyphens are ignored
 */
@ConfigurationProperties("escapement")
public record ModelProperties(
        @DefaultValue Map<String, ModelSettings> models,
        @DefaultValue Map<String, AgentSettings> agents) {}
