package dev.escapement.http.client;

import static dev.escapement.http.client.LoopbackServer.head;
import static dev.escapement.http.client.LoopbackServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.HttpSettings;
import dev.escapement.http.client.LoopbackServer.Play;
import dev.escapement.model.ModelException;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the first bytes of a body determine its format and its compression, and that errors keep their words. */
@Timeout(60)
class EndpointBodyTest {

    private static final String STREAM = "data: {\"text\":\"h\"}\n\ndata: {\"text\":\"i\"}\n\ndata: [DONE]\n\n";
    private static final String JSON = "{\"text\":\"hi\"}";

    @FunctionalInterface
    private interface Compression {
        OutputStream of(OutputStream out) throws IOException;
    }

    private static byte[] compressed(String text, Compression compression) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.of(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Play bytes(int status, byte[] body, String... headers) {
        return head(status, headers).then((client, out) -> {
            for (byte each : body) { // one by one, so that chunks end anywhere
                out.write(each);
                out.flush();
            }
        });
    }

    private static String text(Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server)) {
            return fixture.post().text();
        }
    }

    private static <T extends ModelException> T failure(Class<T> type, Play play) {
        try (LoopbackServer server = LoopbackServer.playing(play);
                EndpointFixture fixture = EndpointFixture.of(server, HttpSettings.DEFAULT.withRetries(0))) {
            return fixture.failsWith(type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-ndjson",
                "application/json",
                "text/plain; charset=utf-8",
                "application/octet-stream",
                "text/html"
            })
    void eventStreamIsRecognizedUnderEachContentType(String type) {
        assertEquals("hi", text(response(200, STREAM, "Content-Type: " + type)));
        assertEquals("hi", text(response(200, "\ufeff\n: wait\n\n" + STREAM, "Content-Type: " + type)));
        assertEquals("hi", text(response(200, "event: message\n" + STREAM, "Content-Type: " + type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "text/plain", "text/html", "application/x-ndjson"})
    void jsonIsRecognizedUnderEachContentType(String type) {
        assertEquals("hi", text(response(200, JSON, "Content-Type: " + type)));
        assertEquals("hi", text(response(200, "\ufeff\r\n\n " + JSON, "Content-Type: " + type)));
    }

    @Test
    void contentTypeIsNotRequired() {
        assertEquals("hi", text(response(200, JSON)));
        assertEquals("hi", text(response(200, STREAM)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                JSON + "\n\ndata: [DONE]\n\n",
                JSON + "\n</html>",
                JSON + "\n{\"te",
                JSON + " trailing words",
                "[" + JSON + "]"
            })
    void textAfterTheJsonIsIgnored(String body) {
        assertEquals("hi", text(response(200, body, "Content-Type: text/event-stream")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"h\"}\n{\"text\":\"i\",\"last\":true}\n",
                "[{\"text\":\"h\"},\n{\"text\":\"i\",\"last\":true}]",
                "{\"text\":\"h\"}{\"text\":\"i\",\"last\":true} ."
            })
    void severalJsonValuesAreEvents(String body) {
        assertEquals("hi", text(response(200, body, "Content-Type: application/x-ndjson")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: : OPENROUTER PROCESSING\n\n" + STREAM,
                ": OPENROUTER PROCESSING\n\n" + STREAM,
                "event: ping\ndata: keep-alive\n\n" + STREAM,
                "data:\n\n" + STREAM,
                "data: {\"text\":\"h\"}\ndata: {\"text\":\"i\"}\ndata: [DONE]\n",
                "data: {\"text\":\"hi\",\"last\":true}\n\nevent: close\ndata: Stream closed\n\n",
                "data: {\"text\":\"hi\",\"last\":true}\n\ndata: {\"closed\n\n",
                "data: {\"text\":\"hi\",\"last\":true}\n\ndata: {\"status\":\"finished\"}\n\n",
                "data: {\"text\":\"hi\",\"last\":true}\n\ndata: {\"status\":\"processing\",\"message\":\"busy\"}\n\n",
                "data: {\"text\":\"hi\",\"last\":true}\n\ndata: {\"code\":0,\"message\":\"success\"}\n\n",
                "data: {\"text\":\"hi\",\"last\":true}\n\ndata: {\"type\":\"progress\",\"message\":\"50 %\"}\n\n",
                "data: {\"text\":\"hi\",\"last\":true,\"error\":null}\n\n",
                "data: {\"text\":\"hi\",\"last\":true,\"error\":{\"message\":\"\",\"type\":\"\",\"param\":\"\",\"code\":null}}\n\n",
                "data: {\"text\":\"hi\",\"last\":true,\"error\":{}}\n\n",
                "data: {\"text\":\"hi\",\"last\":true,\"error\":\"\"}\n\n"
            })
    void junkInAStreamIsIgnored(String body) {
        assertEquals("hi", text(response(200, body, "Content-Type: text/event-stream")));
    }

    @Test
    @Timeout(60)
    void muchWhiteSpaceBeforeTheReplyIsSkipped() {
        byte[] blanks = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        Play play = head(200, "Content-Type: application/json").then((client, out) -> {
            for (int i = 0; i < 24; i++) {
                out.write(blanks);
            }
            out.write(JSON.getBytes(StandardCharsets.US_ASCII));
        });

        assertEquals("hi", text(play));
    }

    @Test
    void compressedReplyIsDecoded() {
        byte[] gzip = compressed(JSON, GZIPOutputStream::new);
        String type = "Content-Type: application/json";
        assertEquals("hi", text(bytes(200, gzip, type, "Content-Encoding: gzip")));
        assertEquals("hi", text(bytes(200, gzip, type)));
        assertEquals(
                "hi", text(bytes(200, compressed(JSON, DeflaterOutputStream::new), type, "Content-Encoding: deflate")));
        assertEquals("hi", text(bytes(200, compressed(JSON, DeflaterOutputStream::new), type)));
        Compression raw = out -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true));
        assertEquals("hi", text(bytes(200, compressed(JSON, raw), type, "Content-Encoding: deflate")));
    }

    @Test
    void compressedStreamIsDecoded() {
        byte[] gzip = compressed(STREAM, GZIPOutputStream::new);

        assertEquals("hi", text(bytes(200, gzip, "Content-Type: text/event-stream", "Content-Encoding: GZIP")));
        assertEquals("hi", text(bytes(200, gzip, "Content-Type: text/event-stream")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br"})
    void plainBodyWithAWrongEncodingIsRead(String encoding) {
        assertEquals("hi", text(response(200, JSON, "Content-Encoding: " + encoding)));
        assertEquals("hi", text(response(200, STREAM, "Content-Encoding: " + encoding)));
    }

    @Test
    void severalMembersOfGzipAreJoined() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(compressed("{\"text\":", GZIPOutputStream::new));
        both.writeBytes(compressed("\"hi\"}", GZIPOutputStream::new));
        both.writeBytes(new byte[] {0, 0, 0});

        assertEquals("hi", text(bytes(200, both.toByteArray())));
    }

    @Test
    void damagedGzipIsUnreadable() {
        byte[] gzip = compressed("{\"text\":\"hi\"}".repeat(50), GZIPOutputStream::new);
        for (int i = 12; i < gzip.length; i++) {
            gzip[i] ^= 0x55;
        }

        failure(UnreadableReplyException.class, bytes(200, gzip, "Content-Type: application/json"));
    }

    @Test
    void expandedReplyIsLimited() {
        byte[] bomb = compressed("{\"text\":\"" + "a".repeat(40 << 20) + "\"}", GZIPOutputStream::new);
        Play play = head(200, "Content-Encoding: gzip").then((client, out) -> out.write(bomb));

        assertTrue(failure(UnreadableReplyException.class, play).getMessage().contains("at most"));
    }

    @Test
    void expandedErrorIsLimited() {
        byte[] bomb = compressed("a".repeat(8 << 20), GZIPOutputStream::new);
        Play play = head(400, "Content-Encoding: gzip").then((client, out) -> out.write(bomb));

        assertTrue(failure(RequestRejectedException.class, play).getMessage().length() < 1000);
    }

    @Test
    void compressedErrorKeepsItsWords() {
        byte[] gzip = compressed("{\"error_code\":\"BAD_REQUEST\",\"message\":\"n: too many\"}", GZIPOutputStream::new);
        Play play = bytes(400, gzip, "Content-Type: application/json", "Content-Encoding: gzip");
        RequestRejectedException rejected = failure(RequestRejectedException.class, play);

        assertTrue(rejected.getMessage().contains("n: too many"), rejected.getMessage());
        assertEquals("BAD_REQUEST", rejected.code());
    }

    @Test
    void errorWithAnUnsupportedEncodingIsDescribed() {
        byte[] brotli = {0x0b, 0x02, (byte) 0x80, 0x61, 0x03};
        String message = failure(RequestRejectedException.class, bytes(400, brotli, "Content-Encoding: br"))
                .getMessage();

        assertTrue(message.contains("encoded as br"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"text\":\"h\"}\n\nerror: {\"code\":400,\"message\":\"WORDS\",\"type\":\"invalid_request_error\"}\n\n",
                "error: {\"code\":400,\"message\":\"WORDS\",\"type\":\"invalid_request_error\"}\n\ndata: [DONE]\n\n",
                "error: {\"code\":422,\"message\":\"WORDS\"}",
                "data: {\"text\":\"h\"}\nerror: {\"code\":422,\"message\":\"WORDS\"}\n\n",
                "data: {\"status\":\"failed\",\"message\":\"WORDS\"}\n\n",
                "data: {\"type\":\"BadRequestError\",\"message\":\"WORDS\"}\n\n",
                "data: {\"text\":\"h\"}\n\nevent: error\ndata: WORDS\n\n",
                "event: error\ndata: {\"message\":\"WORDS\"}\n\n",
                "event: error\ndata: {\"reason\":\"WORDS\"}\n\n",
                "data: {\"text\":\"h\"}\n\ndata: {\"code\":\"DataInspectionFailed\",\"message\":\"WORDS\",\"request_id\":\"r\"}\n\n",
                "data: {\"error\":\"WORDS\"}\n\n",
                "data: [{\"error\":{\"message\":\"WORDS\"}}]\n\n",
                "data: {\"detail\":\"WORDS\"}\n\n",
                "data: {\"errors\":[{\"message\":\"WORDS\"}]}\n\n",
                "data: {\"errors\":[\"WORDS\"]}\n\n",
                "data: {\"object\":\"error\",\"message\":\"WORDS\",\"code\":40303}\n\n",
                "{\"error\":{\"message\":\"WORDS\"}}",
                "[{\"error\":{\"message\":\"WORDS\"}}]",
                "{\"message\":\"WORDS\"}",
                "{\"detail\":\"WORDS\"}",
                "{\"errors\":[\"WORDS\"]}",
                "{\"error\":\"WORDS\"}\n\ndata: [DONE]\n\n",
                "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"WORDS\"}}",
                "{\"error\":{\"message\":\"Provider returned error\",\"code\":400,\"metadata\":{\"raw\":\"WORDS\"}}}"
            })
    void errorInAReplyKeepsItsWords(String body) {
        String message = failure(RequestRejectedException.class, response(200, body, "Content-Type: text/event-stream"))
                .getMessage();

        assertTrue(message.contains("WORDS"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"text\":\"h\"}\n\nerror: {\"code\":500,\"message\":\"WORDS\",\"type\":\"server_error\"}\n\n",
                "data: {\"code\":\"Throttling.RateQuota\",\"message\":\"WORDS\",\"request_id\":\"r\"}\n\n",
                "data: {\"error\":{\"message\":\"WORDS\",\"status\":\"UNAVAILABLE\"}}\n\n",
                "data: {\"text\":\"h\"}\n\ndata: Internal Server Error WORDS\n\n",
                "{\"error\":{\"message\":\"WORDS\",\"code\":429}}"
            })
    void temporaryErrorInAReplyKeepsItsWords(String body) {
        String message = failure(
                        ModelUnavailableException.class, response(200, body, "Content-Type: text/event-stream"))
                .getMessage();

        assertTrue(message.contains("WORDS"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "502, '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>', 502 Bad Gateway",
        "503, '<!DOCTYPE html>\n<TITLE lang=\"en\">Down for maintenance</TITLE>', Down for maintenance",
        "500, 'event: error\ndata: {\"error\":{\"message\":\"No slot\"}}\n\n', No slot"
    })
    void messageOfAnErrorPageIsItsTitle(int status, String page, String title) {
        String message =
                failure(ModelUnavailableException.class, response(status, page)).getMessage();

        assertTrue(message.contains(": " + title), message);
        assertTrue(!message.contains("nginx") && !message.contains("data:"), message);
    }

    @Test
    void pageInPlaceOfAReplyIsNamed() {
        String page = "<html><title>Sign in</title>";
        String message = failure(UnreadableReplyException.class, response(200, page, "Content-Type: application/json"))
                .getMessage();

        assertTrue(message.contains("Sign in"), message);
    }
}
