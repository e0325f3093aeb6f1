package dev.escapement.spring.model;

import org.jspecify.annotations.Nullable;

/**
 * The settings of one agent: the properties that begin with {@code escapement.agents.} and the name of the agent.
 *
 * @param model the name of the agent's model: an entry of {@code escapement.models}, or a bean. Default: the default model
 */
public record AgentSettings(@Nullable String model) {}
