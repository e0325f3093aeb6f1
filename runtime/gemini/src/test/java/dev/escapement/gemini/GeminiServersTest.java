package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.gemini.ScriptedServer.Response;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of deviating servers and of faults, through HTTP. */
@Timeout(30)
class GeminiServersTest {

    private static final String REPLY = "{'candidates':[{'content':{'parts':[{'text':'ok'}]},'finishReason':'STOP'}]}";
    private static final Response OK = new Response(200, "application/json", REPLY);
    private static final HttpSettings FAST = HttpSettings.DEFAULT.withRetryDelays(Duration.ZERO, Duration.ZERO);

    private static GeminiModel.Builder model(ScriptedServer server) {
        return GeminiModel.builder()
                .model("gemini-3-flash")
                .baseUrl(server.baseUrl())
                .apiKey("sk-secret-key")
                .http(FAST);
    }

    private static ModelReply ask(GeminiModel model) {
        return model.reply(GeminiSamples.saying(GeminiSamples.QUESTION));
    }

    private static Response error(int status, String message, String name, String details) {
        return new Response(
                status,
                "application/json; charset=UTF-8",
                "{'error':{'code':" + status + ",'message':'" + message + "','status':'" + name + "','details':["
                        + details + "]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thinking level is not supported for this model.",
                "Invalid JSON payload received. Unknown name \\\"thinkingLevel\\\" at"
                        + " \\u0027generation_config.thinking_config\\u0027: Cannot find field.",
                "Unable to submit request because thinking_level is not supported by this model.",
                "Unknown name \\\"thinkingConfig\\\": Cannot find field."
            })
    void refusedEffortIsOmitted(String message) throws IOException {
        try (ScriptedServer server = new ScriptedServer(error(400, message, "INVALID_ARGUMENT", ""), OK)) {
            GeminiModel model = model(server).effort("low").build();

            assertEquals("ok", ask(model).text());
            assertEquals("ok", ask(model).text());

            assertEquals(3, server.requests().size());
            assertTrue(server.requests().get(0).body().contains("thinkingLevel"));
            assertFalse(server.requests().get(1).body().contains("thinkingLevel"));
            assertFalse(server.requests().get(2).body().contains("thinkingLevel"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolConfig", "tool_config", "functionCallingConfig"})
    void refusedToolConfigIsOmitted(String name) throws IOException {
        String message = "Invalid JSON payload received. Unknown name \\\"" + name + "\\\": Cannot find field.";
        try (ScriptedServer server = new ScriptedServer(error(400, message, "INVALID_ARGUMENT", ""), OK)) {
            assertEquals("ok", ask(model(server).strict(true).build()).text());
            assertTrue(server.requests().get(0).body().contains("toolConfig"));
            assertFalse(server.requests().get(1).body().contains("toolConfig"));
        }
    }

    @Test
    void refusedModeIsOmitted() throws IOException {
        Response refused = error(400, "The mode \\\"VALIDATED\\\" is not supported.", "INVALID_ARGUMENT", "");
        try (ScriptedServer server = new ScriptedServer(refused, OK)) {
            assertEquals("ok", ask(model(server).strict(true).build()).text());
            assertFalse(server.requests().get(1).body().contains("VALIDATED"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | {0}",
                "text/plain | {0}",
                "'' | {0}",
                "application/json | [{0}]",
                "application/octet-stream | {0} trailing",
                "text/event-stream | data: {0}",
                "application/x-ndjson | {0}"
            })
    void bodyDecides(String type, String form) throws IOException {
        try (ScriptedServer server = new ScriptedServer(new Response(200, type, form.replace("{0}", REPLY)))) {
            assertEquals("ok", ask(model(server).build()).text());
        }
    }

    @Test
    void listOfChunksIsAStream() throws IOException {
        String first = REPLY.replace("ok", "o").replace(",'finishReason':'STOP'", "");
        String last = REPLY.replace("ok", "k");
        Response list = new Response(200, "application/json", "[" + first + "\n,\n" + last + "]");
        try (ScriptedServer server = new ScriptedServer(list)) {
            StringBuilder shown = new StringBuilder();
            ModelReply reply = model(server)
                    .build()
                    .reply(GeminiSamples.saying(GeminiSamples.QUESTION), delta -> shown.append(delta));
            assertEquals("ok", reply.text());
            assertTrue(server.requests().get(0).uri().endsWith(":streamGenerateContent?alt=sse"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, RESOURCE_EXHAUSTED",
        "503, UNAVAILABLE",
        "500, INTERNAL",
        "504, DEADLINE_EXCEEDED",
        "408, CANCELLED"
    })
    void temporaryFaultIsRetried(int status, String name) throws IOException {
        try (ScriptedServer server = new ScriptedServer(error(status, "Not now.", name, ""), OK)) {
            assertEquals("ok", ask(model(server).build()).text());
            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void delayInTheBodyIsObserved() throws IOException {
        String info = "{'@type':'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'0.7s'}";
        Response busy = error(429, "Quota exceeded.", "RESOURCE_EXHAUSTED", info);
        try (ScriptedServer server = new ScriptedServer(busy, OK)) {
            long start = System.nanoTime();
            assertEquals("ok", ask(model(server).build()).text());
            assertTrue(System.nanoTime() - start >= Duration.ofMillis(700).toNanos());
        }
    }

    @Test
    void errorInAStreamKeepsItsWords() throws IOException {
        String stream = "data: " + REPLY.replace(",'finishReason':'STOP'", "")
                + "\n\ndata: {'error':{'code':503,'message':'The model is overloaded.','status':'UNAVAILABLE'}}\n\n";
        try (ScriptedServer server = new ScriptedServer(new Response(200, "text/event-stream", stream))) {
            GeminiModel model = model(server).http(FAST.withRetries(0)).build();
            ModelUnavailableException fault = assertThrows(
                    ModelUnavailableException.class,
                    () -> model.reply(GeminiSamples.saying(GeminiSamples.QUESTION), delta -> {}));
            assertTrue(fault.getMessage().contains("The model is overloaded."), fault.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"400, API key not valid: sk-secret-key", "403, Consumer sk-secret-key has been suspended"})
    void rejectionDoesNotContainTheKey(int status, String message) throws IOException {
        try (ScriptedServer server = new ScriptedServer(error(status, message, "PERMISSION_DENIED", ""))) {
            RequestRejectedException rejected = assertThrows(
                    RequestRejectedException.class, () -> ask(model(server).build()));
            assertEquals(status, rejected.status());
            assertFalse(rejected.toString().contains("sk-secret-key"), rejected.toString());
        }
    }

    @Test
    void tokenOfEachRequestComesFromTheSupplier() throws IOException {
        AtomicInteger tokens = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(OK)) {
            GeminiModel model = model(server)
                    .apiKey(() -> "sk-" + tokens.incrementAndGet())
                    .headers(() -> Map.of("x-goog-user-project", "p"))
                    .build();
            ask(model);
            String first = server.requests().get(0).key();
            ask(model);
            assertFalse(first.equals(server.requests().get(1).key()), first);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?key=k1, /v1beta/models/gemini-3-flash:generateContent?key=k1",
        "/gemini/v1beta/?api-version=2, /gemini/v1beta/models/gemini-3-flash:generateContent?api-version=2",
        "/v1/models/x:streamGenerateContent, /v1/models/gemini-3-flash:generateContent"
    })
    void baseUrlMayHaveAQueryOrAnOperation(String end, String uri) throws IOException {
        try (ScriptedServer server = new ScriptedServer(OK)) {
            ask(model(server).baseUrl(server.baseUrl() + end).build());
            assertEquals(uri, server.requests().get(0).uri());
        }
    }

    @Test
    void streamReplacesNothingInTheQuery() throws IOException {
        Response stream = new Response(200, "text/event-stream", "data: " + REPLY + "\n\n");
        try (ScriptedServer server = new ScriptedServer(stream)) {
            GeminiModel model =
                    model(server).baseUrl(server.baseUrl() + "?key=k1").build();
            model.reply(GeminiSamples.saying(GeminiSamples.QUESTION), delta -> {});
            assertEquals(
                    "/v1beta/models/gemini-3-flash:streamGenerateContent?key=k1&alt=sse",
                    server.requests().get(0).uri());
        }
    }

    @Test
    void bodyDoesNotContainTheModel() throws IOException {
        try (ScriptedServer server = new ScriptedServer(OK)) {
            ask(model(server).build());
            JsonNode body =
                    GeminiSamples.MAPPER.readTree(server.requests().get(0).body());
            assertFalse(body.has("model"));
            assertFalse(body.has("stream"));
        }
    }
}
