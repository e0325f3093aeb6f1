package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ToolChoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of files in messages and in answers. In JSON, single quotes replace double ones. */
class FilesTest {

    private static final String IMAGE =
            "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'QUJD'}}";

    private final ContentStore contents = ContentStore.inMemory();

    private Content file(String type, String name, String text) {
        return contents.put(type, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode written(AnthropicModel.Builder model, Message... messages) {
        return AnthropicSamples.written(model.caching(false), request(messages));
    }

    private ModelRequest request(Message... messages) {
        return new ModelRequest(
                "Be brief.",
                List.of(messages),
                List.of(AnthropicSamples.LOOK_UP),
                ToolChoice.AUTO,
                RequestOptions.NONE,
                contents);
    }

    private JsonNode sent(Content... content) {
        return written(AnthropicSamples.model(), new Message.User(List.of(content)))
                .at("/messages/0/content");
    }

    private JsonNode answered(boolean failed, Content... content) {
        return written(
                        AnthropicSamples.model(),
                        AnthropicSamples.QUESTION,
                        AnthropicSamples.calling("t1"),
                        new Message.ToolAnswer("t1", List.of(content), failed))
                .at("/messages/2/content/0");
    }

    private RequestRejectedException rejected(Content content) {
        return assertThrows(RequestRejectedException.class, () -> sent(content));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void imageIsSentInBase64(String type) {
        assertEquals(
                AnthropicSamples.json("[{'type':'text','text':'Look:'}," + IMAGE.replace("image/png", type) + "]"),
                sent(new Content.Text("Look:"), file(type, "a", "ABC")));
    }

    @Test
    void pdfIsSentAsDocument() {
        assertEquals(
                AnthropicSamples.json("[{'type':'document','source':{'type':'base64','media_type':'application/pdf',"
                        + "'data':'QUJD'},'title':'terms.pdf'}]"),
                sent(file("application/pdf", "terms.pdf", "ABC")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv", "text/markdown", "application/json", "application/ld+json"})
    void textIsSentAsDocument(String type) {
        assertEquals(
                AnthropicSamples.json(
                        "[{'type':'document','source':{'type':'text','media_type':'text/plain'," + "'data':'a,b'}}]"),
                sent(file(type, "", "\ufeffa,b")));
    }

    @Test
    void emptyTextFileIsDescribed() {
        assertEquals(
                "The file a.txt (text/plain) is empty.",
                sent(file("text/plain", "a.txt", " ")).at("/0/text").asText());
    }

    @Test
    void answerContainsFiles() {
        assertEquals(
                AnthropicSamples.json("{'type':'tool_result','tool_use_id':'t1','content':["
                        + "{'type':'text','text':'The photo:'}," + IMAGE + "]}"),
                answered(false, new Content.Text("The photo:"), file("image/png", "a", "ABC")));
    }

    @Test
    void failedAnswerHasText() {
        JsonNode blank = answered(true, new Content.Text(" \n"));
        assertTrue(blank.get("is_error").asBoolean());
        assertFalse(blank.get("content").asText().isBlank());
        assertEquals(blank, answered(true, new Content.Text("\u00a0")));
        assertEquals(blank, answered(true));
        assertTrue(answered(true, new Content.Text("No."), new Content.Text("Never."))
                .get("is_error")
                .asBoolean());
        assertFalse(answered(true, file("image/png", "a", "ABC")).has("is_error"));
    }

    @ParameterizedTest
    @CsvSource({"video/mp4,clip.mp4", "image/tiff,scan.tiff", "application/zip,all.zip"})
    void otherTypeIsRejectedByName(String type, String name) {
        RequestRejectedException rejected = rejected(file(type, name, "ABC"));
        assertEquals(415, rejected.status());
        assertTrue(rejected.getMessage().contains(name + " (" + type + ")"), rejected::getMessage);
        assertTrue(rejected.getMessage().contains("application/pdf"), rejected::getMessage);
    }

    @Test
    void textInAnotherCharsetIsRejected() {
        Content file = contents.put("text/plain", "latin.txt", new byte[] {'a', (byte) 0xe4});
        assertEquals(415, rejected(file).status());
    }

    @Test
    void largeFileIsRejectedBeforeItIsRead() {
        String hash = "0".repeat(64);
        long limit = FileBlocks.MAX_IMAGE / 4 * 3;
        assertEquals(
                413,
                rejected(new Content.File("image/png", "big.png", hash, limit + 1))
                        .status());
        assertEquals(
                413,
                rejected(new Content.File("text/plain", "big.txt", hash, FileBlocks.MAX_REQUEST + 1L))
                        .status());
        Content half = contents.put(
                "text/plain",
                "half.txt",
                "x".repeat(FileBlocks.MAX_REQUEST / 2 + 1).getBytes(StandardCharsets.UTF_8));
        RequestRejectedException both = assertThrows(RequestRejectedException.class, () -> sent(half, half));
        assertTrue(both.getMessage().contains("half.txt"), both::getMessage);
    }

    @Test
    void titleCanBeOmitted() {
        JsonNode body = written(
                AnthropicSamples.model().omit("title"),
                new Message.User(List.of(file("application/pdf", "terms.pdf", "ABC"))));
        assertFalse(body.at("/messages/0/content/0").has("title"));
    }

    @Test
    void fileHasAMarker() {
        JsonNode body = AnthropicSamples.written(
                AnthropicSamples.model(), request(new Message.User(List.of(file("image/png", "a", "ABC")))));
        assertTrue(body.at("/messages/0/content/0").has("cache_control"));
    }
}
