package dev.escapement.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.anthropic.AnthropicModel;
import dev.escapement.content.Content;
import dev.escapement.content.ContentStore;
import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import dev.escapement.gemini.GeminiModel;
import dev.escapement.model.Model;
import dev.escapement.openai.Flavor;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.openai.Protocol;
import dev.escapement.run.Extracted;
import dev.escapement.run.Extraction;
import dev.escapement.run.ExtractionException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that extractions work with each client, against providers that reject invalid requests. */
class ExtractionClientsTest {

    private static final Extraction<CityWeather> EXTRACTION = Extraction.of(CityWeatherSpec.INSTANCE);

    private static final String OSLO = "{\"city\":\"Oslo\"}";

    /** A client and its provider. */
    enum Client {
        CHAT(FakeProvider::chat, provider -> openAi(provider).build()),
        MISTRAL(
                FakeProvider::mistral,
                provider -> openAi(provider).flavor(Flavor.MISTRAL).build()),
        DEEPSEEK(FakeProvider::deepSeek, provider -> openAi(provider).build()),
        RESPONSES(
                FakeProvider::responses,
                provider -> openAi(provider).protocol(Protocol.RESPONSES).build()),
        MESSAGES(
                FakeProvider::messages,
                provider -> AnthropicModel.builder()
                        .model("m-1")
                        .baseUrl(provider.baseUri().toString())
                        .apiKey(provider.key())
                        .build()),
        GEMINI(
                FakeProvider::generateContent,
                provider -> GeminiModel.builder()
                        .model("m-1")
                        .baseUrl(provider.baseUri().toString())
                        .apiKey(provider.key())
                        .build());

        private final Supplier<FakeProvider> provider;
        private final Function<FakeProvider, Model> model;

        Client(Supplier<FakeProvider> provider, Function<FakeProvider, Model> model) {
            this.provider = provider;
            this.model = model;
        }

        private static OpenAiModel.Builder openAi(FakeProvider provider) {
            return OpenAiModel.builder()
                    .model("m-1")
                    .baseUrl(provider.baseUri().toString())
                    .apiKey(provider.key());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectedArgumentsAreCorrected(Client client) {
        try (FakeProvider provider = client.provider
                .get()
                .then(Plays.call("abcdefg01", "get_weather", "{}"), Plays.call("abcdefg02", "get_weather", OSLO))) {
            Extracted<CityWeather> extracted = EXTRACTION.extract(client.model.apply(provider), "I travel to Oslo.");

            assertEquals(new CityWeather("Oslo"), extracted.value());
            assertEquals(1, extracted.rounds());
            assertTrue(extracted.usage().tokens() > 0, extracted::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsCorrected(Client client) {
        try (FakeProvider provider =
                client.provider.get().then(Plays.text("Oslo."), Plays.call("abcdefg02", "get_weather", OSLO))) {
            assertEquals(new CityWeather("Oslo"), EXTRACTION.from(client.model.apply(provider), "I travel to Oslo."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalCallsAreCorrected(Client client) {
        try (FakeProvider provider = client.provider
                .get()
                .then(
                        Plays.call("abcdefg01", "get_weather", OSLO).call("abcdefg02", "get_weather", OSLO),
                        Plays.call("abcdefg03", "get_weather", OSLO))) {
            assertEquals(new CityWeather("Oslo"), EXTRACTION.from(client.model.apply(provider), "I travel to Oslo."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void exhaustedRoundsEnd(Client client) {
        try (FakeProvider provider = client.provider
                .get()
                .then(
                        Plays.call("abcdefg01", "get_weather", "{}"),
                        Plays.call("abcdefg02", "get_weather", "{\"city\":7}"))) {
            Model model = client.model.apply(provider);
            ExtractionException thrown = assertThrows(
                    ExtractionException.class, () -> EXTRACTION.rounds(1).from(model, "I travel to Oslo."));

            assertEquals(ExtractionException.Reason.REJECTED, thrown.reason());
            assertEquals("$.city", thrown.violations().get(0).path());
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MISTRAL", "DEEPSEEK"})
    void imageIsSentInEachRound(Client client) {
        ContentStore store = ContentStore.inMemory();
        Content.File image = store.put("image/png", "map.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        try (FakeProvider provider = client.provider
                .get()
                .then(Plays.call("abcdefg01", "get_weather", "{}"), Plays.call("abcdefg02", "get_weather", OSLO))) {
            List<Content> content = List.of(new Content.Text("The destination:"), image);
            assertEquals(new CityWeather("Oslo"), EXTRACTION.from(client.model.apply(provider), content, store));

            assertEquals(2, provider.requests().size());
            provider.requests().forEach(request -> assertTrue(request.text().contains("iVBORw"), request::text));
        }
    }
}
