package dev.escapement.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * The loop beans of the agent beans, also of those that other auto-configurations define. All auto-configurations of the
 * starter have the lowest precedence, because one of another precedence would bring the others forward with it.
 */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration
@Import(LoopRegistrar.class)
public class AgentAutoConfiguration {}
