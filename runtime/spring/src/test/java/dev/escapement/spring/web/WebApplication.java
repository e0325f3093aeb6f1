package dev.escapement.spring.web;

import dev.escapement.run.Runner;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** A started application on an embedded web server, with an HTTP client that keeps cookies. */
final class WebApplication implements AutoCloseable {
    /** The names of both lines of Spring Boot; names that do not exist have no effect. */
    private static final String NO_SECURITY = String.join(
            ",",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration");

    static final Duration LIMIT = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;
    private HttpClient client = newClient();

    private WebApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The auto-configurations of an application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    /** Starts an application with Spring Security. */
    static WebApplication start(Class<?> beans, String... properties) {
        return started("", beans, properties);
    }

    /** Starts an application without Spring Security. */
    static WebApplication startLocal(String... properties) {
        return startLocal(PickupDeskBeans.class, properties);
    }

    /** Starts an application without Spring Security and with further beans. */
    static WebApplication startLocal(Class<?> beans, String... properties) {
        return started("," + NO_SECURITY, beans, properties);
    }

    private static WebApplication started(String excluded, Class<?> beans, String... properties) {
        String[] defaults = {
            "server.port=0",
            "server.address=127.0.0.1",
            "escapement.server.enabled=true",
            "spring.main.banner-mode=off",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
                    + excluded
        };
        return new WebApplication(new SpringApplicationBuilder(Application.class, PickupDeskBeans.class, beans)
                .web(WebApplicationType.SERVLET)
                .registerShutdownHook(false)
                .properties(Stream.concat(Arrays.stream(defaults), Arrays.stream(properties))
                        .toArray(String[]::new))
                .run());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    Runner runner() {
        return context.getBean(Runner.class);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(LIMIT);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpClient client() {
        return client;
    }

    /** Continues without the cookies that the client has received. */
    void forgetCookies() {
        client = newClient();
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .connectTimeout(LIMIT)
                .build();
    }

    /** Returns the value of a string in JSON text. */
    static String string(String json, String name) {
        String start = "\"" + name + "\":\"";
        int from = json.indexOf(start);
        if (from < 0) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return json.substring(from + start.length(), json.indexOf('"', from + start.length()));
    }

    @Override
    public void close() {
        context.close();
    }
}
