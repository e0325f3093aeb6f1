package dev.escapement.spring.autoconfigure;

import dev.escapement.run.ThreadQueue;
import dev.escapement.run.ThreadStore;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The condition that the store can be a queue, which a worker requires. A store that an engine such as Restate drives is not
 * one. A bean with an interface as its type can be one.
 */
final class QueueCondition extends SpringBootCondition implements ConfigurationCondition {

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var beans = context.getBeanFactory();
        boolean possible = beans == null || isPossible(beans);
        return new ConditionOutcome(
                possible,
                ConditionMessage.forCondition("Queue")
                        .because(possible ? "the store can be one" : "the store is not one"));
    }

    /** Returns whether a store of the context or of its parents can be a queue. A store of unknown type can be one. */
    private static boolean isPossible(ListableBeanFactory beans) {
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beans, ThreadStore.class, true, false);
        return names.length == 0
                || Stream.of(names)
                        .map(name -> beans.getType(name, false))
                        .anyMatch(
                                type -> type == null || type.isInterface() || ThreadQueue.class.isAssignableFrom(type));
    }
}
