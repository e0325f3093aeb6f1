package dev.escapement.gemini;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.desk.PlaysContract;
import dev.escapement.fake.desk.StreamedPlaysContract;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.Model;
import org.junit.jupiter.api.Nested;

/** Tests of the provider behaviors through the Gemini client. */
final class GeminiPlaysTest {

    @Nested
    final class Whole extends PlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.generateContent();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }

        /** Calls arrive as a whole in this API, so incomplete arguments never arrive. */
        @Override
        protected String receivedArguments(String arguments) {
            return "{}";
        }

        @Override
        protected boolean isRefusalFiltered() {
            return true;
        }
    }

    @Nested
    class Streamed extends StreamedPlaysContract {

        @Override
        protected FakeProvider provide() {
            return FakeProvider.generateContent();
        }

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http).build();
        }

        @Override
        protected String receivedArguments(String arguments) {
            return "{}";
        }

        @Override
        protected boolean isRefusalFiltered() {
            return true;
        }
    }

    /** With summaries of thoughts and an effort. */
    @Nested
    final class Thoughtful extends Streamed {

        @Override
        protected Model model(FakeProvider provider, HttpSettings http) {
            return client(provider, http)
                    .effort("low")
                    .thoughtSummaries(true)
                    .strict(true)
                    .build();
        }
    }

    private static GeminiModel.Builder client(FakeProvider provider, HttpSettings http) {
        return GeminiModel.builder()
                .model("gemini-3-fake")
                .baseUrl(provider.baseUri().toString())
                .apiKey(provider.key())
                .http(http);
    }
}
