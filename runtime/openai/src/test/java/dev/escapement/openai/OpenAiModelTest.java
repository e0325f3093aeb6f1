package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import dev.escapement.fake.client.ModelBuilderContract;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the OpenAI client's settings. */
class OpenAiModelTest extends ModelBuilderContract<OpenAiModel.Builder> {

    @Override
    protected OpenAiModel.Builder builder() {
        return OpenAiModel.builder();
    }

    @Override
    protected Model build(OpenAiModel.Builder builder) {
        return builder.build();
    }

    @Override
    protected Model fromEnvironment(Function<String, String> variables) {
        return OpenAiModel.fromEnvironment(variables);
    }

    @Override
    protected String prefix() {
        return "OPENAI";
    }

    @Override
    protected String host() {
        return "api.openai.com";
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.deepseek.com,deepseek",
        "https://api.groq.com/openai/v1,groq",
        "https://API.Mistral.ai/v1,mistral_ai",
        "https://me.openai.azure.com/openai/v1,azure.ai.openai",
        "https://api.openai.com/v1,openai",
        "https://fax.ai/v1,openai"
    })
    void providerIsTheOwnerOfTheDomain(String baseUrl, String provider) {
        assertEquals(
                provider,
                OpenAiModel.builder()
                        .model("m-1")
                        .baseUrl(baseUrl)
                        .build()
                        .info()
                        .provider());
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_COMPLETIONS,messages",
        "CHAT_COMPLETIONS,stream",
        "RESPONSES,input",
        "RESPONSES,store",
        "RESPONSES,previous_response_id"
    })
    void reservedPropertyIsRejected(Protocol protocol, String name) {
        OpenAiModel.Builder builder = OpenAiSamples.model().protocol(protocol).property(name, "1");
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "messages", "tools"})
    void requiredPropertyCannotBeOmitted(String name) {
        OpenAiModel.Builder builder = OpenAiSamples.model();
        assertThrows(IllegalArgumentException.class, () -> builder.omit(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void requestIsPostedToTheAddressOfItsProtocol(String end) {
        for (Protocol protocol : Protocol.values()) {
            try (FakeProvider provider = provider(protocol).then(Plays.text("Hello"))) {
                OpenAiModel model = OpenAiModel.builder()
                        .model("m-1")
                        .baseUrl(provider.baseUri() + end)
                        .apiKey(provider.key())
                        .protocol(protocol)
                        .build();
                ModelReply reply = model.reply(OpenAiSamples.offering());

                assertEquals("Hello", reply.text());
                assertTrue(reply.provenance().requestSha256().matches("[0-9a-f]{64}"), reply::toString);
                assertTrue(model.requestSha256(OpenAiSamples.offering())
                        .contains(reply.provenance().requestSha256()));
            }
        }
    }

    private static FakeProvider provider(Protocol protocol) {
        return switch (protocol) {
            case CHAT_COMPLETIONS -> FakeProvider.chat();
            case RESPONSES -> FakeProvider.responses();
        };
    }
}
