package dev.escapement.clients;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.anthropic.ThinkingMode;
import dev.escapement.fake.FakeProvider;
import dev.escapement.gemini.GeminiModel;
import dev.escapement.langchain4j.LangChain4jModel;
import dev.escapement.model.Model;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.openai.Protocol;
import dev.escapement.tool.Dialect;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.function.Supplier;

/** A client with the strict fake of its provider. */
enum MatrixClient {
    CHAT(FakeProvider::chat, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return openAi(provider, host, Protocol.CHAT_COMPLETIONS);
        }
    },
    DEEPSEEK_CHAT(FakeProvider::deepSeek, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return openAi(provider, host, Protocol.CHAT_COMPLETIONS);
        }
    },
    GEMINI_CHAT(FakeProvider::gemini, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return openAi(provider, host, Protocol.CHAT_COMPLETIONS);
        }
    },
    RESPONSES(FakeProvider::responses, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return openAi(provider, host, Protocol.RESPONSES);
        }
    },
    ANTHROPIC(FakeProvider::messages, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return AnthropicModel.builder()
                    .model("claude-fake")
                    .baseUrl(address(provider, host))
                    .apiKey(provider.key())
                    .thinking(ThinkingMode.budget(2_000))
                    .build();
        }
    },
    GEMINI(FakeProvider::generateContent, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return gemini(provider, host, "gemini-3-fake");
        }
    },
    GEMINI_2(FakeProvider::generateContent, true) {
        @Override
        Model model(FakeProvider provider, String host) {
            return gemini(provider, host, "gemini-2.5-fake");
        }
    },
    LANGCHAIN4J(FakeProvider::chat, false) {
        @Override
        Model model(FakeProvider provider, String host) {
            OpenAiChatModel model = OpenAiChatModel.builder()
                    .baseUrl(address(provider, host))
                    .apiKey(provider.key())
                    .modelName("stub")
                    .strictTools(true)
                    .build();
            return LangChain4jModel.of(model).withDialect(Dialect.OPENAI_STRICT);
        }
    };

    private final Supplier<FakeProvider> provider;
    private final boolean acceptsFilesInAnswers;

    MatrixClient(Supplier<FakeProvider> provider, boolean acceptsFilesInAnswers) {
        this.provider = provider;
        this.acceptsFilesInAnswers = acceptsFilesInAnswers;
    }

    /** Starts the provider. */
    FakeProvider provide() {
        return provider.get();
    }

    /**
     * Returns the client of a provider.
     *
     * @param host a name of the loopback interface; clients do not send the state of a reply to other hosts
     */
    abstract Model model(FakeProvider provider, String host);

    /** Returns whether the client writes the files of an answer to a call. LangChain4j's adapter for OpenAI does not. */
    boolean acceptsFilesInAnswers() {
        return acceptsFilesInAnswers;
    }

    private static Model openAi(FakeProvider provider, String host, Protocol protocol) {
        return OpenAiModel.builder()
                .model("stub")
                .baseUrl(address(provider, host))
                .apiKey(provider.key())
                .protocol(protocol)
                .build();
    }

    private static Model gemini(FakeProvider provider, String host, String model) {
        return GeminiModel.builder()
                .model(model)
                .baseUrl(address(provider, host))
                .apiKey(provider.key())
                .thoughtSummaries(true)
                .build();
    }

    private static String address(FakeProvider provider, String host) {
        return provider.baseUri().toString().replace(provider.baseUri().getHost(), host);
    }
}
