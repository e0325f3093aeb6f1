package dev.escapement.openai;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.desk.PlaysContract;
import dev.escapement.fake.desk.StreamedPlaysContract;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.Model;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;

/** Tests of the provider behaviors through the OpenAI client. */
final class OpenAiPlaysTest {

    private static final UnaryOperator<OpenAiModel.Builder> DEFAULTS = builder -> builder;
    private static final UnaryOperator<OpenAiModel.Builder> RESPONSES = builder -> builder.protocol(Protocol.RESPONSES);

    /** Plays with whole replies. */
    abstract static class Whole extends PlaysContract {

        private final Supplier<FakeProvider> provider;
        private final UnaryOperator<OpenAiModel.Builder> settings;

        Whole(Supplier<FakeProvider> provider, UnaryOperator<OpenAiModel.Builder> settings) {
            this.provider = provider;
            this.settings = settings;
        }

        @Override
        protected FakeProvider provide() {
            return provider.get();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return settings.apply(client(provider, http)).build();
        }
    }

    /** Plays with streamed replies. */
    abstract static class Streamed extends StreamedPlaysContract {

        private final Whole whole;

        Streamed(Supplier<FakeProvider> provider, UnaryOperator<OpenAiModel.Builder> settings) {
            this.whole = new Whole(provider, settings) {};
        }

        @Override
        protected FakeProvider provide() {
            return whole.provide();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return whole.model(provider, http);
        }
    }

    @Nested
    final class Chat extends Whole {
        Chat() {
            super(FakeProvider::chat, DEFAULTS);
        }
    }

    @Nested
    final class ChatStreamed extends Streamed {
        ChatStreamed() {
            super(FakeProvider::chat, DEFAULTS);
        }
    }

    @Nested
    final class Responses extends Whole {
        Responses() {
            super(FakeProvider::responses, RESPONSES);
        }
    }

    @Nested
    final class ResponsesStreamed extends Streamed {
        ResponsesStreamed() {
            super(FakeProvider::responses, RESPONSES);
        }
    }

    @Nested
    final class ResponsesWithoutReasoning extends Whole {
        ResponsesWithoutReasoning() {
            super(FakeProvider::responses, builder -> RESPONSES.apply(builder).encryptedReasoning(false));
        }
    }

    @Nested
    final class Mistral extends Streamed {
        Mistral() {
            super(FakeProvider::mistral, builder -> builder.flavor(Flavor.MISTRAL));
        }

        @Override
        protected String id(int number) {
            return "abcDEFgh" + number;
        }
    }

    @Nested
    final class DeepSeek extends Whole {
        DeepSeek() {
            super(FakeProvider::deepSeek, DEFAULTS);
        }
    }

    @Nested
    final class DeepSeekStreamed extends Streamed {
        DeepSeekStreamed() {
            super(FakeProvider::deepSeek, DEFAULTS);
        }
    }

    @Nested
    final class Gemini extends Whole {
        Gemini() {
            super(FakeProvider::gemini, DEFAULTS);
        }
    }

    @Nested
    final class GeminiStreamed extends Streamed {
        GeminiStreamed() {
            super(FakeProvider::gemini, DEFAULTS);
        }
    }

    private static OpenAiModel.Builder client(FakeProvider provider, HttpSettings http) {
        return OpenAiModel.builder()
                .model("some-model")
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .http(http);
    }
}
