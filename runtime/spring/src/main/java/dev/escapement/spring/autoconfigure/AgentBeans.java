package dev.escapement.spring.autoconfigure;

import dev.escapement.Agent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** The agents among the bean definitions of an application. Does not create beans. */
final class AgentBeans {

    /** The attribute of the definition of a loop bean whose value is the name of the agent bean. */
    static final String AGENT = "dev.escapement.agent";

    private static final String LOOP = "Loop";

    private final ConfigurableListableBeanFactory beans;

    AgentBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Returns the agent class of a bean; empty if the bean is not an agent. */
    Optional<Class<?>> agentClass(String bean) {
        if (definition(bean).isAbstract() || beans.findAnnotationOnBean(bean, Agent.class, false) == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(annotated(beans.getType(bean, false)));
    }

    /** Returns the name of the proxy of a bean in a scope, and otherwise the name of the bean. */
    static String proxyName(String bean) {
        return ScopedProxyUtils.isScopedTarget(bean) ? ScopedProxyUtils.getOriginalBeanName(bean) : bean;
    }

    /** Returns the class that has the annotation: a class or one of its superclasses. */
    private static @Nullable Class<?> annotated(@Nullable Class<?> type) {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            if (current.isAnnotationPresent(Agent.class)) {
                return current;
            }
        }
        return null;
    }

    private BeanDefinition definition(String bean) {
        return beans.getMergedBeanDefinition(bean);
    }

    /** Returns whether the bean must not be created before it is used. */
    boolean isLazy(String bean) {
        return definition(bean).isLazyInit();
    }

    /** Returns the generated loop class of an agent. */
    static Class<?> loopClass(String bean, Class<?> agent) {
        String name = loopName(agent);
        try {
            return ClassUtils.forName(name, agent.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw SetupFailures.loopMissing(bean, agent, name);
        }
    }

    /** Returns the name of the loop class: the names of the enclosing classes and of the agent, joined by underscores. */
    private static String loopName(Class<?> agent) {
        StringBuilder names = new StringBuilder(agent.getSimpleName());
        for (Class<?> outer = agent.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            names.insert(0, outer.getSimpleName() + "_");
        }
        String packageName = agent.getPackageName();
        return (packageName.isEmpty() ? "" : packageName + ".") + names + LOOP;
    }

    /** Returns the name for the runner bean of a loop bean, which is that of the agent with the suffix Runner. */
    String runnerName(String loop) {
        Object agent = beans.containsBeanDefinition(loop) ? definition(loop).getAttribute(AGENT) : null;
        if (agent != null) {
            return agent + "Runner";
        }
        return (loop.endsWith(LOOP) ? loop.substring(0, loop.length() - LOOP.length()) : loop) + "Runner";
    }
}
