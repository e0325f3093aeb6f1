package dev.escapement.spring.autoconfigure;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/** The registration of a runner bean for each loop bean, unless the application defines a runner. */
final class RunnerRegistrar implements ImportBeanDefinitionRegistrar {

    private final ConfigurableListableBeanFactory beans;
    private final AgentBeans agents;

    RunnerRegistrar(BeanFactory factory) {
        this.beans = (ConfigurableListableBeanFactory) factory;
        this.agents = new AgentBeans(beans);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        if (beans.getBeanNamesForType(Runner.class, true, false).length > 0) {
            return;
        }
        for (String loop : beans.getBeanNamesForType(AgentLoop.class, true, false)) {
            if (!ScopedProxyUtils.isScopedTarget(loop)) {
                registry.registerBeanDefinition(agents.runnerName(loop), definition(loop));
            }
        }
    }

    private static RootBeanDefinition definition(String loop) {
        RootBeanDefinition definition = new RootBeanDefinition(Runner.class);
        definition.setFactoryBeanName(RunnerAutoConfiguration.REGISTRY);
        definition.setFactoryMethodName("runner");
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, new RuntimeBeanReference(loop));
        return definition;
    }
}
