package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import dev.escapement.fake.client.ModelBuilderContract;
import dev.escapement.http.HttpSettings;
import dev.escapement.http.request.BaseUrl;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.RequestOptions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the Gemini client's settings and addresses. */
class GeminiModelTest extends ModelBuilderContract<GeminiModel.Builder> {

    @Override
    protected GeminiModel.Builder builder() {
        return GeminiModel.builder();
    }

    @Override
    protected Model build(GeminiModel.Builder builder) {
        return builder.build();
    }

    @Override
    protected Model fromEnvironment(Function<String, String> variables) {
        return GeminiModel.fromEnvironment(variables);
    }

    @Override
    protected String prefix() {
        return "GEMINI";
    }

    @Override
    protected String host() {
        return "generativelanguage.googleapis.com";
    }

    @Test
    void providerHasTheNameOfTheConventions() {
        assertEquals("gcp.gemini", GeminiSamples.model().build().info().provider());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contents", "maxOutputTokens", "thinkingConfig", "tools", "generationConfig"})
    void reservedPropertyIsRejected(String name) {
        GeminiModel.Builder builder = GeminiSamples.model().property(name, "1");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void parallelCallsCannotBeSet() {
        GeminiModel.Builder builder = GeminiSamples.model().parallelToolCalls(false);
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "very", "1.5"})
    void unknownEffortIsRejected(String effort) {
        GeminiModel.Builder builder = GeminiSamples.model().effort(effort);
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
        assertTrue(message.contains("minimal"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, gemini-3-flash, http://h/v1beta/models/gemini-3-flash:generateContent",
        "http://h/v1beta, gemini-3-flash, http://h/v1beta/models/gemini-3-flash:generateContent",
        "http://h/v1, m, http://h/v1/models/m:generateContent",
        "http://h/v1beta/models, m, http://h/v1beta/models/m:generateContent",
        "http://h/v1beta/models/x:generateContent, m, http://h/v1beta/models/m:generateContent",
        "http://h/v1beta, models/m, http://h/v1beta/models/m:generateContent",
        "http://h/v1beta, tunedModels/mine, http://h/v1beta/tunedModels/mine:generateContent",
        "http://h/v1beta, my model?, http://h/v1beta/models/my%20model%3F:generateContent",
        "https://h/v1/projects/p/locations/global/publishers/google, gemini-2.5-pro, "
                + "https://h/v1/projects/p/locations/global/publishers/google/models/gemini-2.5-pro:generateContent",
    })
    void addressContainsTheModel(String baseUrl, String model, String address) {
        GeminiAddress addresses = GeminiAddress.of(BaseUrl.of(baseUrl, "http://example"));
        assertEquals(address, addresses.of(model, false).toString());
        assertEquals(
                address.replace(":generateContent", ":streamGenerateContent?alt=sse"),
                addresses.of(model, true).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1beta", "/v1beta/"})
    void requestIsPostedToTheAddressWithTheVersion(String end) {
        try (FakeProvider provider = FakeProvider.generateContent().then(Plays.text("Hello"))) {
            GeminiModel model = GeminiModel.builder()
                    .model("gemini-3-fake")
                    .baseUrl(provider.baseUri() + end)
                    .apiKey(provider.key())
                    .build();
            List<Delta> deltas = new ArrayList<>();
            ModelReply reply = model.reply(GeminiSamples.saying(GeminiSamples.QUESTION), deltas::add);

            assertEquals("Hello", reply.text());
            assertEquals(List.of(new Delta.Text("Hello")), deltas);
            assertTrue(reply.provenance().requestSha256().matches("[0-9a-f]{64}"), reply::toString);
            assertTrue(model.requestSha256(GeminiSamples.saying(GeminiSamples.QUESTION))
                    .contains(reply.provenance().requestSha256()));
        }
    }

    @Test
    void vertexReceivesTheTokenAsAHeader() {
        try (FakeProvider provider = FakeProvider.generateContent().then(Plays.text("Hello"))) {
            GeminiModel model = GeminiModel.builder()
                    .model("gemini-2.5-pro")
                    .baseUrl(provider.baseUri() + "/v1/projects/p/locations/global/publishers/google")
                    .http(HttpSettings.DEFAULT.withHeader("Authorization", "Bearer " + provider.key()))
                    .build();

            assertEquals(
                    "Hello",
                    model.reply(GeminiSamples.saying(GeminiSamples.QUESTION)).text());
        }
    }

    @Test
    void modelOfTheOptionsIsPartOfTheAddress() {
        try (FakeProvider provider = FakeProvider.generateContent().then(Plays.text("Hello"))) {
            GeminiModel model = GeminiModel.builder()
                    .model("gemini-3-fake")
                    .baseUrl(provider.baseUri().toString())
                    .apiKey(provider.key())
                    .prices(PriceTable.EMPTY
                            .with("gemini-3-fake", Prices.perMillion("9", "9", "9", "9"))
                            .with("gemini-2.5-fake", Prices.perMillion("1", "1", "1", "10")))
                    .build();
            RequestOptions options = new RequestOptions(
                    Optional.of("gemini-2.5-fake"), OptionalDouble.empty(), Optional.empty(), OptionalInt.empty());

            ModelReply reply = model.reply(GeminiSamples.with(options));

            assertEquals(new BigDecimal("0.0002"), reply.usage().cost().stripTrailingZeros());
            assertEquals("gemini-2.5-fake-2026", reply.provenance().model());
        }
    }
}
