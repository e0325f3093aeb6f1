package dev.escapement.anthropic;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.desk.PlaysContract;
import dev.escapement.fake.desk.StreamedPlaysContract;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.Model;
import org.junit.jupiter.api.Nested;

/** Tests of the provider behaviors through the Anthropic client. */
final class AnthropicPlaysTest {

    @Nested
    final class Whole extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.messages();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }

        /** An object is required in this API, so incomplete arguments become an empty one. */
        @Override
        protected String receivedArguments(String arguments) {
            return "{}";
        }

        @Override
        protected boolean isFilteredReplyRefused() {
            return true;
        }
    }

    @Nested
    class Streamed extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.messages();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }

        /** A call begins with an empty object, which remains without streamed arguments. */
        @Override
        protected String receivedArguments(String arguments) {
            return arguments.isEmpty() ? "{}" : arguments;
        }

        @Override
        protected boolean isFilteredReplyRefused() {
            return true;
        }
    }

    /** With thinking and without caching. */
    @Nested
    final class Thoughtful extends Streamed {

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http)
                    .thinking(ThinkingMode.budget(2_000))
                    .caching(false)
                    .build();
        }
    }

    private static AnthropicModel.Builder client(FakeProvider provider, HttpSettings http) {
        return AnthropicModel.builder()
                .model("some-model")
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .http(http);
    }
}
