package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the reader of whole and streamed replies. */
class GeminiReaderTest {

    private final DeltaCollector shown = new DeltaCollector();

    private ReplyReader reader() {
        return GeminiSamples.model().build().reader(shown);
    }

    /** Returns a response with parts and further properties of the candidate. */
    private static String response(String parts, String more) {
        return "{'candidates':[{'content':{'role':'model','parts':[" + parts + "]}" + more + "}],'modelVersion':'m-1'}";
    }

    private static final String STOP = ",'finishReason':'STOP'";

    private ModelReply whole(String body) {
        return ReplyFeed.body(reader(), body.replace('\'', '"'));
    }

    private ModelReply streamed(String... responses) {
        return ReplyFeed.stream(reader(), stream(responses));
    }

    private static String stream(String... responses) {
        StringBuilder stream = new StringBuilder();
        for (String response : responses) {
            stream.append("data: ").append(response.replace('\'', '"')).append("\r\n\r\n");
        }
        return stream.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, COMPLETE",
        "stop, COMPLETE",
        "tool_calls, COMPLETE",
        "FINISH_REASON_UNSPECIFIED, COMPLETE",
        "MOONRISE, COMPLETE",
        "MAX_TOKENS, LENGTH",
        "SAFETY, CONTENT_FILTER",
        "RECITATION, CONTENT_FILTER",
        "LANGUAGE, CONTENT_FILTER",
        "BLOCKLIST, CONTENT_FILTER",
        "PROHIBITED_CONTENT, CONTENT_FILTER",
        "SPII, CONTENT_FILTER",
        "MODEL_ARMOR, CONTENT_FILTER",
        "MALFORMED_FUNCTION_CALL, UNKNOWN",
        "UNEXPECTED_TOOL_CALL, UNKNOWN",
        "TOO_MANY_TOOL_CALLS, UNKNOWN",
        "MALFORMED_RESPONSE, UNKNOWN",
        "MISSING_THOUGHT_SIGNATURE, UNKNOWN",
        "OTHER, UNKNOWN"
    })
    void reasonIsFoundInTheTable(String word, StopReason stop) {
        ModelReply reply = whole(response("{'text':'Hi'}", ",'finishReason':'" + word + "'"));

        assertEquals(stop, reply.stop());
        assertEquals(word, reply.provenance().finishReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'finishReason':null", ",'finishReason':1", ",'finishReason':{}"})
    void wholeReplyNeedsNoReason(String reason) {
        assertEquals(
                StopReason.COMPLETE, whole(response("{'text':'Hi'}", reason)).stop());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'text':''}",
                "{'text':'Hm','thought':true}",
                "{'functionCall':{'name':'look_up','args':'{\\'a\\':'}}",
                "{'text':'Hi'},{'functionCall':{'name':'look_up','args':[1]}}"
            })
    void unknownReasonWithoutWholeContentIsUnknown(String parts) {
        String body = response(parts, ",'finishReason':'NEW_REASON'");
        assertEquals(StopReason.UNKNOWN, GeminiSamples.read(body).stop());
        assertEquals(StopReason.UNKNOWN, streamed(body).stop());
        assertEquals(StopReason.UNKNOWN, GeminiSamples.read(response(parts, "")).stop());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'candidates':{'content':{'parts':[{'text':'ok'}]},'finishReason':'STOP'}}",
                "{'candidates':[{'content':{'parts':{'text':'ok'}},'finishReason':'STOP'}]}",
                "{'candidates':[{'content':{'role':'model','parts':'ok'},'finishReason':'STOP'}]}",
                "{'candidates':[{'content':{'parts':['o',{'text':'k'},null,'']},'finishReason':'STOP'}]}",
                "{'candidates':[{'content':[{'text':'ok'}],'finishReason':'STOP'}]}",
                "{'candidates':[{'content':{'role':'model','text':'ok'},'finishReason':'STOP'}]}",
                "{'candidates':[{'content':'ok','finishReason':'STOP'}]}"
            })
    void otherFormsOfTextAreRead(String body) {
        for (ModelReply reply : List.of(GeminiSamples.read(body), streamed(body))) {
            assertEquals("ok", reply.text());
            assertEquals(StopReason.COMPLETE, reply.stop());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'content':{'functionCall':{'name':'look_up','args':{'a':1}}}",
                "'content':{'parts':{'functionCall':{'name':'look_up','args':{'a':1}}}}"
            })
    void otherFormsOfCallsAreRead(String content) {
        ModelReply reply = whole("{'candidates':[{" + content + ",'finishReason':'STOP'}]}");
        assertEquals("{\"a\":1}", reply.calls().get(0).arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'content':7",
                "'content':{'message':'ok'}",
                "'content':{'parts':7}",
                "'content':{'parts':[7]}",
                "'content':{'parts':[{'functionCall':'look_up'}]}",
                "'content':{'parts':[{'text':{'value':'ok'}}]}"
            })
    void unreadableContentIsAFault(String content) {
        String body = "{'candidates':[{" + content + ",'finishReason':'STOP'}]}";
        assertThrows(MalformedReplyException.class, () -> GeminiSamples.read(body));
        assertThrows(MalformedReplyException.class, () -> streamed(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1}", "'{}'", "''", "null"})
    void unknownReasonWithCallsIsComplete(String args) {
        String call = "{'functionCall':{'name':'look_up','args':" + args + "}}";
        ModelReply reply = whole(response(call, ",'finishReason':'MOONRISE'"));
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "NETWORK_ERROR"})
    void reasonOfATemporaryFaultIsThrown(String word) {
        ProviderErrorException fault = assertThrows(
                ProviderErrorException.class,
                () -> streamed(response("{'text':'Hi'}", ",'finishReason':'" + word + "'")));
        assertTrue(fault.isTemporary());
    }

    @Test
    void malformedCallIsAnIncompleteReply() {
        ModelReply reply =
                whole("{'candidates':[{'content':{},'finishReason':'MALFORMED_FUNCTION_CALL','finishMessage':'x'}]}");

        assertEquals(StopReason.UNKNOWN, reply.stop());
        assertEquals("", reply.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'promptFeedback':{'blockReason':'PROHIBITED_CONTENT'},'usageMetadata':{'promptTokenCount':9}}",
                "{'candidates':[],'promptFeedback':{'blockReason':'PROHIBITED_CONTENT','safetyRatings':[]},"
                        + "'usageMetadata':{'promptTokenCount':9}}"
            })
    void blockedPromptIsAFilteredReply(String body) {
        for (ModelReply reply : List.of(whole(body), streamed(body))) {
            assertEquals(StopReason.CONTENT_FILTER, reply.stop());
            assertEquals("PROHIBITED_CONTENT", reply.provenance().finishReason());
            assertEquals(9, reply.usage().inputTokens());
        }
    }

    @Test
    void blockDuringAStreamFiltersTheReply() {
        ModelReply reply = streamed(response("{'text':'Ha'}", ""), "{'promptFeedback':{'blockReason':'SAFETY'}}");

        assertEquals("Ha", reply.text());
        assertEquals(StopReason.CONTENT_FILTER, reply.stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'candidates':[]}", "{'usageMetadata':{'promptTokenCount':9},'modelVersion':'m'}"})
    void replyWithoutACandidateIsIncomplete(String body) {
        assertEquals(StopReason.UNKNOWN, whole(body).stop());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'status':'fine'}", "[]", "3", "{'candidates':{'a':1}}", "{'candidates':[7]}"})
    void otherJsonIsNotAReply(String body) {
        assertThrows(MalformedReplyException.class, () -> whole(body));
    }

    @Test
    void reasonInEveryChunkEndsNothing() {
        ModelReply reply = streamed(
                response("{'text':'For'}", STOP), response("{'text':'ty'}", STOP), response("{'text':'-two'}", STOP));

        assertEquals("Forty-two", reply.text());
        assertEquals("Forty-two", shown.text.toString());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @Test
    void reasonBeforeFurtherContentIsVoid() {
        ReplyReader reader = reader();
        String stream = stream(response("{'text':'For'}", STOP), response("{'text':'ty'}", ""));
        for (ServerSentEvent event : ReplyFeed.events(stream.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            reader.event(event);
        }
        assertFalse(reader.isEnded());

        reader.event(new ServerSentEvent("message", response("", STOP).replace('\'', '"')));
        assertTrue(reader.isEnded());
        assertFalse(reader.isOver());
    }

    @Test
    void streamWithoutAReasonIsIncomplete() {
        assertThrows(MalformedReplyException.class, () -> streamed(response("{'text':'Hi'}", "")));
    }

    @Test
    void markOfOtherProtocolsEndsTheStream() {
        assertEquals("Hi", streamed(response("{'text':'Hi'}", ""), "[DONE]").text());
        assertThrows(MalformedReplyException.class, () -> streamed("[DONE]"));
    }

    @Test
    void streamMayBeAList() {
        ModelReply reply = whole("[" + response("{'text':'For'}", "") + "," + response("{'text':'ty'}", STOP) + "]");

        assertEquals("Forty", reply.text());
    }

    @Test
    void thoughtsAreShownAndNotPartOfTheText() {
        ModelReply reply = streamed(
                response("{'text':'Hm','thought':true}", ""),
                response("{'text':'.','thought':true}", ""),
                response("{'text':'Hi'}", STOP));

        assertEquals("Hi", reply.text());
        assertEquals("Hm.", shown.thinking.toString());
        assertEquals(
                GeminiSamples.json("[{'text':'Hm.','thought':true},{'text':'Hi'}]"),
                GeminiSamples.json(reply.state().orElseThrow().json()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'look_up'} | {}",
                "{'name':'look_up','args':null} | {}",
                "{'name':'look_up','args':{}} | {}",
                "{'name':'look_up','args':'{\\\"a\\\":1}'} | {\"a\":1}",
                "{'name':'look_up','args':[1]} | [1]"
            })
    void argumentsHaveSeveralForms(String call, String arguments) {
        ModelReply reply = whole(response("{'functionCall':" + call + "}", STOP));

        assertEquals(List.of(new Call("call_1", "look_up", arguments)), reply.calls());
        assertEquals(List.of("look_up " + arguments), shown.calls());
    }

    @Test
    void idsAreGeneratedDeterministically() {
        String call = "{'functionCall':{'name':'look_up','args':{}}}";
        String body = response(call + ",{'functionCall':{'id':'x','name':'look_up','args':{}}}," + call, STOP);

        assertEquals(
                List.of("call_1", "x", "call_2"),
                whole(body).calls().stream().map(Call::id).toList());
        assertEquals(
                List.of("r-7_1", "x", "r-7_3"),
                GeminiSamples.read(body.replace("'modelVersion'", "'responseId':'r-7','modelVersion'")).calls().stream()
                        .map(Call::id)
                        .toList());
    }

    @Test
    void unusedPropertiesMayHoldAnything() {
        ModelReply reply =
                whole("{'candidates':[{'index':'zero','safetyRatings':'none','avgLogprobs':{},'citationMetadata':7,"
                        + "'content':{'role':null,'parts':[null,{'text':'Hi','videoMetadata':3}]},'finishReason':'STOP',"
                        + "'groundingMetadata':[]}],'responseId':17,'modelVersion':null,'createTime':{},'promptFeedback':'ok',"
                        + "'usageMetadata':[]}");

        assertEquals("Hi", reply.text());
        assertEquals("17", reply.provenance().replyId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'promptTokenCount':10,'candidatesTokenCount':3,'thoughtsTokenCount':2,'totalTokenCount':15} | 10 | 5 | 0",
                "{'promptTokenCount':10,'toolUsePromptTokenCount':4,'candidatesTokenCount':3} | 14 | 3 | 0",
                "{'promptTokenCount':10,'cachedContentTokenCount':8,'candidatesTokenCount':3} | 10 | 3 | 8",
                "{'promptTokenCount':'10','candidatesTokenCount':3.0} | 10 | 3 | 0",
                "{'promptTokenCount':10,'totalTokenCount':15} | 10 | 5 | 0",
                "{'promptTokenCount':'many'} | 0 | 0 | 0"
            })
    void usageIsRead(String usage, long input, long output, long cached) {
        String first = "{'usageMetadata':" + usage + ",'candidates':[]}";
        String last = "{'usageMetadata':" + usage + ",'modelVersion':'m'}";
        String inCandidate = response("{'text':'Hi'}", STOP + ",'usageMetadata':" + usage);
        String text = response("{'text':'Hi'}", STOP);
        for (ModelReply reply :
                List.of(streamed(first, text), streamed(text, last), streamed(inCandidate), whole(inCandidate))) {
            assertEquals(
                    List.of(input, output, cached),
                    List.of(
                            reply.usage().inputTokens(),
                            reply.usage().outputTokens(),
                            reply.usage().cachedTokens()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, 503, true",
        "RESOURCE_EXHAUSTED, 429, true",
        "INVALID_ARGUMENT, 400, false",
        "PERMISSION_DENIED, 403, false"
    })
    void errorKeepsTheWordsOfTheProvider(String status, int code, boolean isTemporary) {
        String error = "{'error':{'code':" + code + ",'message':'Not now.','status':'" + status + "','details':[]}}";
        for (String body : List.of(error, "[" + error + "]")) {
            ProviderErrorException thrown = assertThrows(ProviderErrorException.class, () -> whole(body));
            assertEquals("Not now.", thrown.getMessage());
            assertEquals(isTemporary, thrown.isTemporary());
        }
    }

    @Test
    void emptyErrorIsNotAnError() {
        String body = response("{'text':'Hi'}", STOP).replaceFirst("\\{", "{'error':{'code':0,'message':''},");

        assertEquals("Hi", whole(body).text());
    }
}
