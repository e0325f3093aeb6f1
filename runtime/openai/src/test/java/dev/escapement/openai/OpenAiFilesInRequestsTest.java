package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentException;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of requests with files in both protocols. */
class OpenAiFilesInRequestsTest {

    private final ContentStore store = ContentStore.inMemory();
    private final Content.File image = store.put("image/png", "a.png", new byte[] {1, 2, 3});
    private final Content.File document = store.put("application/pdf", "", new byte[] {4, 5, 6, 7});
    private final Content.File audio = store.put("audio/mpeg", "s.mp3", new byte[] {8, 9});
    private final Content.File notes = store.put("text/csv", "n.csv", "a;ü\n".getBytes(StandardCharsets.UTF_8));

    private ModelRequest request(Message... messages) {
        return new ModelRequest("", List.of(messages), List.of(), ToolChoice.AUTO, RequestOptions.NONE, store);
    }

    private static Message.User user(Content... content) {
        return new Message.User(List.of(content));
    }

    private static Content text(String text) {
        return new Content.Text(text);
    }

    private ModelRequest answered(Content... after) {
        Message.Assistant calls = new Message.Assistant(
                "", List.of(new Call("abcDEFgh1", "look_up", "{}"), new Call("abcDEFgh2", "look_up", "{}")));
        return request(
                new Message.User("Hi"),
                calls,
                new Message.ToolAnswer("abcDEFgh1", List.of(text("It is red."), image), false),
                new Message.ToolAnswer("abcDEFgh2", "none", false),
                user(after));
    }

    private static String write(Protocol protocol, ModelRequest request) {
        return OpenAiSamples.model().protocol(protocol).build().write(request, false);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void chatContainsFilesInOrder() {
        String json = write(
                Protocol.CHAT_COMPLETIONS, request(user(text("See"), image, document, audio, notes, text("Thanks"))));
        assertEquals(
                json("{'model':'m-1','messages':[{'role':'user','content':[{'type':'text','text':'See'},"
                        + "{'type':'image_url','image_url':{'url':'data:image/png;base64,AQID'}},"
                        + "{'type':'file','file':{'filename':'document.pdf','file_data':'data:application/pdf;base64,BAUGBw=='}},"
                        + "{'type':'input_audio','input_audio':{'data':'CAk=','format':'mp3'}},"
                        + "{'type':'text','text':'n.csv:\\na;ü\\n'},{'type':'text','text':'Thanks'}]}]}"),
                json);
    }

    @Test
    void responsesContainFilesInOrder() {
        String json = write(Protocol.RESPONSES, request(user(text("See"), image, document, notes)));
        assertTrue(
                json.contains(json("'input':[{'role':'user','content':[{'type':'input_text','text':'See'},"
                        + "{'type':'input_image','detail':'auto','image_url':'data:image/png;base64,AQID'},"
                        + "{'type':'input_file','filename':'document.pdf','file_data':'data:application/pdf;base64,BAUGBw=='},"
                        + "{'type':'input_text','text':'n.csv:\\na;ü\\n'}]}]")),
                json);
    }

    @Test
    void responsesContainFilesInAnswers() {
        String json = write(Protocol.RESPONSES, answered(text("And?")));
        assertTrue(
                json.contains(json("'call_id':'abcDEFgh1','output':[{'type':'input_text','text':'It is red.'},"
                        + "{'type':'input_image','detail':'auto','image_url':'data:image/png;base64,AQID'}]}")),
                json);
        assertTrue(json.contains(json("'call_id':'abcDEFgh2','output':'none'}")), json);
    }

    @Test
    void filesOfAnswersFollowInChat() {
        String json = write(Protocol.CHAT_COMPLETIONS, answered(text("And?")));
        assertTrue(
                json.endsWith(json("{'role':'tool','tool_call_id':'abcDEFgh1','content':'It is red.'},"
                        + "{'role':'tool','tool_call_id':'abcDEFgh2','content':'none'},"
                        + "{'role':'user','content':[{'type':'text','text':'The following files belong to the answer to"
                        + " the call abcDEFgh1.'},"
                        + "{'type':'image_url','image_url':{'url':'data:image/png;base64,AQID'}},"
                        + "{'type':'text','text':'And?'}]}]}")),
                json);
    }

    @Test
    void answerOfFilesOnlyHasText() {
        Message.Assistant call = OpenAiSamples.calling("c1", "look_up", "{}");
        String json = write(
                Protocol.CHAT_COMPLETIONS,
                request(user(text("Hi")), call, new Message.ToolAnswer("c1", List.of(image), false)));
        assertTrue(json.contains("\"content\":\"The answer consists of the attached files.\""), json);
        assertTrue(json.endsWith("AQID\"}}]}]}"), json);
    }

    @ParameterizedTest
    @EnumSource
    void fakesAcceptFiles(Protocol protocol) {
        boolean isChat = protocol == Protocol.CHAT_COMPLETIONS;
        try (FakeProvider provider = isChat ? FakeProvider.chat() : FakeProvider.responses()) {
            assertAccepted(provider, Flavor.OPENAI, protocol);
        }
    }

    @Test
    void mistralAcceptsFilesInAnswers() {
        try (FakeProvider provider = FakeProvider.mistral()) {
            assertAccepted(provider, Flavor.MISTRAL, Protocol.CHAT_COMPLETIONS);
        }
    }

    private void assertAccepted(FakeProvider provider, Flavor flavor, Protocol protocol) {
        provider.then(Plays.text("ok"));
        OpenAiModel model = OpenAiModel.builder()
                .model("m-1")
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .protocol(protocol)
                .flavor(flavor)
                .build();
        assertEquals("ok", model.reply(answered(image, notes)).text());
        assertEquals(List.of(), provider.takeComplaints());
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_COMPLETIONS,OPENAI,video/mp4",
        "CHAT_COMPLETIONS,OPENAI,application/msword",
        "CHAT_COMPLETIONS,OLLAMA,application/pdf",
        "CHAT_COMPLETIONS,OLLAMA,audio/wav",
        "RESPONSES,OPENAI,audio/wav",
        "RESPONSES,OPENAI,image/tiff"
    })
    void otherTypesAreRejectedBeforeTheRequest(Protocol protocol, String flavor, String type) {
        Content.File file = store.put(type, "report", new byte[] {1});
        OpenAiModel model = OpenAiSamples.model()
                .protocol(protocol)
                .flavor(flavor.equals("OLLAMA") ? Flavor.OLLAMA : Flavor.OPENAI)
                .build();
        RequestRejectedException rejected =
                assertThrows(RequestRejectedException.class, () -> model.reply(request(user(file))));
        assertEquals("unsupported_media_type", rejected.code());
        assertEquals(415, rejected.status());
        assertTrue(rejected.getMessage().contains("report")
                && rejected.getMessage().contains(type));
        assertTrue(rejected.getMessage().contains("image/png"), rejected.getMessage());
    }

    @Test
    void mistralExpectsDocumentsAsUrls() {
        OpenAiModel model = OpenAiSamples.model().flavor(Flavor.MISTRAL).build();
        String json = model.write(request(user(document)), false);
        assertTrue(json.contains("{\"type\":\"document_url\",\"document_url\":\"data:application/pdf;base64,"), json);
    }

    @Test
    void flavorRestrictsMediaTypes() {
        OpenAiModel model = OpenAiSamples.model()
                .flavor(Flavor.builder().mediaTypes("image/png").build())
                .build();
        assertTrue(model.write(request(user(image)), false).contains("AQID"));
        assertThrows(RequestRejectedException.class, () -> model.write(request(user(notes)), false));
    }

    @Test
    void bytesEqualTheText() {
        byte[] large = new byte[100_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        Content.File file = store.put("image/jpeg", "", large);
        OpenAiModel model = OpenAiSamples.model().build();
        ModelRequest request = request(user(text("ä€😀 \u0000file:" + "0".repeat(64) + ";"), file, image, file));
        OmittableBody body = model.body(request, false);
        String json = body.without(Set.of());
        assertArrayEquals(json.getBytes(StandardCharsets.UTF_8), body.bytes(Set.of()));
        String encoded = Base64.getEncoder().encodeToString(large);
        assertEquals(2, json.split("base64," + encoded.replace("+", "\\+"), -1).length - 1);
        assertTrue(json.contains("ä€😀 \\u0000file:0"), json.substring(0, 200));
        assertFalse(json.contains("file:" + file.sha256()));
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void textsCannotInsertFiles(Protocol protocol) {
        String hash = image.sha256();
        String hostile = "\\u0000file:" + hash + "; \0file:" + hash + "; \\\\u0000file:" + hash + "; file:" + hash
                + ":0; file:00000000-0000-0000-0000-000000000000:0; \"}";
        Content.File table = store.put("text/csv", "t.csv", hostile.getBytes(StandardCharsets.UTF_8));
        String json = write(protocol, request(user(text(hostile), image, table, text(hostile))));
        ProviderJson message = ProviderJson.parse(json)
                .get(protocol == Protocol.RESPONSES ? "input" : "messages")
                .items()
                .get(0);
        List<ProviderJson> parts = message.get("content").items();
        assertEquals(hostile, parts.get(0).get("text").text());
        assertEquals("t.csv:\n" + hostile, parts.get(2).get("text").text());
        assertEquals(hostile, parts.get(3).get("text").text());
        assertEquals(1, json.split("base64,AQID\"", -1).length - 1, json);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void missingFileIsReportedAsSuch(Protocol protocol) {
        for (String type : List.of("image/png", "text/plain")) {
            Content.File missing = ContentStore.inMemory().put(type, "gone", new byte[] {1});
            ModelRequest request = request(user(missing));
            assertThrows(ContentException.class, () -> write(protocol, request));
        }
    }
}
