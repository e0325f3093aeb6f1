package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.FakeReply;
import dev.escapement.fake.Play;
import dev.escapement.fake.Plays;
import dev.escapement.fake.Split;
import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.openai.Protocol;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.thread.AgentThread;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests of the recorded tasks with each client and a provider as strict as the real one: the behavior of the agent must
 * not depend on the client.
 */
class Tau2ClientsTest {

    private static final long SEED = 20261122;

    private Tau2Data data;
    private Database pristine;

    @BeforeEach
    void findTheData() throws IOException {
        data = Tau2Data.orSkip();
        pristine = data.shop();
    }

    @Test
    void openAiChatCompletions() throws IOException {
        playAll(
                "OpenAI, Chat Completions",
                FakeProvider::chat,
                provider -> openAi(provider, Protocol.CHAT_COMPLETIONS));
    }

    @Test
    void openAiChatCompletionsStreamed() throws IOException {
        playAll(
                "OpenAI, Chat Completions, streamed",
                FakeProvider::chat,
                provider -> streamed(openAi(provider, Protocol.CHAT_COMPLETIONS)));
    }

    @Test
    void openAiResponses() throws IOException {
        playAll("OpenAI, Responses", FakeProvider::responses, provider -> openAi(provider, Protocol.RESPONSES));
    }

    @Test
    void openAiResponsesStreamed() throws IOException {
        playAll(
                "OpenAI, Responses, streamed",
                FakeProvider::responses,
                provider -> streamed(openAi(provider, Protocol.RESPONSES)));
    }

    @Test
    void anthropic() throws IOException {
        playAll("Anthropic", FakeProvider::messages, Tau2ClientsTest::anthropic);
    }

    @Test
    void anthropicStreamed() throws IOException {
        playAll("Anthropic, streamed", FakeProvider::messages, provider -> streamed(anthropic(provider)));
    }

    @Test
    void langChain4j() throws IOException {
        playAll("LangChain4j, its client for OpenAI", FakeProvider::chat, Tau2ClientsTest::langChain4j);
    }

    @Test
    void langChain4jStreamed() throws IOException {
        playAll(
                "LangChain4j, its client for OpenAI, streamed",
                FakeProvider::chat,
                provider -> streamed(langChain4jStreaming(provider)));
    }

    private void playAll(String client, Supplier<FakeProvider> start, Function<FakeProvider, Model> connect)
            throws IOException {
        Tau2Replay replay = new Tau2Replay(pristine, (replies, run) -> play(start, connect, replies, run));
        data.tasks().forEach(replay::play);
        System.out.println(client + ": " + replay.summary());
        assertEquals(List.of(), replay.differences());
    }

    private static AgentThread play(
            Supplier<FakeProvider> start,
            Function<FakeProvider, Model> connect,
            List<ModelReply> replies,
            Function<Model, AgentThread> run) {
        try (FakeProvider provider = start.get()) {
            provider.then(replies.stream().map(Tau2ClientsTest::said).toArray(Play[]::new));
            return run.apply(connect.apply(provider));
        }
    }

    private static FakeReply said(ModelReply reply) {
        FakeReply said = reply.text().isEmpty() ? Plays.nothing() : Plays.text(reply.text());
        for (Call call : reply.calls()) {
            said = said.call(call.id(), call.tool(), call.arguments());
        }
        return said.split(Split.seeded(SEED));
    }

    private static Model openAi(FakeProvider provider, Protocol protocol) {
        return OpenAiModel.builder()
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .model("stub")
                .protocol(protocol)
                .build();
    }

    private static Model anthropic(FakeProvider provider) {
        return AnthropicModel.builder()
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .model("stub")
                .build();
    }

    private static Model langChain4j(FakeProvider provider) {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .modelName("stub")
                .strictTools(true)
                .build();
        return LangChain4jModel.of(model).withDialect(Dialect.OPENAI_STRICT);
    }

    private static Model langChain4jStreaming(FakeProvider provider) {
        OpenAiStreamingChatModel model = OpenAiStreamingChatModel.builder()
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .modelName("stub")
                .strictTools(true)
                .build();
        return LangChain4jModel.streaming(model).withDialect(Dialect.OPENAI_STRICT);
    }

    /** Returns the same model with a listener for deltas. */
    private static Model streamed(Model model) {
        return request -> model.reply(request, delta -> {});
    }
}
