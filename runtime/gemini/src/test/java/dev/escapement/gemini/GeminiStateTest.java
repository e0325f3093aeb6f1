package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the parts of a reply are repeated unchanged to the server that sent them. */
class GeminiStateTest {

    private static final String CALL = "{'functionCall':{'name':'look_up','args':{'id':'A-1'}}";

    private static String body(String parts) {
        return "{'candidates':[{'content':{'role':'model','parts':[" + parts + "]},'finishReason':'STOP'}]}";
    }

    private static JsonNode repeated(ModelReply reply) {
        return GeminiSamples.contents(GeminiSamples.after(reply)).at("/1/parts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'text':'Hi','thoughtSignature':'a+/='}",
                "{'text':'Hi'},{'text':'','thoughtSignature':'a+/='}",
                "{'text':'Hm.','thought':true},{'text':'Hi'}",
                "{'text':'Hm.','thought':true,'thoughtSignature':'x'},{'text':'Hi','thoughtSignature':'y'}",
                CALL + ",'thoughtSignature':'a+/='}",
                "{'text':'I look.'}," + CALL + ",'thoughtSignature':'a'}," + CALL + "}",
                "{'functionCall':{'id':'fc-1','name':'look_up','args':{}},'thoughtSignature':'a'},"
                        + "{'functionCall':{'id':'fc-2','name':'look_up','args':{}}}",
                CALL + ",'thoughtSignature':'a','unheardOf':{'x':[1]}}",
                "{'executableCode':{'language':'PYTHON','code':'1+1'}},"
                        + "{'codeExecutionResult':{'outcome':'OUTCOME_OK','output':'2'}},{'text':'2'}",
                "{'text':'Here.'},{'inlineData':{'mimeType':'image/png','data':'aGk='},'thoughtSignature':'z'}",
                "{'toolCall':{'toolType':'GOOGLE_SEARCH','args':{}}},{'text':'Found.'}"
            })
    void partsAreRepeatedUnchanged(String parts) {
        assertEquals(GeminiSamples.json("[" + parts + "]"), repeated(GeminiSamples.read(body(parts))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'text':'Hi'}", "{'text':'Hi'},{'functionCall':{'name':'look_up','args':{}}}"})
    void plainReplyHasNoState(String parts) {
        assertEquals(Optional.empty(), GeminiSamples.read(body(parts)).state());
    }

    @Test
    void signatureOfAStreamIsAtItsPosition() {
        String stream = "data: " + body("{'text':'For'}").replace(",'finishReason':'STOP'", "") + "\n\ndata: "
                + body("{'text':'ty'}").replace(",'finishReason':'STOP'", "") + "\n\ndata: "
                + body("{'text':'','thoughtSignature':'s'}") + "\n\n";
        ModelReply reply =
                ReplyFeed.stream(GeminiSamples.model().build().reader(delta -> {}), stream.replace('\'', '"'));

        assertEquals("Forty", reply.text());
        assertEquals(GeminiSamples.json("[{'text':'Forty'},{'text':'','thoughtSignature':'s'}]"), repeated(reply));
    }

    @Test
    void idOfTheProviderIsRepeatedWithCallAndAnswer() {
        ModelReply reply = GeminiSamples.read(
                body("{'functionCall':{'id':'fc-1','name':'look_up','args':{}},'thoughtSignature':'a'}"));
        Call renamed = new Call("thread-9", "look_up", "{}");
        ModelRequest request = GeminiSamples.saying(
                GeminiSamples.QUESTION,
                new Message.Assistant("", List.of(renamed), reply.state()),
                GeminiSamples.answer("thread-9"));

        JsonNode contents = GeminiSamples.contents(request);

        assertEquals("fc-1", contents.at("/1/parts/0/functionCall/id").asText());
        assertEquals("fc-1", contents.at("/2/parts/0/functionResponse/id").asText());
    }

    @Test
    void repeatedIdIsMadeUnique() {
        String call = "{'functionCall':{'id':'x','name':'look_up','args':{}}}";
        JsonNode contents = GeminiSamples.contents(GeminiSamples.after(GeminiSamples.read(body(call + "," + call))));

        assertEquals("x", contents.at("/1/parts/0/functionCall/id").asText());
        assertEquals("x_2", contents.at("/1/parts/1/functionCall/id").asText());
        assertEquals("x_2", contents.at("/2/parts/1/functionResponse/id").asText());
    }

    @Test
    void stateOfAnotherServerIsNotSent() {
        ModelReply reply = GeminiSamples.read(body(CALL + ",'thoughtSignature':'a'}"));
        GeminiModel.Builder other = GeminiSamples.model().baseUrl("http://other.example");

        JsonNode parts =
                GeminiSamples.written(other, GeminiSamples.after(reply)).at("/contents/1/parts");

        assertEquals(GeminiTurn.UNSIGNED, parts.at("/0/thoughtSignature").asText());
    }

    @Test
    void changedReplyIsWrittenFromItsText() {
        ModelReply reply = GeminiSamples.read(body("{'text':'Hi','thoughtSignature':'a'}"));
        ModelRequest request = GeminiSamples.saying(
                GeminiSamples.QUESTION,
                new Message.Assistant("Hello", List.of(), reply.state()),
                GeminiSamples.QUESTION);

        assertEquals(
                GeminiSamples.json("[{'text':'Hello'}]"),
                GeminiSamples.contents(request).at("/1/parts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{}", "[{\"functionCall\":{}}]", "[7]", "[{\"text\":3}]"})
    void damagedStateIsIgnored(String json) {
        ProviderState damaged = new ProviderState("gemini.content@localhost", json);
        ModelRequest request = GeminiSamples.saying(
                GeminiSamples.QUESTION,
                new Message.Assistant("Hello", List.of(), Optional.of(damaged)),
                GeminiSamples.QUESTION);

        assertEquals(
                GeminiSamples.json("[{'text':'Hello'}]"),
                GeminiSamples.contents(request).at("/1/parts"));
    }

    @ParameterizedTest
    @CsvSource({
        "gemini-3-pro-preview, true",
        "gemini-3.1-flash, true",
        "gemini-10-pro, true",
        "gemini-flash-latest, true",
        "gemini-2.5-flash, false",
        "gemini-1.5-pro-002, false"
    })
    void callsOfAnotherModelHaveThePlaceholder(String model, boolean isSigned) {
        ModelRequest request = GeminiSamples.saying(
                GeminiSamples.QUESTION,
                GeminiSamples.calling("a", "b"),
                GeminiSamples.answer("a"),
                GeminiSamples.answer("b"));

        JsonNode parts = GeminiSamples.written(GeminiSamples.model().model(model), request)
                .at("/contents/1/parts");

        assertEquals(isSigned, parts.get(0).has("thoughtSignature"));
        assertTrue(parts.get(1).path("thoughtSignature").isMissingNode(), parts::toString);
    }

    @Test
    void longStateOmitsUnknownParts() {
        String image = "{'inlineData':{'mimeType':'image/png','data':'" + "A".repeat(PartState.MAX_LENGTH) + "'}}";
        ModelReply reply = GeminiSamples.read(body(image + "," + CALL + ",'thoughtSignature':'a'}"));

        assertEquals(GeminiSamples.json("[" + CALL + ",'thoughtSignature':'a'}]"), repeated(reply));
    }

    @Test
    void excessiveStateIsOmitted() {
        String signature = "A".repeat(PartState.MAX_LENGTH);
        ModelReply reply = GeminiSamples.read(body(CALL + ",'thoughtSignature':'" + signature + "'}"));

        assertEquals(Optional.empty(), reply.state());
        assertEquals(
                GeminiTurn.UNSIGNED, repeated(reply).at("/0/thoughtSignature").asText());
    }
}
