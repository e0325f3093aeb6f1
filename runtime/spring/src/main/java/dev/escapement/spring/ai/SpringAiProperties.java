package dev.escapement.spring.ai;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of models that are backed by chat models of Spring AI.
 *
 * @param streaming whether replies are streamed if a listener consumes their deltas. Some adapters report usage for a stream
 *     only if an option requests it; without it, limits on tokens do not apply
 */
@ConfigurationProperties("escapement.spring-ai")
public record SpringAiProperties(@DefaultValue("false") boolean streaming) {}
