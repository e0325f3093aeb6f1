package dev.escapement.langchain4j;

import static dev.escapement.langchain4j.StubChatModel.calls;
import static dev.escapement.langchain4j.StubChatModel.request;
import static dev.escapement.langchain4j.StubChatModel.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.ToolChoice;
import dev.escapement.model.Usage;
import dev.escapement.run.Runner;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the replies read from responses of LangChain4j chat models. */
class ChatResponseReaderTest {

    private static final List<ToolSpec<?>> TOOLS = List.of(ReturnsDesk_LookUpOrderSpec.INSTANCE);
    private static final ModelRequest REQUEST = new ModelRequest("Be kind.", List.of(new Message.User("Hi")), TOOLS);
    private static final PriceTable PRICES = PriceTable.EMPTY.with("m", Prices.perMillion("3", "0.30", "3.75", "15"));

    @Test
    void missingAndRepeatedIdsAreReplaced() {
        ModelReply reply = received(says(AiMessage.from(
                request(null, "t", "{}"), request("x", "t", "{}"), request("x", "t", "{}"), request("", "t", null))));
        assertEquals(
                List.of("call_1", "x", "x_1", "call_2"),
                reply.calls().stream().map(Call::id).toList());
        assertEquals("", reply.calls().get(3).arguments());
    }

    @Test
    void tokensAreCounted() {
        assertEquals(new Usage(12, 3), received(used(new TokenUsage(12, 3))).usage());
        assertEquals(Usage.NONE, received(says(AiMessage.from("Hi"))).usage());
    }

    @Test
    void missingCountIsZero() {
        assertEquals(new Usage(0, 3), received(used(new TokenUsage(null, 3))).usage());
    }

    @Test
    void costFollowsThePrices() {
        LangChain4jModel model = LangChain4jModel.of(new StubChatModel(used(new TokenUsage(100, 10))))
                .withPrices(PRICES, "m");
        assertEquals(new Usage(100, 10, 0, new BigDecimal("0.00045")), rounded(model.reply(REQUEST)));
    }

    @Test
    void costOfCachedTokensFollowsThePrices() {
        LangChain4jModel model = LangChain4jModel.of(new StubChatModel(used(new TokenUsage(100, 10))))
                .withUsage(tokens -> new Usage(100, 10, 90, BigDecimal.ONE))
                .withPrices(PRICES, "m");
        assertEquals(new Usage(100, 10, 90, new BigDecimal("0.000207")), rounded(model.reply(REQUEST)));
    }

    private static Usage rounded(ModelReply reply) {
        Usage usage = reply.usage();
        return new Usage(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.cachedTokens(),
                usage.cost().stripTrailingZeros());
    }

    @Test
    void usageMayHaveItsOwnCost() {
        Usage priced = new Usage(12, 3, 4, new BigDecimal("0.02"));
        LangChain4jModel model = LangChain4jModel.of(new StubChatModel(used(new TokenUsage(12, 3))))
                .withUsage(tokens -> priced);
        assertEquals(priced, model.reply(REQUEST).usage());
    }

    @Test
    void modelWithoutAPriceIsRejected() {
        LangChain4jModel model = LangChain4jModel.of(new StubChatModel());
        assertThrows(IllegalArgumentException.class, () -> model.withPrices(PRICES, "n"));
    }

    @ParameterizedTest
    @CsvSource({"LENGTH, LENGTH", "CONTENT_FILTER, CONTENT_FILTER"})
    void incompleteReplyHasItsReason(FinishReason reason, StopReason stop) {
        ModelReply reply = received(ended(reason));
        assertEquals(stop, reply.stop());
        assertEquals(List.of(new Call("a", "look_up_order", "{ }")), reply.calls());
        assertEquals("I look.", reply.text());
    }

    @ParameterizedTest
    @EnumSource(names = {"STOP", "TOOL_EXECUTION", "OTHER"})
    void normalEndIsComplete(FinishReason reason) {
        assertEquals(StopReason.COMPLETE, received(ended(reason)).stop());
    }

    @Test
    void reasonWithoutANameIsUnknownIfTheReplyIsIncomplete() {
        for (AiMessage message : List.of(
                AiMessage.from(request("a", "look_up_order", "{\"orderId\":\"A")),
                AiMessage.from(request("a", "look_up_order", "[]")),
                AiMessage.builder().text(" ").build())) {
            ModelReply reply = received(ChatResponse.builder()
                    .aiMessage(message)
                    .finishReason(FinishReason.OTHER)
                    .build());
            assertEquals(StopReason.UNKNOWN, reply.stop());
            assertEquals("other", reply.provenance().finishReason());
            ModelReply ended =
                    received(ChatResponse.builder().aiMessage(message).build());
            assertEquals(StopReason.UNKNOWN, ended.stop());
        }
    }

    @Test
    void missingReasonIsComplete() {
        assertEquals(StopReason.COMPLETE, received(ended(null)).stop());
    }

    /** Tests the whole agent: the call looks complete, but is not run. */
    @ParameterizedTest
    @EnumSource(names = {"LENGTH", "CONTENT_FILTER"})
    void callOfAnIncompleteReplyDoesNotRun(FinishReason reason) {
        StubChatModel chat = new StubChatModel(
                ChatResponse.builder()
                        .aiMessage(AiMessage.from(request("a", "close_case", "{\"summary\":\"Refunded.\"}")))
                        .finishReason(reason)
                        .build(),
                calls("b", "close_case", "{\"summary\":\"Nothing to do.\"}"));
        AgentThread thread = Runner.of(new ReturnsDeskLoop(new ReturnsDesk()))
                .model(LangChain4jModel.of(chat))
                .build()
                .start("Hi");
        assertEquals("\"Nothing to do.\"", ((Event.Finished) thread.last()).result());
        assertTrue(thread.events().stream().anyMatch(Event.CallRejected.class::isInstance));
    }

    @Test
    void replyHasItsProvenance() {
        ChatResponse response = ChatResponse.builder()
                .aiMessage(AiMessage.from("Hi"))
                .id("r1")
                .modelName("gpt-2026-01-31")
                .build();
        ReplyProvenance provenance = LangChain4jModel.of(
                        new StubChatModel(response).named(ModelProvider.OPEN_AI, "gpt"))
                .reply(REQUEST)
                .provenance();
        assertEquals("openai", provenance.provider());
        assertEquals("gpt-2026-01-31", provenance.model());
        assertEquals("r1", provenance.replyId());
    }

    /** Threads are stored, so that the hash of a value must never change. */
    @Test
    void hashesAreThoseOfTheDocumentedForm() {
        ReplyProvenance provenance = received(says(AiMessage.from("Hi"))).provenance();
        assertEquals(
                ExpectedHash.hex("{\"prompt\":\"Be kind.\",\"messages\":[{\"user\":\"Hi\"}],\"tools\":[{\"name\":"
                        + "\"look_up_order\",\"description\":\"\",\"parameters\":"
                        + ReturnsDesk_LookUpOrderSpec.INSTANCE.schema(Dialect.OPENAI) + "}],\"choice\":\"auto\"}"),
                provenance.requestSha256());
        assertEquals(
                ExpectedHash.hex("{\"text\":\"Hi\",\"calls\":[],\"stop\":\"complete\"}"), provenance.replySha256());
    }

    @Test
    void differentRequestsHaveDifferentHashes() {
        Call call = new Call("a", "look_up_order", "{\"orderId\":\"A-1\"}");
        Message assistant = new Message.Assistant("I look.", List.of(call));
        List<ModelRequest> requests = List.of(
                REQUEST,
                new ModelRequest("Be brief.", REQUEST.messages(), TOOLS),
                new ModelRequest("Be kind.", List.of(new Message.User("Ho")), TOOLS),
                new ModelRequest("Be kind.", REQUEST.messages(), List.of()),
                new ModelRequest("Be kind.", REQUEST.messages(), TOOLS, ToolChoice.REQUIRED),
                new ModelRequest("", List.of(assistant, new Message.ToolAnswer("a", "Lamp", false)), TOOLS),
                new ModelRequest("", List.of(assistant, new Message.ToolAnswer("a", "Lamp", true)), TOOLS),
                new ModelRequest("", List.of(assistant, new Message.ToolAnswer("a", "Sofa", false)), TOOLS));
        Set<String> hashes = new HashSet<>();
        requests.forEach(request -> hashes.add(LangChain4jModel.of(new StubChatModel(says(AiMessage.from("Hi"))))
                .reply(request)
                .provenance()
                .requestSha256()));
        assertEquals(requests.size(), hashes.size());
    }

    @Test
    void differentRepliesHaveDifferentHashes() {
        String hash = received(ended(FinishReason.STOP)).provenance().replySha256();
        assertEquals(
                hash, received(ended(FinishReason.TOOL_EXECUTION)).provenance().replySha256());
        assertNotEquals(hash, received(ended(FinishReason.LENGTH)).provenance().replySha256());
        assertNotEquals(
                hash, received(calls("a", "look_up_order", "{ }")).provenance().replySha256());
    }

    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC, anthropic",
        "AMAZON_BEDROCK, aws.bedrock",
        "GITHUB_MODELS, azure.ai.inference",
        "AZURE_OPEN_AI, azure.ai.openai",
        "GOOGLE_AI_GEMINI, gcp.gemini",
        "GOOGLE_VERTEX_AI_ANTHROPIC, gcp.vertex_ai",
        "MISTRAL_AI, mistral_ai",
        "OLLAMA, ollama",
        "WATSONX, ibm.watsonx.ai",
        "OTHER, ''"
    })
    void providerHasItsConventionalName(ModelProvider provider, String name) {
        assertEquals(
                new ModelInfo(name, "large", "", 0),
                LangChain4jModel.of(new StubChatModel().named(provider, "large"))
                        .info());
    }

    @Test
    void modelWithoutANameIsUnknown() {
        assertEquals(ModelInfo.UNKNOWN, LangChain4jModel.of(new StubChatModel()).info());
    }

    private static final AiMessage THOUGHTFUL = AiMessage.builder()
            .text("I look.")
            .thinking("Where could it be?")
            .attributes(Map.of("thinking_signature", "c2lnbmVk"))
            .toolExecutionRequests(List.of(request("a", "look_up_order", "{\"orderId\":\"A-1\"}")))
            .build();

    @Test
    void additionsToAMessageAreRepeated() {
        StubChatModel chat = new StubChatModel(says(THOUGHTFUL), says(AiMessage.from("It is a lamp.")))
                .named(ModelProvider.ANTHROPIC, "m");
        AgentThread stored = talk(chat);
        assertEquals(THOUGHTFUL, chat.messages(1).get(2));
        assertEquals(stored, AgentThread.fromJson(stored.toJson()));
    }

    @Test
    void additionsOfAnotherProviderAreOmitted() {
        ModelReply reply = LangChain4jModel.of(new StubChatModel(says(THOUGHTFUL)).named(ModelProvider.ANTHROPIC, "m"))
                .reply(REQUEST);
        StubChatModel other = new StubChatModel(says(AiMessage.from("Yes"))).named(ModelProvider.OLLAMA, "n");
        Message earlier = new Message.Assistant(reply.text(), List.of(), reply.state());
        LangChain4jModel.of(other).reply(new ModelRequest("", List.of(earlier), List.of()));
        assertEquals(List.of(AiMessage.from("I look.")), other.messages(0));
    }

    /** The reply is kept, because it has been paid for. */
    @Test
    void unwritableAttributesAreOmitted() {
        Logger log = Logger.getLogger(MessageState.class.getName());
        log.setFilter(entry -> false); // the warning is expected
        try {
            AiMessage message = AiMessage.builder()
                    .text("Hi")
                    .attributes(Map.of("stream", new Object()))
                    .build();
            ModelReply reply = received(says(message));
            assertEquals("Hi", reply.text());
            assertEquals(Optional.empty(), reply.state());
        } finally {
            log.setFilter(null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"type\":\"HOLOGRAM\"}",
                "{\"type\":\"AI\",\"attributes\":7}",
                "{\"type\":\"SYSTEM\",\"text\":\"x\"}"
            })
    void unreadableStateIsOmitted(String json) {
        StubChatModel chat = new StubChatModel(says(AiMessage.from("Yes"))).named(ModelProvider.ANTHROPIC, "m");
        LangChain4jModel.of(chat).reply(after(new ProviderState("langchain4j.anthropic", json)));
        assertEquals(List.of(AiMessage.from("I look.")), chat.messages(0));
    }

    @Test
    void attributesAreRepeatedInTheirJsonForm() {
        AiMessage message = AiMessage.builder()
                .text("I look.")
                .attributes(Map.of("count", 5L, "signature", new byte[] {1, 2, 3}))
                .build();
        StubChatModel chat = new StubChatModel(says(message), says(AiMessage.from("Yes")));
        LangChain4jModel model = LangChain4jModel.of(chat);
        model.reply(after(model.reply(REQUEST).state().orElseThrow()));
        assertEquals(
                Map.of("count", 5, "signature", "AQID"),
                ((AiMessage) chat.messages(1).get(0)).attributes());
    }

    @Test
    void hashIncludesTheState() {
        String state = "{\"thinking\":\"Hm.\",\"toolExecutionRequests\":[],\"attributes\":{},\"type\":\"AI\"}";
        ModelRequest request = after(new ProviderState("langchain4j.anthropic", state));
        String without = requestHash(ModelProvider.ANTHROPIC, after(null));
        assertNotEquals(without, requestHash(ModelProvider.ANTHROPIC, request));
        assertEquals(without, requestHash(ModelProvider.OLLAMA, request), "nothing is handed back to others");
    }

    private static String requestHash(ModelProvider provider, ModelRequest request) {
        return LangChain4jModel.of(new StubChatModel(says(AiMessage.from("Yes"))).named(provider, "m"))
                .reply(request)
                .provenance()
                .requestSha256();
    }

    private static ModelRequest after(ProviderState state) {
        Message earlier = new Message.Assistant("I look.", List.of(), Optional.ofNullable(state));
        return new ModelRequest("", List.of(earlier), List.of());
    }

    @Test
    void plainMessageHasNoState() {
        assertEquals(Optional.empty(), received(ended(FinishReason.STOP)).state());
    }

    private static AgentThread talk(StubChatModel chat) {
        return Runner.of(new ReturnsDeskLoop(new ReturnsDesk()))
                .model(LangChain4jModel.of(chat))
                .build()
                .start("Where is my lamp?");
    }

    private static ChatResponse used(TokenUsage tokens) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from("Hi"))
                .tokenUsage(tokens)
                .build();
    }

    private static ChatResponse ended(FinishReason reason) {
        return ChatResponse.builder()
                .aiMessage(AiMessage.from("I look.", List.of(request("a", "look_up_order", "{ }"))))
                .finishReason(reason)
                .build();
    }

    private static ModelReply received(ChatResponse response) {
        return LangChain4jModel.of(new StubChatModel(response)).reply(REQUEST);
    }
}
