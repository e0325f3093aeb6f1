package dev.escapement.spring.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.spring.IdentityLabels;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tests of the inbox behind Spring Security with form login and basic authentication. */
class SpringSecurityTest {
    private static final String HEADER = "Escapement-Anti-Forgery";

    private static WebApplication application;

    private final String thread = "thread-" + UUID.randomUUID();
    private final String decisions = "/escapement/api/threads/" + thread + "/decisions";

    @Configuration(proxyBeanMethods = false)
    static class Users {

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(
                    user("alice", "SUPPORT"), user("bob", "GUEST"), user("carol", "READER"));
        }

        private static UserDetails user(String name, String role) {
            return User.withUsername(name).password("{noop}secret").roles(role).build();
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers("/escapement/webhooks/**", "/error")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .formLogin(Customizer.withDefaults())
                    .httpBasic(Customizer.withDefaults())
                    .build();
        }

        @Bean
        IdentityLabels labels() {
            return user -> user.getName().equals("carol") ? Map.of("tenant", "other") : Map.of();
        }

        @Bean
        Orders orders() {
            return new Orders();
        }
    }

    /** A controller of the application, which Spring Security protects from forged requests. */
    @RestController
    static class Orders {

        @PostMapping({"/orders", "/escapement-orders/escapement/"})
        String order() {
            return "ordered";
        }
    }

    @BeforeAll
    static void start() {
        application = WebApplication.start(
                Users.class,
                "escapement.server.roles.read=ROLE_SUPPORT,ROLE_READER",
                "escapement.server.roles.start=ROLE_SUPPORT",
                "escapement.server.roles.approve=ROLE_SUPPORT");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void startThread() {
        application.forgetCookies();
        application.runner().start(thread, "Return parcel P-1");
    }

    private static String basic(String name) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":secret").getBytes(StandardCharsets.ISO_8859_1));
    }

    private HttpResponse<String> as(String name, String path) throws Exception {
        return application.get(path, "Authorization", basic(name));
    }

    /** Signs in with the form of Spring Security, and returns the token of the server. */
    private String signIn(String name) throws Exception {
        String page = application.get("/login").body();
        String field = "name=\"_csrf\" type=\"hidden\" value=\"";
        int from = page.indexOf(field) + field.length();
        String csrf = page.substring(from, page.indexOf('"', from));
        application.post(
                "/login",
                "username=" + name + "&password=secret&_csrf=" + csrf,
                "Content-Type",
                "application/x-www-form-urlencoded");
        return WebApplication.string(application.get("/escapement/api/session").body(), "antiForgeryToken");
    }

    private String approval(String reader) throws Exception {
        String questions = application
                .get("/escapement/api/threads/" + thread + "/questions", HEADER, reader)
                .body();
        return "{\"type\":\"Approve\",\"callId\":\"" + WebApplication.string(questions, "callId")
                + "\",\"argumentsSha256\":\"" + WebApplication.string(questions, "argumentsSha256") + "\"}";
    }

    @Test
    void requestWithoutUserIsNotAnswered() throws Exception {
        assertEquals(302, application.get("/escapement/", "Accept", "text/html").statusCode());
    }

    @Test
    void authoritiesAreRoles() throws Exception {
        HttpResponse<String> session = as("alice", "/escapement/api/session");

        assertTrue(session.body().contains("[\"READER\",\"STARTER\",\"APPROVER\"]"), session.body());
    }

    @Test
    void userWithoutRoleIsForbidden() throws Exception {
        assertEquals(403, as("bob", "/escapement/api/threads").statusCode());
    }

    @Test
    void labelsLimitTheThreads() throws Exception {
        assertEquals(404, as("carol", "/escapement/api/threads/" + thread).statusCode());
    }

    @Test
    void decisionOfASignedInUserIsRecorded() throws Exception {
        String token = signIn("alice");

        HttpResponse<String> decided =
                application.post(decisions, approval(token), "Content-Type", "application/json", HEADER, token);

        assertEquals(200, decided.statusCode(), decided.body());
    }

    @Test
    void decisionNamesTheApprover() throws Exception {
        String token = signIn("alice");
        application.post(decisions, approval(token), "Content-Type", "application/json", HEADER, token);

        String events = application
                .get("/escapement/api/threads/" + thread + "/events", HEADER, token)
                .body();

        assertTrue(events.contains("\"alice\""), events);
    }

    @Test
    void decisionWithoutTheTokenIsForbidden() throws Exception {
        String token = signIn("alice");

        assertEquals(
                403,
                application
                        .post(decisions, approval(token), "Content-Type", "application/json")
                        .statusCode());
    }

    @Test
    void decisionOfAnotherOriginIsForbidden() throws Exception {
        String token = signIn("alice");

        assertEquals(
                403,
                application
                        .post(
                                decisions,
                                approval(token),
                                "Content-Type",
                                "application/json",
                                HEADER,
                                token,
                                "Origin",
                                "https://evil.example")
                        .statusCode());
    }

    @Test
    void decisionWithoutTheRoleIsForbidden() throws Exception {
        HttpResponse<String> decided = application.post(
                decisions,
                "{\"type\":\"Cancel\",\"reason\":\"test\"}",
                "Content-Type",
                "application/json",
                "Authorization",
                basic("alice"));

        assertEquals(403, decided.statusCode(), decided.body());
    }

    @Test
    void otherServletsRemainProtected() throws Exception {
        assertEquals(
                403,
                application.post("/orders", "", "Authorization", basic("alice")).statusCode());
    }

    @Test
    void pathOfTheInboxDoesNotExemptOthers() throws Exception {
        HttpResponse<String> ordered =
                application.post("/escapement-orders/escapement/", "", "Authorization", basic("alice"));

        assertEquals(403, ordered.statusCode(), ordered.body());
    }

    @Test
    void permittedWebhookReachesTheServer() throws Exception {
        HttpResponse<String> delivered = application.post("/escapement/webhooks/none/none", "{}");

        assertTrue(delivered.body().contains("urn:escapement:problem:not-found"), delivered.body());
    }

    @Test
    void streamEndsWithTheSession() throws Exception {
        String token = signIn("alice");
        StreamedLines stream = new StreamedLines(
                application,
                application.request("/escapement/api/questions/follow").header(HEADER, token));
        stream.await(":");
        String page = application.get("/logout").body();
        String field = "name=\"_csrf\" type=\"hidden\" value=\"";
        int from = page.indexOf(field) + field.length();

        application.post(
                "/logout",
                "_csrf=" + page.substring(from, page.indexOf('"', from)),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertTrue(stream.awaitEnd());
    }
}
