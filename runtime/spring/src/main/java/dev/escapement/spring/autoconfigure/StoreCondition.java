package dev.escapement.spring.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The condition that the settings select a kind of store. */
final class StoreCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        StoreType required =
                metadata.getAnnotations().get(ConditionalOnStore.class).getEnum("value", StoreType.class);
        StoreType selected = StoreType.of(context.getEnvironment());
        return new ConditionOutcome(
                selected == required,
                ConditionMessage.forCondition(ConditionalOnStore.class).because("the store type is " + selected));
    }
}
