package dev.escapement.http.client;

import dev.escapement.http.HttpSettings;

import static dev.escapement.http.client.LoopbackServer.events;
import static dev.escapement.http.client.LoopbackServer.json;
import static dev.escapement.http.client.LoopbackServer.raw;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelReply;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.escapement.model.spi.ContentHash;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.http.client.LoopbackServer.Request;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what becomes of each answer to it. */
class EndpointReplyTest {

    @Test
    void theRequestIsPostedAsJsonWithTheHeadersOfTheClient() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.ask();

            Request request = server.requests().get(0);
            assertEquals("POST /v1/chat HTTP/1.1", request.line());
            assertEquals("{\"hello\":\"\u00e9\"}", request.body());
            assertEquals("application/json", request.headers().get("content-type"));
            assertEquals("Bearer " + EndpointFixture.KEY, request.headers().get("authorization"));
        }
    }

    @Test
    void neitherAnUpgradeNorCompressionIsAskedFor() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            asking.ask();

            Request request = server.requests().get(0);
            assertEquals(null, request.headers().get("upgrade"));
            assertEquals(null, request.headers().get("accept-encoding"));
        }
    }

    @Test
    void headersOfTheSettingsAreAddedAndWinOverThoseOfTheClient() {
        HttpSettings http =
                HttpSettings.DEFAULT.withHeader("X-Team", "refunds").withHeader("authorization", "Basic Zm9vOmJhcg==");
        try (LoopbackServer server = LoopbackServer.playing(json("{\"text\":\"hi\"}"));
                EndpointFixture asking = EndpointFixture.of(server, http)) {
            asking.ask();

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
    void aByteOrderMarkBeforeJsonDoesNotMatter() {
        assertEquals("hi", reply(json("\ufeff{\"text\":\"hi\"}")).text());
    }

    @Test
    void anEventStreamIsReadAsItArrivesAndShown() {
        try (LoopbackServer server = LoopbackServer.playing(events("{\"text\":\"a\"}", "{\"text\":\"b\"}", "[DONE]"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            assertEquals("ab", asking.ask().text());
            assertEquals("ab", asking.deltas());
        }
    }

    @Test
    void theLastEventOfAStreamNeedsNoEmptyLine() {
        Play stream = response(200, "data: {\"text\":\"a\"}\n\ndata: [DONE]", "Content-Type: text/event-stream");

        assertEquals("a", reply(stream).text());
    }

    @Test
    void whatWasSentAndReceivedIsHashed() {
        ReplyProvenance provenance = reply(json("{\"text\":\"h\u00e9\"}")).provenance();

        assertEquals(sha256("{\"hello\":\"\u00e9\"}"), provenance.requestSha256());
        assertEquals(sha256("{\"text\":\"h\u00e9\"}"), provenance.replySha256());
        assertEquals(
                "test model-1 id-1", provenance.provider() + " " + provenance.model() + " " + provenance.replyId());
    }

    @Test
    void ofAStreamAllBytesAreHashed() {
        String stream = "data: {\"text\":\"a\"}\n\n: comment\n\ndata: [DONE]\n\n: bye";

        assertEquals(
                sha256(stream),
                reply(response(200, stream, "Content-Type: text/event-stream"))
                        .provenance()
                        .replySha256());
    }

    @Test
    void chunksAreTakenApart() {
        Play chunked = raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n8\r\n{\"text\":\r\n5\r\n\"hi\"}\r\n0\r\n\r\n");

        assertEquals("hi", reply(chunked).text());
    }

    @Test
    void anErrorThatIsReallyAReplyIsAReply() {
        ModelReply reply = reply(response(400, "{\"reply\":\"a bad call\"}", "Content-Type: application/json"));

        assertEquals("a bad call", reply.text());
        assertEquals(sha256("{\"reply\":\"a bad call\"}"), reply.provenance().replySha256());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html",
        "application/x-ndjson, application/x-ndjson",
        "application/json2, application/json2"
    })
    void anyOtherContentTypeIsUnreadableAndSaidWithTheBeginningOfTheBody(String type, String said) {
        String message = unreadable(response(200, "<html>Welcome</html>\n", "Content-Type: " + type));

        assertTrue(message.startsWith("test model-1 at http://127.0.0.1:"), message);
        assertTrue(message.contains("/v1/chat sent something else than a reply; HTTP 200 with " + said), message);
        assertTrue(message.contains("begins with: <html>Welcome</html>. Check the address."), message);
    }

    @Test
    void noContentTypeIsUnreadable() {
        String message = unreadable(response(204, ""));

        assertTrue(message.contains("HTTP 204 with no content type"), message);
    }

    @Test
    void whatIsNotJsonIsUnreadable() {
        String message = unreadable(json("I am not JSON"));

        assertTrue(message.contains("$: expected JSON, found "), message);
        assertTrue(message.contains("; it begins with: I am not JSON"), message);
    }

    @Test
    void jsonOfAnotherShapeIsUnreadable() {
        String message = unreadable(json("{\"text\":12}"));

        assertTrue(message.contains("$.text: expected text, found 12; it begins with: {\"text\":12}"), message);
    }

    @Test
    void bytesThatAreNotUtf8AreUnreadable() {
        Play latin1 = LoopbackServer.head(200, "Content-Type: application/json")
                .then((client, out) -> out.write("{\"text\":\"h\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));

        assertTrue(unreadable(latin1).contains("expected UTF-8"));
    }

    @Test
    void aMalformedEventInTheMiddleOfAStreamIsUnreadable() {
        String message = unreadable(events("{\"text\":\"a\"}", "oops", "[DONE]"));

        assertTrue(message.contains("; it begins with: oops"), message);
    }

    @Test
    void aCompressedReplyThatNobodyAskedForIsUnreadable() {
        String message = unreadable(response(200, "....", "Content-Type: application/json", "Content-Encoding: gzip"));

        assertTrue(message.contains("HTTP 200 with application/json, encoded as gzip"), message);
    }

    @Test
    void aRedirectIsNamedAndNotFollowed() {
        try (LoopbackServer elsewhere = LoopbackServer.playing();
                LoopbackServer server =
                        LoopbackServer.playing(response(307, "", "Location: " + elsewhere.uri() + "?signature=abc"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            String message = asking.failsWith(UnreadableReplyException.class).getMessage();

            assertTrue(
                    message.contains("HTTP 307 points to " + elsewhere.uri() + ", but no redirect is followed"),
                    message);
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void aFaultThatWillNotPassInPlaceOfAReplyRejectsTheRequest() {
        try (LoopbackServer server = LoopbackServer.playing(json("{\"fault\":\"too long\"}"));
                EndpointFixture asking = EndpointFixture.of(server)) {
            RequestRejectedException rejected = asking.failsWith(RequestRejectedException.class);

            assertEquals(200, rejected.status());
            assertEquals("faulty", rejected.code());
            assertTrue(rejected.getMessage().contains("HTTP 200 (faulty): too long"), rejected.getMessage());
        }
    }

    private static ModelReply reply(Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture asking = EndpointFixture.of(server)) {
            return asking.ask();
        }
    }

    private static String unreadable(Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture asking = EndpointFixture.of(server)) {
            return asking.failsWith(UnreadableReplyException.class).getMessage();
        }
    }

    private static String sha256(String text) {
        return ContentHash.hex(text);
    }
}
