package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.http.client.LoopbackServer.Request;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.model.spi.ContentHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the sent request and the result of each response. */
class EndpointReplyTest {

    @Test
    void requestIsPostedAsJsonWithItsHeaders() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            Request request = server.requests().get(0);
            assertEquals("POST /v1/chat HTTP/1.1", request.line());
            assertEquals("{\"hello\":\"\u00e9\"}", request.body());
            assertEquals("application/json", request.headers().get("content-type"));
            assertEquals("Bearer " + EndpointFixture.KEY, request.headers().get("authorization"));
        }
    }

    @Test
    void unknownStopReasonIsLoggedOnce() {
        String known = "{\"text\":\"hi\",\"reason\":\"stop\"}";
        String unknown = "{\"text\":\"hi\",\"reason\":\"finished_ok\"}";
        try (LoopbackServer server = LoopbackServer.playing(json(known), json(unknown), json(unknown));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();
            assertEquals(0, fixture.logged.size());
            fixture.post();
            fixture.post();

            assertEquals(1, fixture.logged.size());
            assertTrue(fixture.logged.get(0).contains("unknown reason finished_ok"), fixture.logged::toString);
        }
    }

    @Test
    void requestAllowsNoUpgradeAndNoCompression() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            fixture.post();

            Request request = server.requests().get(0);
            assertEquals(null, request.headers().get("upgrade"));
            assertEquals(null, request.headers().get("accept-encoding"));
        }
    }

    @Test
    void headersOfTheSettingsReplaceThoseOfTheClient() {
        HttpSettings http =
                HttpSettings.DEFAULT.withHeader("X-Team", "refunds").withHeader("authorization", "Basic Zm9vOmJhcg==");
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture fixture = EndpointFixture.of(server, http)) {
            fixture.post();

            Request request = server.requests().get(0);
            assertEquals("refunds", request.headers().get("x-team"));
            assertEquals("Basic Zm9vOmJhcg==", request.headers().get("authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "application/vnd.model+json"})
    void jsonIsReadAsAWhole(String type) {
        assertEquals(
                "h\u00e9",
                reply(response(200, "{\"text\":\"h\u00e9\"}", "Content-Type: " + type))
                        .text());
    }

    @Test
    void byteOrderMarkBeforeJsonIsIgnored() {
        assertEquals("hi", reply(json("\ufeff{\"text\":\"hi\"}")).text());
    }

    @Test
    void eventStreamHasDeltas() {
        try (LoopbackServer server = LoopbackServer.playing(events("{\"text\":\"a\"}", "{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            assertEquals("ab", fixture.post().text());
            assertEquals("ab", fixture.deltas());
        }
    }

    @Test
    void lastEventNeedsNoEmptyLine() {
        Play stream = response(200, "data: {\"text\":\"a\"}\n\ndata: [DONE]", "Content-Type: text/event-stream");

        assertEquals("a", reply(stream).text());
    }

    @Test
    void replyHasTheHashesOfItsExchange() {
        ReplyProvenance provenance = reply(json("{\"text\":\"h\u00e9\"}")).provenance();

        assertEquals(sha256("{\"hello\":\"\u00e9\"}"), provenance.requestSha256());
        assertEquals(sha256("{\"text\":\"h\u00e9\"}"), provenance.replySha256());
        assertEquals(
                "test model-1 id-1", provenance.provider() + " " + provenance.model() + " " + provenance.replyId());
    }

    @Test
    void hashCoversAllBytesOfAStream() {
        String stream = "data: {\"text\":\"a\"}\n\n: comment\n\ndata: [DONE]\n\n: bye";

        assertEquals(
                sha256(stream),
                reply(response(200, stream, "Content-Type: text/event-stream"))
                        .provenance()
                        .replySha256());
    }

    @Test
    void chunkedBodyIsRead() {
        Play chunked = raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n8\r\n{\"text\":\r\n5\r\n\"hi\"}\r\n0\r\n\r\n");

        assertEquals("hi", reply(chunked).text());
    }

    @Test
    void replyInAnErrorIsAReply() {
        ModelReply reply = reply(response(400, "{\"reply\":\"a bad call\"}", "Content-Type: application/json"));

        assertEquals("a bad call", reply.text());
        assertEquals(sha256("{\"reply\":\"a bad call\"}"), reply.provenance().replySha256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/x-ndjson", "application/json2"})
    void otherContentTypeIsUnreadable(String type) {
        MalformedReplyException fault = malformed(response(200, "<html>Welcome</html>\n", "Content-Type: " + type));

        assertEquals("content-type", fault.path());
        assertEquals(type, fault.found());
    }

    @Test
    void missingContentTypeIsUnreadable() {
        assertEquals("content-type", malformed(response(204, "")).path());
    }

    @Test
    void invalidJsonIsUnreadable() {
        assertEquals("$", malformed(json("I am not JSON")).path());
    }

    @Test
    void jsonOfAnotherShapeIsUnreadable() {
        MalformedReplyException fault = malformed(json("{\"text\":12}"));

        assertEquals("$.text", fault.path());
        assertEquals("12", fault.found());
    }

    @ParameterizedTest
    @CsvSource({"application/json, h\ufffd", "application/json;charset=latin1, h\u00e9", "text/x; charset=?, h\ufffd"})
    void textThatIsNotUtf8HasTheDeclaredCharset(String type, String expected) {
        Play latin1 = LoopbackServer.head(200, "Content-Type: " + type)
                .then((client, out) -> out.write("{\"text\":\"h\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));

        assertEquals(expected, reply(latin1).text());
    }

    @Test
    void malformedEventInAStreamIsUnreadable() {
        assertEquals(
                "$", malformed(events("{\"text\":\"a\"}", "{oops", "[DONE]")).path());
    }

    @Test
    void compressedReplyIsUnreadable() {
        MalformedReplyException fault =
                malformed(response(200, "....", "Content-Type: application/json", "Content-Encoding: gzip"));

        assertEquals("content-type", fault.path());
    }

    @Test
    void redirectIsNamedAndNotFollowed() {
        try (LoopbackServer elsewhere = LoopbackServer.playing();
                LoopbackServer server =
                        LoopbackServer.playing(response(307, "", "Location: " + elsewhere.uri() + "?signature=abc"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            UnreadableReplyException unreadable = fixture.failsWith(UnreadableReplyException.class);

            assertTrue(unreadable.getMessage().contains(elsewhere.uri().toString()), unreadable.getMessage());
            assertFalse(unreadable.getMessage().contains("signature"), unreadable.getMessage());
            assertEquals(
                    "307",
                    assertInstanceOf(MalformedReplyException.class, unreadable.getCause())
                            .found());
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void permanentErrorInABodyRejectsTheRequest() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"fault\":\"too long\"}"));
                EndpointFixture fixture = EndpointFixture.of(server)) {
            RequestRejectedException rejected = fixture.failsWith(RequestRejectedException.class);

            assertEquals(200, rejected.status());
            assertEquals("faulty", rejected.code());
        }
    }

    private static ModelReply reply(Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            return fixture.post();
        }
    }

    private static MalformedReplyException malformed(Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            return fixture.malformed();
        }
    }

    private static String sha256(String text) {
        return ContentHash.hex(text);
    }
}
