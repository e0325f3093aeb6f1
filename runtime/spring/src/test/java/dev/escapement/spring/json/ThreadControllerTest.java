package dev.escapement.spring.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Controllers that return and receive threads, with Jackson 2 of Spring Boot 3.5. */
class ThreadControllerTest {

    private static final AgentThread THREAD = new AgentThread(
            "t1", List.of(new Event.Started(Instant.parse("2026-01-02T03:04:05Z"), "shop.RefundDesk", "A \"lamp\"")));

    /** A body that contains threads. */
    record Overview(String title, AgentThread newest, List<AgentThread> all, Map<String, Event> last) {}

    /** A controller of an application. */
    @RestController
    static class Threads {

        @GetMapping("/thread")
        AgentThread thread() {
            return THREAD;
        }

        @GetMapping("/list")
        List<AgentThread> list() {
            return List.of(THREAD, THREAD);
        }

        @GetMapping("/nested")
        Overview nested() {
            return new Overview("all", THREAD, List.of(THREAD), Map.of("t1", THREAD.last()));
        }

        @PostMapping("/received")
        String received(@RequestBody AgentThread thread) {
            return Boolean.toString(thread.equals(THREAD));
        }
    }

    private final WebApplicationContextRunner context = new WebApplicationContextRunner(
                    AnnotationConfigServletWebServerApplicationContext::new)
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    HttpMessageConvertersAutoConfiguration.class,
                    ServletWebServerFactoryAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class))
            .withPropertyValues("server.port=0", "server.address=127.0.0.1")
            .withUserConfiguration(Threads.class);

    private static HttpResponse<String> send(WebApplicationContextRunner runner, String path, String... body) {
        AtomicReference<HttpResponse<String>> response = new AtomicReference<>();
        runner.run(started -> {
            int port = ((ServletWebServerApplicationContext) started.getSourceApplicationContext())
                    .getWebServer()
                    .getPort();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            if (body.length > 0) {
                request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body[0]));
            }
            response.set(HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()));
        });
        return Objects.requireNonNull(response.get());
    }

    @Test
    void threadIsItsJson() {
        HttpResponse<String> response = send(context, "/thread");
        assertEquals(THREAD.toJson(), response.body());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void listContainsTheJsonOfThreads() {
        assertEquals(
                "[" + THREAD.toJson() + "," + THREAD.toJson() + "]",
                send(context, "/list").body());
    }

    @Test
    void nestedThreadsAndEventsAreTheirJson() {
        assertEquals(
                "{\"title\":\"all\",\"newest\":" + THREAD.toJson() + ",\"all\":[" + THREAD.toJson()
                        + "],\"last\":{\"t1\":" + Event.CODEC.encode(THREAD.last()) + "}}",
                send(context, "/nested").body());
    }

    @Test
    void threadIsRead() {
        assertEquals("true", send(context, "/received", THREAD.toJson()).body());
    }

    @Test
    void invalidThreadIsABadRequest() {
        assertEquals(400, send(context, "/received", "{\"id\":\"t1\"}").statusCode());
    }

    @Test
    void mapperOfTheApplicationKeepsTheForm() {
        assertTrue(send(
                        context.withPropertyValues(
                                "spring.jackson.property-naming-strategy=SNAKE_CASE",
                                "spring.jackson.default-property-inclusion=non_empty"),
                        "/nested")
                .body()
                .contains(THREAD.toJson()));
    }

    /** The trap that the annotation of the runtime removes: threads have no getters, so they would have no properties. */
    @Test
    void mapperWithoutAnnotationsFails() {
        ObjectMapper mapper =
                JsonMapper.builder().disable(MapperFeature.USE_ANNOTATIONS).build();
        assertThrows(InvalidDefinitionException.class, () -> mapper.writeValueAsString(THREAD));
    }
}
