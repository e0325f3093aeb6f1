package dev.escapement.samples.supportdesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The people of the sample and their access. The starter reads the person of a request and the roles from Spring Security,
 * so that an inbox has the same sign-in as the rest of an application.
 */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests
                        // A delivery is authenticated by its signature.
                        .requestMatchers(HttpMethod.POST, "/escapement/webhooks/**")
                        .permitAll()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(Customizer.withDefaults())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    /** Two people: alice decides about refunds, victor only reads. */
    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                User.withUsername("alice")
                        .password("{noop}alice")
                        .roles("APPROVER")
                        .build(),
                User.withUsername("victor")
                        .password("{noop}victor")
                        .roles("VIEWER")
                        .build());
    }
}
