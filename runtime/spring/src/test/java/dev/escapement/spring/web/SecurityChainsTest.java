package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Tests of a filter chain of its own for the inbox, in an application whose other pages have form login. */
class SecurityChainsTest {
    private static final String SESSION = "/escapement/api/session";

    private static WebApplication atRoot;
    private static WebApplication atContextPath;

    @Configuration(proxyBeanMethods = false)
    static class Chains {

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("alice")
                    .password("{noop}secret")
                    .roles("SUPPORT")
                    .build());
        }

        @Bean
        @Order(1)
        SecurityFilterChain inbox(HttpSecurity http) throws Exception {
            return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/escapement/**"))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain pages(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }
    }

    @BeforeAll
    static void start() {
        String read = "escapement.server.roles.read=ROLE_SUPPORT";
        atRoot = WebApplication.start(Chains.class, read);
        atContextPath = WebApplication.start(Chains.class, read, "server.servlet.context-path=/desk");
    }

    @AfterAll
    static void stop() {
        try {
            atRoot.close();
        } finally {
            if (atContextPath != null) {
                atContextPath.close();
            }
        }
    }

    @BeforeEach
    void forgetCookies() {
        atRoot.forgetCookies();
        atContextPath.forgetCookies();
    }

    private static int withCookie(WebApplication application, String context) throws Exception {
        String page = application.get(context + "/login").body();
        String field = "name=\"_csrf\" type=\"hidden\" value=\"";
        int from = page.indexOf(field) + field.length();
        String csrf = page.substring(from, page.indexOf('"', from));
        application.post(
                context + "/login",
                "username=alice&password=secret&_csrf=" + csrf,
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertEquals(404, application.get(context + "/none").statusCode(), "not signed in");
        return application.get(context + SESSION).statusCode();
    }

    private static int withPassword(WebApplication application, String context) throws Exception {
        String basic = Base64.getEncoder().encodeToString("alice:secret".getBytes(StandardCharsets.ISO_8859_1));
        return application
                .get(context + SESSION, "Authorization", "Basic " + basic)
                .statusCode();
    }

    @Test
    void cookieOfAnotherChainIsNotAccepted() throws Exception {
        assertEquals(401, withCookie(atRoot, ""));
    }

    @Test
    void chainOfTheInboxSignsIn() throws Exception {
        assertEquals(200, withPassword(atRoot, ""));
    }

    @Test
    void contextPathDoesNotAcceptTheCookie() throws Exception {
        assertEquals(401, withCookie(atContextPath, "/desk"));
    }

    @Test
    void chainAtAContextPathSignsIn() throws Exception {
        assertEquals(200, withPassword(atContextPath, "/desk"));
    }
}
