package dev.escapement.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests of the fakes' behavior on the wire. */
final class FakeProviderTest {

    private static final String GOOD = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final String STREAMED = GOOD.replaceFirst(".$", ",\"stream\":true}");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void playsFollowTheScript() throws Exception {
        try (FakeProvider provider = FakeProvider.chat().then(Plays.text("One"), Plays.text("Two"))) {
            assertTrue(post(provider, GOOD).body().contains("\"content\":\"One\""));
            assertTrue(post(provider, GOOD).body().contains("\"content\":\"Two\""));
            assertEquals(
                    List.of(GOOD, GOOD),
                    provider.requests().stream().map(ReceivedRequest::text).toList());
        }
    }

    @Test
    void badRequestIsRejectedAndFailsTheTest() throws Exception {
        FakeProvider provider = FakeProvider.chat();
        HttpResponse<String> response = post(provider, "{\"model\":\"m\"}");
        assertEquals(400, response.statusCode());
        assertEquals(
                "{\"error\":{\"message\":\"Missing required parameter: 'messages'.\",\"type\":\"invalid_request_error\","
                        + "\"param\":null,\"code\":null}}",
                response.body());
        AssertionError thrown = assertThrows(AssertionError.class, provider::close);
        assertTrue(thrown.getMessage().contains("'messages'"), thrown.getMessage());
    }

    @Test
    void keyIsRequired() throws Exception {
        try (FakeProvider provider = FakeProvider.messages()) {
            HttpResponse<String> response =
                    client.send(request(provider, GOOD, "/v1/messages").build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(401, response.statusCode());
            assertEquals(
                    "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key\"},"
                            + "\"request_id\":\"req_fake\"}",
                    response.body());
            assertEquals(List.of("invalid x-api-key"), provider.takeComplaints());
        }
    }

    @Test
    void surplusRequestsAndPlaysAreReported() throws Exception {
        try (FakeProvider provider = FakeProvider.chat()) {
            assertEquals(400, post(provider, GOOD).statusCode());
            assertEquals(List.of("request 1 comes after the end of the script"), provider.takeComplaints());
        }
        FakeProvider provider = FakeProvider.chat().then(Plays.text("never"));
        assertThrows(AssertionError.class, provider::close);
    }

    @Test
    void splitDoesNotChangeAStream() throws Exception {
        FakeReply reply = Plays.text("Füße 👣").call("call_1", "look_up", "{\"id\":\"é\"}");
        try (FakeProvider provider = FakeProvider.chat()
                .then(
                        reply,
                        reply.split(Split.EVERYWHERE),
                        reply.split(Split.seeded(1)),
                        reply.split(Split.seeded(2)))) {
            for (int i = 0; i < 4; i++) {
                String body = post(provider, STREAMED).body();
                assertEquals("Füße 👣{\"id\":\"é\"}", told(body));
                assertTrue(body.endsWith("data: [DONE]\n\n"), body);
            }
        }
    }

    @Test
    void brokenConnectionIsNoticed() {
        FakeReply reply = Plays.text("Hello");
        try (FakeProvider provider =
                FakeProvider.chat().then(Plays.brokenOff(reply, 2), Plays.brokenOff(reply, 2), Plays.hangingUp())) {
            assertThrows(IOException.class, () -> post(provider, STREAMED));
            assertThrows(IOException.class, () -> post(provider, GOOD));
            assertThrows(IOException.class, () -> post(provider, GOOD));
        }
    }

    @Test
    void heldReplyWaitsForItsRelease() throws Exception {
        HeldPlay held = Plays.held(Plays.text("At last"));
        try (FakeProvider provider = FakeProvider.chat().then(held)) {
            CompletableFuture<HttpResponse<String>> answer =
                    client.sendAsync(authorized(provider, GOOD), HttpResponse.BodyHandlers.ofString());
            held.awaitRequest();
            assertFalse(answer.isDone());
            held.release();
            assertEquals(200, answer.get().statusCode());
        }
    }

    @Test
    void closedConnectionEndsAGigabyte() throws Exception {
        try (FakeProvider provider = FakeProvider.chat().then(Plays.gigabyte())) {
            try (InputStream body = client.send(authorized(provider, GOOD), HttpResponse.BodyHandlers.ofInputStream())
                    .body()) {
                assertEquals(1 << 20, body.readNBytes(1 << 20).length);
            }
        }
    }

    /** Returns the concatenated deltas of text and arguments. */
    private static String told(String stream) {
        return Stream.of(stream.split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .filter(data -> !data.equals("[DONE]"))
                .flatMap(data -> RequestNode.parse(data).get("choices").items().stream())
                .map(choice -> choice.get("delta"))
                .map(delta -> delta.find("content").map(RequestNode::text).orElse("")
                        + delta.find("tool_calls")
                                .map(calls -> calls.items()
                                        .get(0)
                                        .get("function")
                                        .get("arguments")
                                        .text())
                                .orElse(""))
                .collect(Collectors.joining());
    }

    private HttpResponse<String> post(FakeProvider provider, String body) throws IOException, InterruptedException {
        return client.send(authorized(provider, body), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest authorized(FakeProvider provider, String body) {
        return request(provider, body, "/chat/completions")
                .header("Authorization", "Bearer " + provider.key())
                .build();
    }

    private static HttpRequest.Builder request(FakeProvider provider, String body, String path) {
        return HttpRequest.newBuilder(URI.create(provider.baseUri() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
