package dev.escapement.spring.autoconfigure;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.server.AgentServer;
import dev.escapement.server.Authenticator;
import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.DeltaFeed;
import dev.escapement.server.Webhook;
import dev.escapement.spring.web.AgentServerProperties;
import dev.escapement.spring.web.AgentServlet;
import dev.escapement.spring.web.AgentServletLifecycle;
import dev.escapement.spring.web.LocalAccess;
import dev.escapement.spring.web.PrincipalSource;
import dev.escapement.spring.web.SecurityAuthenticator;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.ForwardedHeaderFilter;

/** The inbox and the API as a servlet, if {@code escapement.server.enabled} is true. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = WorkerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = "jakarta.servlet.http.HttpServlet")
@ConditionalOnProperty("escapement.server.enabled")
@EnableConfigurationProperties(AgentServerProperties.class)
public class ServerAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DeltaFeed escapementDeltaFeed() {
        return new DeltaFeed();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    @ConditionalOnBean(AgentLoop.class)
    AgentServer escapementAgentServer(
            AgentServerProperties properties,
            ThreadStore store,
            DeltaFeed deltas,
            ObjectProvider<AgentLoop> agents,
            ObjectProvider<Runner> runners,
            ObjectProvider<Worker> workers,
            ObjectProvider<Webhook> webhooks,
            ObjectProvider<Authenticator> authenticators,
            ObjectProvider<DecisionPolicy> policies,
            ApplicationContext context) {
        List<AgentLoop> loops = agents.orderedStream().toList();
        AgentServer.Builder builder = AgentServer.of(
                        store, loops.get(0), loops.subList(1, loops.size()).toArray(AgentLoop[]::new))
                .deltas(deltas)
                .maxBody((int) properties.maxBody().toBytes())
                .maxFollowers(properties.maxFollowers());
        properties.hosts().forEach(builder::host);
        properties.origins().forEach(builder::origin);
        if (properties.sessionKey() != null) {
            builder.sessionKey(properties.sessionKey());
        }
        ServerRunners.byAgent(runners.orderedStream().toList()).values().forEach(builder::runner);
        workers.ifAvailable(builder::worker);
        webhooks.orderedStream().forEach(builder::webhook);
        Authenticator authenticator = authenticators.getIfAvailable();
        if (authenticator == null) {
            new LocalAccess(context.getEnvironment()).require(trustsForwarded(context));
        } else {
            builder.authenticator(authenticator);
        }
        if (authenticator instanceof SecurityAuthenticator) { // only properties assign its roles
            builder.decisions(DecisionPolicy.BY_ROLE);
        }
        policies.ifAvailable(builder::decisions);
        return builder.build();
    }

    private static boolean trustsForwarded(ListableBeanFactory beans) {
        ResolvableType filter = ResolvableType.forClass(ForwardedHeaderFilter.class);
        ResolvableType registration = ResolvableType.forClassWithGenerics(FilterRegistrationBean.class, filter);
        return beans.getBeanNamesForType(filter, true, false).length > 0
                || beans.getBeanNamesForType(registration, true, false).length > 0;
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(AgentServer.class)
    AgentServlet escapementServlet(
            AgentServerProperties properties,
            ObjectProvider<AgentServer> server,
            ObjectProvider<PrincipalSource> principals) {
        return new AgentServlet(
                server::getObject, principals.getIfAvailable(() -> PrincipalSource.CONTAINER), properties.path());
    }

    @Bean
    @ConditionalOnBean(AgentServlet.class)
    ServletRegistrationBean<AgentServlet> escapementServletRegistration(
            AgentServerProperties properties, AgentServlet servlet) {
        ServletRegistrationBean<AgentServlet> registration =
                new ServletRegistrationBean<>(servlet, properties.path() + "/*");
        registration.setName(AgentServlet.NAME);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    @ConditionalOnBean(AgentServlet.class)
    AgentServletLifecycle escapementServletLifecycle(
            AgentServerProperties properties, AgentServlet servlet, AgentServer server, Environment environment) {
        return new AgentServletLifecycle(servlet, () -> {
            if (server.isLocal()) {
                new LocalAccess(environment).logLink(server, properties.path());
            }
        });
    }
}
