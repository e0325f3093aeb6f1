package dev.escapement.openai;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.desk.PlaysContract;
import dev.escapement.fake.desk.StreamedPlaysContract;
import dev.escapement.model.Model;
import dev.escapement.wire.HttpSettings;
import org.junit.jupiter.api.Nested;

/** Everything that a provider can do, through the client. */
final class PlaysTest {

    @Nested
    final class Chat extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.chat();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }
    }

    @Nested
    final class ChatStreamed extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.chat();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
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
    final class DeepSeek extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.deepSeek();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }
    }

    @Nested
    final class DeepSeekStreamed extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.deepSeek();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }
    }

    @Nested
    final class Gemini extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.gemini();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }
    }

    @Nested
    final class GeminiStreamed extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.gemini();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
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
