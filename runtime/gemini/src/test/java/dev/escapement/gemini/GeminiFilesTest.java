package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.content.ContentStore;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestRejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of files in requests. */
class GeminiFilesTest {

    private final ContentStore contents = ContentStore.inMemory();

    private Content.File file(String type) {
        return contents.put(type, "file.bin", new byte[] {(byte) 0xff, (byte) 0xee, 0x01, 0x02});
    }

    private static String inline(String type) {
        return "{'inlineData':{'mimeType':'" + type + "','data':'/+4BAg=='}}";
    }

    private JsonNode partsAfterAnswer(String model, Content... answer) {
        ModelRequest request = GeminiSamples.saying(
                contents,
                GeminiSamples.QUESTION,
                GeminiSamples.calling("a", "b"),
                new Message.ToolAnswer("b", "two", false),
                new Message.ToolAnswer("a", List.of(answer), false));
        return GeminiSamples.written(GeminiSamples.model().model(model), request)
                .at("/contents/2/parts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "image/webp", "application/pdf", "audio/mpeg", "video/mp4", "text/plain", "text/csv"
            })
    void fileOfAMessageIsInlineInItsPosition(String type) {
        Message.User message =
                new Message.User(List.of(new Content.Text("Look:"), file(type), new Content.Text("What is it?")));

        assertEquals(
                GeminiSamples.json("[{'text':'Look:'}," + inline(type) + ",{'text':'What is it?'}]"),
                GeminiSamples.contents(GeminiSamples.saying(contents, message)).at("/0/parts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/x-java", "application/yaml"})
    void otherTextsArePlainText(String type) {
        Message.User message = new Message.User(List.of(file(type)));

        assertEquals(
                GeminiSamples.json("[" + inline("text/plain") + "]"),
                GeminiSamples.contents(GeminiSamples.saying(contents, message)).at("/0/parts"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/zip",
                "image/svg+xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    void otherTypesAreRejectedByName(String type) {
        ModelRequest request = GeminiSamples.saying(contents, new Message.User(List.of(file(type))));

        RequestRejectedException rejected = assertThrows(
                RequestRejectedException.class,
                () -> GeminiSamples.model().build().write(request));

        assertTrue(rejected.getMessage().contains("file.bin"), rejected.getMessage());
        assertTrue(rejected.getMessage().contains(type), rejected.getMessage());
        assertTrue(rejected.getMessage().contains("application/pdf"), rejected.getMessage());
        assertEquals("gemini-3-flash", rejected.model().model());
    }

    @Test
    void fileOfAnAnswerIsWithinItSinceGemini3() {
        assertEquals(
                GeminiSamples.json("[{'functionResponse':{'name':'look_up','response':{'output':'A scan.'},'parts':["
                        + inline("application/pdf") + "]}},"
                        + "{'functionResponse':{'name':'look_up','response':{'output':'two'}}}]"),
                partsAfterAnswer("gemini-3-flash", new Content.Text("A scan."), file("application/pdf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-2.5-flash", "gemini-flash-latest"})
    void fileOfAnAnswerFollowsTheAnswersOfOtherModels(String model) {
        assertEquals(
                GeminiSamples.json("[{'functionResponse':{'name':'look_up','response':{'output':''}}},"
                        + "{'functionResponse':{'name':'look_up','response':{'output':'two'}}},"
                        + inline("image/png") + "]"),
                partsAfterAnswer(model, file("image/png")));
    }

    @Test
    void soundOfAnAnswerFollowsTheAnswers() {
        JsonNode parts = partsAfterAnswer("gemini-3-flash", file("audio/wav"), file("image/png"));

        assertEquals(
                "image/png",
                parts.at("/0/functionResponse/parts/0/inlineData/mimeType").asText());
        assertEquals("audio/wav", parts.at("/2/inlineData/mimeType").asText());
    }

    @Test
    void missingBytesAreReported() {
        Content.File file = file("image/png");
        ModelRequest request = GeminiSamples.saying(new Message.User(List.of(file)));

        assertThrows(ContentException.class, () -> GeminiSamples.model().build().write(request));
    }
}
