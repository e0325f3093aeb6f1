package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import dev.escapement.fake.client.ModelBuilderContract;
import dev.escapement.model.Delta;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the Anthropic client's settings. */
class AnthropicModelTest extends ModelBuilderContract<AnthropicModel.Builder> {

    @Override
    protected AnthropicModel.Builder builder() {
        return AnthropicModel.builder();
    }

    @Override
    protected Model build(AnthropicModel.Builder builder) {
        return builder.build();
    }

    @Override
    protected Model fromEnvironment(Function<String, String> variables) {
        return AnthropicModel.fromEnvironment(variables);
    }

    @Override
    protected String prefix() {
        return "ANTHROPIC";
    }

    @Override
    protected String host() {
        return "api.anthropic.com";
    }

    @Test
    void providerIsAnthropic() {
        assertEquals("anthropic", AnthropicSamples.model().build().info().provider());
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "max_tokens", "thinking", "tools", "stream", "cache_control"})
    void reservedPropertyIsRejected(String name) {
        AnthropicModel.Builder builder = AnthropicSamples.model().property(name, "1");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    void markerIsAllowedWithoutCaching() {
        AnthropicModel model = AnthropicSamples.model()
                .caching(false)
                .property("cache_control", "{}")
                .build();
        assertTrue(model.write(AnthropicSamples.saying(AnthropicSamples.QUESTION), false)
                .contains("\"cache_control\":{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/v1", "/v1/"})
    void requestIsPostedToTheAddressWithTheVersion(String end) {
        try (FakeProvider provider = FakeProvider.messages().then(Plays.text("Hello"))) {
            AnthropicModel model = AnthropicModel.builder()
                    .model("claude-1")
                    .baseUrl(provider.baseUri() + end)
                    .apiKey(provider.key())
                    .build();
            List<Delta> deltas = new ArrayList<>();
            ModelReply reply = model.reply(AnthropicSamples.saying(AnthropicSamples.QUESTION), deltas::add);

            assertEquals("Hello", reply.text());
            assertEquals(List.of(new Delta.Text("Hello")), deltas);
            assertTrue(reply.provenance().requestSha256().matches("[0-9a-f]{64}"), reply::toString);
            assertTrue(model.requestSha256(AnthropicSamples.saying(AnthropicSamples.QUESTION))
                    .contains(reply.provenance().requestSha256()));
        }
    }
}
