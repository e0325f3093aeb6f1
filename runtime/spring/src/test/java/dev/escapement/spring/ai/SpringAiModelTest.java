package dev.escapement.spring.ai;

import static dev.escapement.spring.ai.FakeChatModel.call;
import static dev.escapement.spring.ai.FakeChatModel.part;
import static dev.escapement.spring.ai.FakeChatModel.response;
import static dev.escapement.spring.ai.FakeChatModel.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage.ToolResponse;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.ai.tool.ToolCallback;

/** Requests to and replies of a fake chat model. */
class SpringAiModelTest {

    private static final String FIND = "{\"number\":7,\"language\":\"GERMAN\"}";
    private static final List<ToolSpec<?>> TOOLS = List.of(CatalogDesk_FindLampSpec.INSTANCE);
    private static final ChatResponse HELLO = response(text("Hello.", "STOP"));

    private static ModelRequest request(Message... messages) {
        return new ModelRequest("Be brief.", List.of(messages), TOOLS);
    }

    private static ModelReply reply(ChatResponse response) {
        return SpringAiModel.of(new FakeChatModel(response)).reply(request(new Message.User("Hi")));
    }

    private static ModelReply reply(Generation... results) {
        return reply(response(results));
    }

    /** Sends a request and returns the prompt that the chat model received. */
    private static Prompt prompt(ModelRequest request) {
        FakeChatModel chat = new FakeChatModel(HELLO);
        SpringAiModel.of(chat).reply(request);
        return chat.prompt(0);
    }

    /** The build runs this test with both lines of Spring AI; only version 2 has this method. */
    @Test
    void expectedLineIsTested() {
        boolean isLine2 = Stream.of(ChatModel.class.getMethods())
                .anyMatch(method -> method.getName().equals("getOptions"));
        assertEquals("2".equals(System.getProperty("spring-ai.line")), isLine2);
    }

    @Test
    void agentFinishesWithTheChatModel() {
        FakeChatModel chat = new FakeChatModel(
                response(call("a", "find_lamp", FIND)), response(call("b", "end_talk", "{\"words\":\"It is red.\"}")));
        AgentThread thread = Runner.of(new CatalogDeskLoop(new CatalogDesk()))
                .model(SpringAiModel.of(chat))
                .build()
                .start("Which colour has lamp 7?");
        assertTrue(thread.hasEnded());
        assertEquals(
                new ToolResponse("a", "find_lamp", "Lamp 7 is rot"),
                ((ToolResponseMessage) chat.prompt(1).getInstructions().get(3))
                        .getResponses()
                        .get(0));
    }

    @Test
    void conversationIsConverted() {
        Prompt prompt = prompt(request(
                new Message.User("Hi"),
                new Message.Assistant(
                        "I look.", List.of(new Call("a", "find_lamp", FIND), new Call("b", "find_lamp", FIND))),
                new Message.ToolAnswer("a", "red", false),
                new Message.ToolAnswer("b", "Error: broken", true),
                new Message.User("And now?")));
        List<org.springframework.ai.chat.messages.Message> messages = prompt.getInstructions();
        assertEquals(
                List.of(
                        new SystemMessage("Be brief."),
                        new UserMessage("Hi"),
                        AssistantMessage.builder()
                                .content("I look.")
                                .toolCalls(List.of(
                                        new AssistantMessage.ToolCall("a", "function", "find_lamp", FIND),
                                        new AssistantMessage.ToolCall("b", "function", "find_lamp", FIND)))
                                .build(),
                        ToolResponseMessage.builder()
                                .responses(List.of(
                                        new ToolResponse("a", "find_lamp", "red"),
                                        new ToolResponse("b", "find_lamp", "Error: broken")))
                                .build(),
                        new UserMessage("And now?")),
                messages);
    }

    @Test
    void toolsAreOfferedAndNotRun() {
        ToolCallingChatOptions options = assertInstanceOf(
                ToolCallingChatOptions.class,
                prompt(request(new Message.User("Hi"))).getOptions());
        ToolCallback tool = options.getToolCallbacks().get(0);
        assertEquals(
                CatalogDesk_FindLampSpec.INSTANCE.schema(Dialect.OPENAI),
                tool.getToolDefinition().inputSchema());
        assertThrows(IllegalStateException.class, () -> tool.call(FIND));
    }

    @Test
    @DisabledIfSystemProperty(named = "spring-ai.line", matches = "2")
    void executionBySpringAiIsOff() {
        assertFalse(ToolCallingChatOptions.isInternalToolExecutionEnabled(
                prompt(request(new Message.User("Hi"))).getOptions()));
    }

    /** In version 2, the options of a prompt replace those of the chat model. */
    @Test
    @EnabledIfSystemProperty(named = "spring-ai.line", matches = "2")
    void optionsOfTheChatModelAreKept() {
        ChatOptions options = prompt(new ModelRequest(
                        "",
                        List.of(new Message.User("Hi")),
                        TOOLS,
                        ToolChoice.AUTO,
                        RequestOptions.NONE.withModel("other"),
                        ContentStore.none()))
                .getOptions();
        assertEquals("other 3", options.getModel() + " " + options.getTopK());
    }

    @Test
    void nameIsThatOfTheChatModel() {
        assertEquals("configured", SpringAiModel.of(new FakeChatModel()).info().model());
    }

    @Test
    void optionsOfTheRequestAreSent() {
        ChatOptions options = prompt(new ModelRequest(
                        "",
                        List.of(new Message.User("Hi")),
                        TOOLS,
                        ToolChoice.AUTO,
                        RequestOptions.NONE
                                .withModel("other")
                                .withTemperature(0.5)
                                .withMaxOutputTokens(9),
                        ContentStore.none()))
                .getOptions();
        assertEquals(
                List.of("other", 0.5, 9),
                List.of(options.getModel(), options.getTemperature(), options.getMaxTokens()));
    }

    @Test
    void replyHasTextUsageAndProvenance() {
        ModelReply reply = reply(HELLO);
        assertEquals("Hello.", reply.text());
        assertEquals(new Usage(7, 3), reply.usage());
        assertEquals(
                "lamp-model r-1 STOP",
                reply.provenance().model() + " " + reply.provenance().replyId() + " "
                        + reply.provenance().finishReason());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @Test
    void callsOfSeveralResultsAreCombined() {
        ModelReply reply = reply(text("I look.", "TOOL_CALLS"), call("a", "find_lamp", FIND));
        assertEquals("I look.", reply.text());
        assertEquals(List.of(new Call("a", "find_lamp", FIND)), reply.calls());
    }

    @Test
    void thinkingIsNotText() {
        assertEquals(
                "Hello.",
                reply(text("Hm.", Map.of("signature", "s")), text("Hello.", "end_turn"))
                        .text());
    }

    @Test
    void truncatedReplyIsNotComplete() {
        assertEquals(StopReason.LENGTH, reply(text("Hel", "max_tokens")).stop());
    }

    @Test
    void filteredReplyIsNotComplete() {
        assertEquals(
                StopReason.CONTENT_FILTER, reply(text("", "CONTENT_FILTER")).stop());
    }

    @Test
    void unknownReasonIsUnknown() {
        assertEquals(
                StopReason.UNKNOWN,
                reply(text("Hello.", "MALFORMED_FUNCTION_CALL")).stop());
    }

    @Test
    void missingReasonDependsOnTheArguments() {
        assertEquals(
                StopReason.COMPLETE,
                reply(part(new Generation(new AssistantMessage("Hello.")))).stop());
        assertEquals(
                StopReason.UNKNOWN,
                reply(part(new Generation(AssistantMessage.builder()
                                .content("")
                                .toolCalls(
                                        List.of(new AssistantMessage.ToolCall("a", "function", "find_lamp", "{\"num")))
                                .build())))
                        .stop());
    }

    @Test
    void refusalIsTextWithItsReason() {
        ModelReply reply = reply(text("", Map.of("refusal", "I cannot.")));
        assertEquals("I cannot. REFUSAL", reply.text() + " " + reply.stop());
    }

    @Test
    void emptyResponseIsAnEmptyReply() {
        assertEquals(StopReason.UNKNOWN, reply(new ChatResponse(List.of())).stop());
    }

    @Test
    void metadataIsSentBack() {
        byte[] signature = {1, 2, 3};
        ModelReply first = reply(text(
                "Hello.",
                Map.of("thoughtSignatures", List.of(signature), "id", "r-1", "reasoningContent", "Hm.", "role", "")));
        Prompt second = prompt(request(
                new Message.User("Hi"),
                new Message.Assistant(first.text(), first.calls(), first.state()),
                new Message.User("And now?")));
        Map<String, Object> metadata = second.getInstructions().get(2).getMetadata();
        assertEquals("Hm.", metadata.get("reasoningContent"));
        assertEquals(false, metadata.containsKey("id"));
        assertArrayEquals(signature, (byte[]) ((List<?>) metadata.get("thoughtSignatures")).get(0));
    }

    @Test
    void bookkeepingMetadataIsNotStored() {
        assertEquals(
                Optional.empty(),
                reply(text("Hello.", Map.of("id", "r-1", "role", "ASSISTANT", "index", 0, "annotations", List.of())))
                        .state());
    }

    @Test
    void filesAreMedia() {
        ContentStore contents = ContentStore.inMemory();
        Content.File image = contents.put("image/png", "lamp.png", new byte[] {1, 2});
        Content.File note = contents.put("text/plain", "note.txt", "red".getBytes(StandardCharsets.UTF_8));
        Prompt prompt = prompt(new ModelRequest(
                "",
                List.of(new Message.User(List.of(new Content.Text("Look:"), image, note))),
                List.of(),
                ToolChoice.AUTO,
                RequestOptions.NONE,
                contents));
        UserMessage message = (UserMessage) prompt.getInstructions().get(0);
        assertEquals("Look:\n\nFile note.txt (text/plain):\n\nred", message.getText());
        assertArrayEquals(new byte[] {1, 2}, message.getMedia().get(0).getDataAsByteArray());
    }

    @Test
    void filesOfAnswersFollow() {
        ContentStore contents = ContentStore.inMemory();
        Content.File image = contents.put("image/png", "lamp.png", new byte[] {1, 2});
        Prompt prompt = prompt(new ModelRequest(
                "",
                List.of(
                        new Message.User("Hi"),
                        new Message.Assistant("", List.of(new Call("a", "find_lamp", FIND))),
                        new Message.ToolAnswer("a", List.of(new Content.Text("See:"), image), false)),
                TOOLS,
                ToolChoice.AUTO,
                RequestOptions.NONE,
                contents));
        UserMessage last =
                assertInstanceOf(UserMessage.class, prompt.getInstructions().get(3));
        assertEquals(1, last.getMedia().size());
    }

    @Test
    void otherFilesAreRejected() {
        ContentStore contents = ContentStore.inMemory();
        Content.File sound = contents.put("audio/wav", "lamp.wav", new byte[] {1});
        FakeChatModel chat = new FakeChatModel(HELLO);
        RequestRejectedException rejected = assertThrows(
                RequestRejectedException.class,
                () -> SpringAiModel.of(chat)
                        .reply(new ModelRequest(
                                "",
                                List.of(new Message.User(List.of(sound))),
                                List.of(),
                                ToolChoice.AUTO,
                                RequestOptions.NONE,
                                contents)));
        assertTrue(rejected.getMessage().contains("lamp.wav"));
    }

    @Test
    void pricesDetermineTheCost() {
        ModelReply reply = SpringAiModel.of(new FakeChatModel(HELLO))
                .withPrices(PriceTable.EMPTY.with("lamp-model", Prices.perMillion("1", "2")), "lamp-model")
                .reply(request(new Message.User("Hi")));
        assertEquals(0, new BigDecimal("0.000013").compareTo(reply.usage().cost()));
    }
}
