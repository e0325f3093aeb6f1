package dev.escapement.langchain4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of files in messages and in answers. */
class FileContentsTest {

    private final ContentStore contents = ContentStore.inMemory();
    private final StubChatModel chat =
            new StubChatModel(StubChatModel.says(AiMessage.from("Yes")), StubChatModel.says(AiMessage.from("Yes")));

    private Content file(String type, String name) {
        return contents.put(type, name, "ABC".getBytes(StandardCharsets.UTF_8));
    }

    private ModelReply send(Message... messages) {
        return LangChain4jModel.of(chat)
                .reply(new ModelRequest(
                        "", List.of(messages), List.of(), ToolChoice.AUTO, RequestOptions.NONE, contents));
    }

    @Test
    void filesOfAMessageAreConverted() {
        send(new Message.User(List.of(
                new Content.Text("Look:"),
                file("image/png", "a.png"),
                file("application/pdf", "b.pdf"),
                file("text/csv", "c.csv"))));
        assertEquals(
                UserMessage.from(
                        TextContent.from("Look:"),
                        ImageContent.from("QUJD", "image/png"),
                        PdfFileContent.from("QUJD", "application/pdf"),
                        TextContent.from("File c.csv (text/csv):\n\nABC")),
                chat.messages(0).get(0));
    }

    @Test
    void filesOfAnAnswerAreConverted() {
        send(
                new Message.User("Hi"),
                new Message.Assistant("", List.of(new Call("a", "look_up", "{}"))),
                new Message.ToolAnswer("a", List.of(new Content.Text("Photo:"), file("image/gif", "")), false));
        ToolExecutionResultMessage answer =
                (ToolExecutionResultMessage) chat.messages(0).get(2);
        assertEquals(List.of(TextContent.from("Photo:"), ImageContent.from("QUJD", "image/gif")), answer.contents());
    }

    @Test
    void fileChangesTheHashOfTheRequest() {
        Message.User with = new Message.User(List.of(new Content.Text("Look:"), file("image/png", "a.png")));
        String hash = send(with).provenance().requestSha256();
        assertNotEquals(hash, send(new Message.User("Look:")).provenance().requestSha256());
    }

    @ParameterizedTest
    @CsvSource({"video/mp4,clip.mp4", "application/zip,all.zip"})
    void otherTypeIsRejectedByName(String type, String name) {
        Message.User user = new Message.User(List.of(file(type, name)));
        RequestRejectedException rejected = assertThrows(RequestRejectedException.class, () -> send(user));
        assertEquals(415, rejected.status());
        assertTrue(rejected.getMessage().contains(name + " (" + type + ")"), rejected.getMessage());
        assertTrue(rejected.getMessage().contains("application/pdf"), rejected.getMessage());
    }
}
