package dev.escapement.spring.autoconfigure;

import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.aop.scope.ScopedProxyFactoryBean;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The registration of a loop bean for each agent bean, for example {@code refundDeskLoop} for {@code refundDesk}. The
 * constructor of the loop receives a reference to the agent bean, and thus its proxy if it has one.
 */
final class LoopRegistrar implements ImportBeanDefinitionRegistrar {

    private final ConfigurableListableBeanFactory beans;
    private final AgentBeans agents;

    LoopRegistrar(BeanFactory factory) {
        this.beans = (ConfigurableListableBeanFactory) factory;
        this.agents = new AgentBeans(beans);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        Map<Class<?>, String> registered = new LinkedHashMap<>();
        for (String bean : registry.getBeanDefinitionNames()) {
            agents.agentClass(bean)
                    .ifPresent(agent -> register(registry, AgentBeans.proxyName(bean), agent, registered));
        }
    }

    private void register(
            BeanDefinitionRegistry registry, String bean, Class<?> agent, Map<Class<?>, String> registered) {
        String other = registered.get(agent);
        if (bean.equals(other)) {
            return; // the proxy of a scope and its target
        } else if (other != null) {
            throw SetupFailures.duplicateAgent(agent, other, bean);
        }
        Class<?> loop = AgentBeans.loopClass(bean, agent);
        if (beans.getBeanNamesForType(loop, true, false).length > 0) {
            return; // defined by the application
        }
        registered.put(agent, bean);
        RootBeanDefinition definition = new RootBeanDefinition(loop);
        definition.setAttribute(AgentBeans.AGENT, bean);
        definition
                .getConstructorArgumentValues()
                .addIndexedArgumentValue(0, new RuntimeBeanReference(reference(registry, bean, agent)));
        // With this name, a pointcut for the packages of the application does not apply to the loop, which is final.
        String name = loop.getName() + AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX;
        registry.registerBeanDefinition(name, definition);
        registry.registerAlias(name, bean + "Loop");
    }

    /** Returns the name of the bean to pass to the loop: for a lazy agent, a proxy that creates it when it is used. */
    private String reference(BeanDefinitionRegistry registry, String bean, Class<?> agent) {
        if (!agents.isLazy(bean) || Modifier.isFinal(agent.getModifiers())) {
            return bean;
        }
        RootBeanDefinition proxy = new RootBeanDefinition(ScopedProxyFactoryBean.class);
        proxy.setTargetType(agent);
        proxy.getPropertyValues().add("targetBeanName", bean);
        proxy.setAutowireCandidate(false);
        proxy.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
        String name = "escapementLazy." + bean;
        registry.registerBeanDefinition(name, proxy);
        return name;
    }
}
