package dev.escapement.spring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The condition that a part of the actuator is enabled for agents, by its own property or by the default of all. */
abstract class EnabledCondition extends SpringBootCondition {

    private final String prefix;

    private EnabledCondition(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean all = environment.getProperty(prefix + ".defaults.enabled", Boolean.class, true);
        boolean enabled = environment.getProperty(prefix + ".escapement.enabled", Boolean.class, all);
        return new ConditionOutcome(
                enabled, ConditionMessage.forCondition(prefix).because(enabled ? "it is enabled" : "it is disabled"));
    }

    /** The condition of the health. */
    static final class OfHealth extends EnabledCondition {
        OfHealth() {
            super("management.health");
        }
    }

    /** The condition of the information. */
    static final class OfInfo extends EnabledCondition {
        OfInfo() {
            super("management.info");
        }
    }
}
