package dev.escapement.openai;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.desk.PlaysContract;
import dev.escapement.fake.desk.StreamedPlaysContract;
import dev.escapement.model.Model;
import dev.escapement.http.HttpSettings;
import org.junit.jupiter.api.Nested;

/** Everything that a provider can do, through the client. */
final class OpenAiPlaysTest {

    /** Plays for a client that was told nothing but where the provider is. */
    abstract static class Whole extends PlaysContract {

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }
    }

    /** The same with replies in pieces. */
    abstract static class Streamed extends StreamedPlaysContract {

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }
    }

    @Nested
    final class Chat extends Whole {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.chat();
        }
    }

    @Nested
    final class ChatStreamed extends Streamed {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.chat();
        }
    }

    @Nested
    final class Responses extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.responses();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).protocol(Protocol.RESPONSES).build();
        }
    }

    @Nested
    final class ResponsesStreamed extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.responses();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).protocol(Protocol.RESPONSES).build();
        }
    }

    @Nested
    final class Mistral extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.mistral();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).flavor(Flavor.MISTRAL).build();
        }

        @Override
        protected String id(int number) {
            return "abcDEFgh" + number;
        }
    }

    @Nested
    final class DeepSeek extends Whole {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.deepSeek();
        }
    }

    @Nested
    final class DeepSeekStreamed extends Streamed {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.deepSeek();
        }
    }

    @Nested
    final class Gemini extends Whole {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.gemini();
        }
    }

    @Nested
    final class GeminiStreamed extends Streamed {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.gemini();
        }
    }

    @Nested
    final class ResponsesWithoutReasoning extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.responses();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http)
                    .protocol(Protocol.RESPONSES)
                    .encryptedReasoning(false)
                    .build();
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
