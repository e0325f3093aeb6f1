package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.model.Usage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the positions and names of usage. */
class OpenAiUsageTest {

    private static final Usage EXPECTED = new Usage(10, 5, 8, BigDecimal.ZERO);

    private static Usage chunks(Flavor flavor, String... chunks) {
        StringBuilder stream = new StringBuilder("data: {'choices':[{'index':0,'delta':{'content':'Hi'}}]}\n\n");
        for (String chunk : chunks) {
            stream.append("data: ").append(chunk).append("\n\n");
        }
        ChatReader reader = new ChatReader(
                OpenAiSamples.context(flavor, null, List.of()), new ChatState(OpenAiSamples.ASKED), delta -> {});
        return ReplyFeed.stream(reader, (stream + "data: [DONE]\n\n").replace('\'', '"'))
                .usage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'choices':[],'usage':{'prompt_tokens':10,'completion_tokens':5,'prompt_tokens_details':{'cached_tokens':8}}}",
                "{'choices':[],'usage':{'prompt_tokens':10,'completion_tokens':5,'cached_tokens':8}}",
                "{'choices':[{'index':0,'delta':{},'finish_reason':'stop','usage':{'prompt_tokens':10,'completion_tokens':5,'cached_tokens':8}}]}",
                "{'choices':[],'x_groq':{'usage':{'prompt_tokens':10,'completion_tokens':5,'prompt_cache_hit_tokens':8}}}",
                "{'choices':[],'usage':{'promptTokens':10,'completionTokens':5,'promptTokensDetails':{'cachedTokens':8}}}",
                "{'choices':[],'usage':{'input_tokens':10,'output_tokens':5,'cache_read_input_tokens':8}}",
                "{'choices':[],'usageMetadata':{'promptTokenCount':10,'candidatesTokenCount':5,'cachedContentTokenCount':8}}",
                "{'choices':[],'usage':{'prompt_tokens':'10','completion_tokens':5.0,'cached_tokens':8}}"
            })
    void usageIsReadAtAnyPosition(String chunk) {
        assertEquals(EXPECTED, chunks(Flavor.OPENAI, chunk));
    }

    @Test
    void flavorAddsAPosition() {
        Flavor flavor = Flavor.builder().usageAt("meta", "tokens").build();
        String chunk = "{'choices':[],'meta':{'tokens':{'prompt_tokens':10,'completion_tokens':5,'cached_tokens':8}}}";
        assertEquals(EXPECTED, chunks(flavor, chunk));
        assertEquals(Usage.NONE, chunks(Flavor.OPENAI, chunk));
    }

    @Test
    void partsOfTheUsageAreCombined() {
        assertEquals(
                EXPECTED,
                chunks(
                        Flavor.OPENAI,
                        "{'choices':[],'usage':{'prompt_tokens':10,'completion_tokens':1,'cached_tokens':8}}",
                        "{'choices':[],'usage':{'prompt_tokens':0,'completion_tokens':5}}",
                        "{'choices':[],'usage':{'prompt_tokens':0,'completion_tokens':0}}"));
    }

    @Test
    void responsesHaveUsageAtAnyPosition() {
        for (String usage : List.of(
                "\"response\":{\"output\":[],\"usage\":{\"input_tokens\":10,\"output_tokens\":5,\"cached_tokens\":8}}",
                "\"response\":{\"output\":[]},\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":8}}")) {
            ResponsesReader reader =
                    new ResponsesReader(OpenAiSamples.context(), new ReasoningState(OpenAiSamples.ASKED), delta -> {});
            String event = "{\"type\":\"response.completed\"," + usage + "}";
            assertEquals(
                    EXPECTED,
                    ReplyFeed.stream(
                                    reader, "data: " + ProviderJson.parse(event).raw() + "\n\n")
                            .usage());
        }
    }
}
