package dev.escapement.spring.web;

import dev.escapement.server.Authenticator;
import dev.escapement.server.Identity;
import dev.escapement.server.Role;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application whose authenticator admits all requests. */
@Configuration(proxyBeanMethods = false)
class OpenDoor {

    @Bean
    Authenticator openAuthenticator() {
        return request -> Optional.of(Identity.of("tester", Role.values()));
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
