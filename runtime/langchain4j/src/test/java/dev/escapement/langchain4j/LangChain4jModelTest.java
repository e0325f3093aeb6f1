package dev.escapement.langchain4j;

import static dev.escapement.langchain4j.StubChatModel.calls;
import static dev.escapement.langchain4j.StubChatModel.request;
import static dev.escapement.langchain4j.StubChatModel.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.ContentStore;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ToolChoice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Tests of an agent's requests to a LangChain4j chat model. */
class LangChain4jModelTest {

    private static final List<ToolSpec<?>> TOOLS = List.of(ReturnsDesk_LookUpOrderSpec.INSTANCE);

    @Test
    void allKindsOfMessagesAreConverted() {
        StubChatModel chat = new StubChatModel(
                says(AiMessage.from("Which order?")),
                says(AiMessage.from(
                        "I look.",
                        List.of(
                                request("a", "look_up_order", "{\"orderId\":\"A-1\"}"),
                                request("b", "look_up_order", "{\"orderId\":\"A-2\"}")))),
                calls("c", "issue_refund", "{\"orderId\":\"A-1\",\"amountCents\":0}"),
                calls("d", "issue_refund", "{\"orderId\":\"A-1\",\"amountCents\":5990}"),
                calls("e", "close_case", "{\"summary\":\"Refunded.\"}"));
        Runner runner = Runner.of(new ReturnsDeskLoop(new ReturnsDesk()))
                .model(LangChain4jModel.of(chat))
                .build();
        runner.start("t", "My lamp broke");
        AgentThread thread = runner.reply("t", "A-1 or A-2");

        assertEquals(
                "\"Refunded.\"",
                assertInstanceOf(Event.Finished.class, thread.last()).result());
        assertEquals(
                List.of(
                        SystemMessage.from(ReturnsDesk.PROMPT),
                        UserMessage.from("My lamp broke"),
                        AiMessage.from("Which order?"),
                        UserMessage.from("A-1 or A-2"),
                        AiMessage.from(
                                "I look.",
                                List.of(
                                        request("a", "look_up_order", "{\"orderId\":\"A-1\"}"),
                                        request("b", "look_up_order", "{\"orderId\":\"A-2\"}"))),
                        answer("a", "look_up_order", "A lamp, 5990 cents", false),
                        answer("b", "look_up_order", Rendering.ERROR + "Ask for the number.", true),
                        AiMessage.from(request("c", "issue_refund", "{\"orderId\":\"A-1\",\"amountCents\":0}")),
                        answer(
                                "c",
                                "issue_refund",
                                Rendering.notice(ReturnsDesk.rejection("{\"orderId\":\"A-1\",\"amountCents\":0}")),
                                true),
                        AiMessage.from(request("d", "issue_refund", "{\"orderId\":\"A-1\",\"amountCents\":5990}")),
                        answer("d", "issue_refund", Rendering.notice(Rendering.DONE), false)),
                chat.messages(4));
    }

    @Test
    void stepsOfTheAgentAreOffered() {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Hello")));
        Runner.of(new ReturnsDeskLoop(new ReturnsDesk()))
                .model(LangChain4jModel.of(chat))
                .build()
                .start("Hi");
        assertEquals(
                List.of("look_up_order", "issue_refund", "close_case"),
                chat.request(0).toolSpecifications().stream()
                        .map(tool -> tool.name())
                        .toList());
        assertEquals(
                "Refund an order.", chat.request(0).toolSpecifications().get(1).description());
        assertNull(chat.request(0).toolSpecifications().get(0).description());
        assertNull(chat.request(0).toolChoice());
    }

    @Test
    void blankPromptIsOmitted() {
        assertEquals(List.of(UserMessage.from("Hi")), sent(" ", new Message.User("Hi")));
    }

    @Test
    void conversationHasTheFormOfAllProviders() {
        String arguments = "{\"orderId\":\"A-1\"}";
        assertEquals(
                List.of(
                        AiMessage.from(request("a", "look_up_order", arguments)),
                        answer("a", "look_up_order", "Lamp", false),
                        UserMessage.from("Hurry\n\nPlease")),
                sent(
                        "",
                        new Message.Assistant("", List.of(new Call("a", "look_up_order", arguments))),
                        new Message.User("Hurry"),
                        new Message.ToolAnswer("a", "Lamp", false),
                        new Message.Assistant(" ", List.of()),
                        new Message.User("Please")));
    }

    @Test
    void repairedArgumentsAreSentAsUnderstood() {
        assertEquals("{\"orderId\":\"A-1\"}", argumentsSent("look_up_order", "\uFEFF{\"orderId\":\"A-1\"}"));
    }

    @Test
    void answerWithoutACallIsRejected() {
        Message answer = new Message.ToolAnswer("a", "Lamp", false);
        assertThrows(IllegalArgumentException.class, () -> sent("", new Message.User("Hi"), answer));
    }

    @Test
    void requiredCallIsRequested() {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Yes")));
        LangChain4jModel.of(chat).reply(required(TOOLS));
        assertEquals(ToolChoice.REQUIRED, chat.request(0).toolChoice());
    }

    @Test
    void requiredCallNeedsTools() {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Yes")));
        LangChain4jModel.of(chat).reply(required(List.of()));
        assertNull(chat.request(0).toolChoice());
    }

    /** Some adapters throw before they send a request. */
    @Test
    void unsupportedRequiredCallIsOmitted() {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Yes")))
                .refusing(request -> request.toolChoice() == ToolChoice.REQUIRED);
        assertEquals("Yes", LangChain4jModel.of(chat).reply(required(TOOLS)).text());
        assertNull(chat.request(1).toolChoice());
    }

    @Test
    void unsupportedRequestIsRejected() {
        StubChatModel chat = new StubChatModel().refusing(request -> true);
        RequestRejectedException rejected = assertThrows(
                RequestRejectedException.class, () -> LangChain4jModel.of(chat).reply(required(TOOLS)));
        assertInstanceOf(UnsupportedFeatureException.class, rejected.getCause());
        assertTrue(rejected.getMessage().contains("not supported"), rejected.getMessage());
    }

    @Test
    void optionsBecomeParameters() {
        RequestOptions options = new RequestOptions(
                Optional.of("gpt-2"), OptionalDouble.of(0.5), Optional.of("low"), OptionalInt.of(99));
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Yes")), says(AiMessage.from("Yes")))
                .refusing(request -> request.toolChoice() == ToolChoice.REQUIRED);
        ReplyProvenance with = LangChain4jModel.of(chat)
                .reply(new ModelRequest(
                        "",
                        List.of(new Message.User("Hi")),
                        TOOLS,
                        dev.escapement.model.ToolChoice.REQUIRED,
                        options,
                        ContentStore.none()))
                .provenance();
        assertEquals("gpt-2", chat.request(1).modelName());
        assertEquals(0.5, chat.request(1).temperature());
        assertEquals(99, chat.request(1).maxOutputTokens());
        ReplyProvenance without =
                LangChain4jModel.of(chat).reply(required(TOOLS)).provenance();
        assertNull(chat.request(3).temperature());
        assertNotEquals(with.requestSha256(), without.requestSha256());
    }

    private static ModelRequest required(List<ToolSpec<?>> tools) {
        return new ModelRequest("", List.of(new Message.User("Hi")), tools, dev.escapement.model.ToolChoice.REQUIRED);
    }

    private static ChatMessage answer(String id, String tool, String text, boolean failed) {
        return ToolExecutionResultMessage.builder()
                .id(id)
                .toolName(tool)
                .text(text)
                .isError(failed)
                .build();
    }

    private static List<ChatMessage> sent(String prompt, Message... messages) {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Yes")));
        LangChain4jModel.of(chat).reply(new ModelRequest(prompt, List.of(messages), TOOLS));
        return chat.messages(0);
    }

    private static String argumentsSent(String tool, String arguments) {
        Message assistant = new Message.Assistant("", List.of(new Call("a", tool, arguments)));
        AiMessage sent = (AiMessage)
                sent("", assistant, new Message.ToolAnswer("a", "Lamp", false)).get(0);
        return sent.toolExecutionRequests().get(0).arguments();
    }
}
