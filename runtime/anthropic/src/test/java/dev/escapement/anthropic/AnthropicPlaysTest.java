package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import dev.escapement.fake.desk.PlaysContract;
import dev.escapement.fake.desk.StreamedPlaysContract;
import dev.escapement.model.Model;
import dev.escapement.http.HttpSettings;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Everything that a provider can do, through the client. */
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

        /** Arguments are an object here, so nothing is left of half of one. */
        @Override
        protected String told(String arguments) {
            return "{}";
        }

        /** A filter makes the reply a refusal here, with the text that there was. */
        @Override
        @Test
        protected void contentFilter() {
            assertEquals(
                    thread(ended("refusal", replied("It is a"))),
                    start(PATIENT, Plays.text("It is a").filtered()));
        }
    }

    @Nested
    class StreamedMessage extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.messages();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }

        /** A call begins with an empty object, which stays if nothing comes in its place. */
        @Override
        protected String told(String arguments) {
            return arguments.isEmpty() ? "{}" : arguments;
        }

        @Override
        @Test
        protected void contentFilter() {
            assertEquals(
                    thread(ended("refusal", replied("It is a"))),
                    start(PATIENT, Plays.text("It is a").filtered()));
        }
    }

    /** The model is asked to think, and nothing to be cached. */
    @Nested
    final class Thoughtful extends StreamedMessage {

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http)
                    .thinking(Thinking.budget(2_000))
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
