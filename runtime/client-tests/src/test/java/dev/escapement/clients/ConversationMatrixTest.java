package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.FakeReply;
import dev.escapement.fake.Plays;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.model.Message;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that one conversation with tools, thinking and files begins with each client, continues with each other one, and
 * returns to the first. The fakes reject every request that the real provider would reject, and verify that each provider
 * receives its own state unchanged.
 */
@Timeout(60)
final class ConversationMatrixTest {

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] DOCUMENT = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);

    private static final List<ToolSpec<?>> TOOLS = List.of(
            new SchemaTool(
                    "get_weather",
                    "Returns the weather of a city.",
                    "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"],"
                            + "\"additionalProperties\":false}"),
            new SchemaTool(
                    "list_all",
                    "Lists all cities.",
                    "{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}"));

    private final ContentStore contents = ContentStore.inMemory();
    private final Content.File picture = contents.put("image/png", "square.png", PICTURE);
    private final Content.File document = contents.put("application/pdf", "report.pdf", DOCUMENT);
    private final List<Message> messages = new ArrayList<>();

    static Stream<Arguments> pairs() {
        return Stream.of(MatrixClient.values())
                .flatMap(first -> Stream.of(MatrixClient.values())
                        .flatMap(second ->
                                Stream.of(false, true).map(isStreamed -> Arguments.of(first, second, isStreamed))));
    }

    @ParameterizedTest(name = "begins with {0}, continues with {1}, streamed: {2}")
    @MethodSource("pairs")
    void conversationContinues(MatrixClient first, MatrixClient second, boolean isStreamed) {
        // The conversation returns to the first client, so that both clients must write the file of the answer.
        boolean hasFilesInAnswers = first.acceptsFilesInAnswers() && second.acceptsFilesInAnswers();
        try (FakeProvider beginning = first.provide();
                FakeProvider continuing = second.provide()) {
            Model one = first.model(beginning, "127.0.0.1");
            Model two = second.model(continuing, "localhost");

            messages.add(new Message.User(List.of(new Content.Text("Where is this?"), picture)));
            ModelReply begun = ask(one, beginning, lookUp(), isStreamed);
            assertEquals("I look.", begun.text());
            assertEquals(List.of("get_weather", "list_all"), tools(begun));
            answer(begun, hasFilesInAnswers);

            ModelReply continued = ask(two, continuing, again(), isStreamed);
            assertEquals(List.of("get_weather"), tools(continued));
            assertReceived(continuing, picture, PICTURE);
            if (hasFilesInAnswers) {
                assertReceived(continuing, document, DOCUMENT);
            }
            answer(continued, false);

            ModelReply ended = ask(one, beginning, Plays.thinking("Done.").text("It is sunny."), isStreamed);
            assertEquals("It is sunny.", ended.text());
            messages.add(new Message.User("Thanks. And tomorrow?"));

            ModelReply last = ask(two, continuing, Plays.text("Rain."), isStreamed);
            assertEquals("Rain.", last.text());
        }
    }

    private static FakeReply lookUp() {
        return Plays.thinking("A city?")
                .text("I look.")
                .call("call_1", "get_weather", "{\"city\":\"Paris\"}")
                .call("call_2", "list_all", "{}");
    }

    private static FakeReply again() {
        return Plays.thinking("Once more.").call("call_3", "get_weather", "{\"city\":\"Rome\"}");
    }

    private static List<String> tools(ModelReply reply) {
        return reply.calls().stream().map(Call::tool).toList();
    }

    /** Adds answers to the calls of a reply: the first one with a file, and a second one of a failed step. */
    private void answer(ModelReply reply, boolean hasFile) {
        for (int i = 0; i < reply.calls().size(); i++) {
            Content text = new Content.Text(i == 0 ? "Sunny." : "The list is not available.");
            List<Content> content = i == 0 && hasFile ? List.of(text, document) : List.of(text);
            messages.add(new Message.ToolAnswer(reply.calls().get(i).id(), content, i > 0));
        }
    }

    private ModelReply ask(Model model, FakeProvider provider, FakeReply play, boolean isStreamed) {
        provider.then(play);
        ModelRequest request =
                new ModelRequest("Be brief.", messages, TOOLS, ToolChoice.AUTO, RequestOptions.NONE, contents);
        ModelReply reply = isStreamed ? model.reply(request, delta -> {}) : model.reply(request);
        messages.add(new Message.Assistant(reply.text(), reply.calls(), reply.state()));
        return reply;
    }

    private static void assertReceived(FakeProvider provider, Content.File file, byte[] bytes) {
        String data = Base64.getEncoder().encodeToString(bytes);
        assertTrue(
                provider.requests().get(provider.requests().size() - 1).text().contains(data),
                () -> "the request does not contain " + file.name());
    }
}
