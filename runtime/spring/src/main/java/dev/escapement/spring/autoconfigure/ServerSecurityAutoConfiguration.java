package dev.escapement.spring.autoconfigure;

import dev.escapement.server.Authenticator;
import dev.escapement.spring.IdentityLabels;
import dev.escapement.spring.web.AgentServerProperties;
import dev.escapement.spring.web.PrincipalSource;
import dev.escapement.spring.web.SecurityAuthenticator;
import dev.escapement.spring.web.SecurityPrincipals;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** The authenticator for the users of Spring Security, if the application has it. */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(before = ServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(
        name = {
            "org.springframework.security.core.Authentication",
            "org.springframework.security.web.context.HttpSessionSecurityContextRepository"
        })
@ConditionalOnProperty("escapement.server.enabled")
@ConditionalOnBean(name = "springSecurityFilterChain")
@EnableConfigurationProperties(AgentServerProperties.class)
public class ServerSecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(PrincipalSource.class)
    SecurityPrincipals escapementPrincipals() {
        return new SecurityPrincipals();
    }

    @Bean
    @ConditionalOnMissingBean(Authenticator.class)
    SecurityAuthenticator escapementAuthenticator(
            AgentServerProperties properties, ObjectProvider<IdentityLabels> labels) {
        warnAboutRoles(properties.roles());
        return new SecurityAuthenticator(properties.roles(), labels.getIfAvailable(() -> user -> Map.of()));
    }

    private static void warnAboutRoles(AgentServerProperties.Roles roles) {
        Logger log = LoggerFactory.getLogger(SecurityAuthenticator.class);
        if (roles.isEmpty()) {
            log.warn(
                    "The inbox and the API refuse all users, because no authority permits an action. Set properties such"
                            + " as escapement.server.roles.read=ROLE_SUPPORT.");
        } else if (roles.read().isEmpty()) {
            log.warn(
                    "No user can read threads, questions and agents, because escapement.server.roles.read has no authority"
                            + " and other roles do not include it. Set it to the authorities of all users of the inbox.");
        }
    }
}
