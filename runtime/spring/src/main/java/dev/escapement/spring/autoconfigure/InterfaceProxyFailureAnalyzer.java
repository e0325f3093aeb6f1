package dev.escapement.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The report of an agent behind a proxy that does not have the class of the agent, so that it cannot be passed to the
 * constructor of the loop.
 */
final class InterfaceProxyFailureAnalyzer extends AbstractFailureAnalyzer<UnsatisfiedDependencyException> {

    private final BeanFactory factory;

    InterfaceProxyFailureAnalyzer(BeanFactory factory) {
        this.factory = factory;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, UnsatisfiedDependencyException cause) {
        String loop = cause.getBeanName();
        if (loop == null
                || !(factory instanceof ConfigurableListableBeanFactory beans)
                || !beans.containsBeanDefinition(loop)) {
            return null;
        }
        Object agent = beans.getBeanDefinition(loop).getAttribute(AgentBeans.AGENT);
        if (agent == null || cause.getCause() != null) { // the creation of the agent failed
            return null;
        }
        return new FailureAnalysis(
                "The agent '" + agent
                        + "' is a proxy that has only the interfaces of its class, and the loop of the agent"
                        + " calls methods of the class.",
                "Use proxies of the class: remove spring.aop.proxy-target-class=false, or set"
                        + " proxyMode = ScopedProxyMode.TARGET_CLASS for a scope.",
                cause);
    }
}
