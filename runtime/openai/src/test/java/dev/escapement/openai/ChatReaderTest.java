package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ProviderJson;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Prices;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of Chat Completions replies. */
class ChatReaderTest extends ChatReaderFixture {

    @Test
    void textIsText() {
        assertEquals(
                ModelReply.text("Hello").text(),
                message("'content':'Hello'", "stop").text());
    }

    @Test
    void textInPartsIsJoined() {
        ModelReply reply = message(
                "'content':[{'type':'thinking','thinking':[{'type':'text','text':'Hm.'}]},"
                        + "{'type':'text','text':'Hel'},{'type':'reference','reference_ids':[1]},{'type':'text','text':'lo'}]",
                "stop");
        assertEquals("Hello", reply.text());
        assertEquals("Hm.", watcher.thinking.toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void additionsToCallsAreState(boolean streamed) {
        String extra = "'extra_content':{'google':{'thought_signature':'E1'}}";
        String kept =
                "{'reasoning_content':'Hm.','calls':[{'name':'f','extra_content':{'google':{'thought_signature':'E1'}}}]}";
        Optional<ProviderState> expected =
                Optional.of(new ProviderState("openai.chat@localhost", kept.replace('\'', '"')));
        String call = "'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}," + extra + "}]";
        ModelReply reply = streamed
                ? deltas("'reasoning_content':'H'", "'reasoning_content':'m.'", call)
                : message("'reasoning_content':'Hm.'," + call, "tool_calls");
        assertEquals(expected, reply.state());
    }

    @ParameterizedTest
    @CsvSource({
        "stop,COMPLETE",
        "tool_calls,COMPLETE",
        "function_call,COMPLETE",
        "length,LENGTH",
        "model_length,LENGTH",
        "content_filter,CONTENT_FILTER",
        "max_tokens,LENGTH",
        "sensitive,CONTENT_FILTER",
        "END_TURN,COMPLETE",
        "moonrise,COMPLETE",
        "'',COMPLETE"
    })
    void stopReasonIsKept(String reason, StopReason expected) {
        assertEquals(expected, message("'content':'Hello'", reason).stop());
    }

    @Test
    void refusalIsText() {
        ModelReply reply = message("'content':null,'refusal':'I cannot help with that.'", "stop");
        assertEquals("I cannot help with that.", reply.text());
        assertEquals(StopReason.REFUSAL, reply.stop());
    }

    @Test
    void streamedRefusalIsText() {
        ModelReply reply = deltas("'refusal':'I can'", "'refusal':'not.'");
        assertEquals("I cannot.", reply.text());
        assertEquals("I cannot.", watcher.text.toString());
        assertEquals(StopReason.REFUSAL, reply.stop());
    }

    @Test
    void otherChoicesAreIgnored() {
        ModelReply reply = ReplyFeed.body(
                reader(), "{\"choices\":[{\"message\":{\"content\":\"a\"}},{\"message\":{\"content\":\"b\"}}]}");
        assertEquals("a", reply.text());
    }

    @Test
    void replyHasUsageAndCost() {
        ChatReader reader = new ChatReader(
                OpenAiSamples.context(Flavor.OPENAI, Prices.perMillion("2", "1", "2", "8"), List.of()),
                STATE,
                delta -> {});
        ModelReply reply = ReplyFeed.body(
                reader,
                "{\"choices\":[{\"message\":{}}],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":500}}}");
        assertEquals(new Usage(1000, 100, 500, new BigDecimal("0.002300")), reply.usage());
    }

    @ParameterizedTest
    @CsvSource({
        "9,2,11,2",
        "9,2,16,7", // the total includes thinking tokens
        "9,2,3,2",
        "0,2,9,2",
        "'\"9\"','\"2\"',0,2",
        "9,many,0,0",
        "9,2.5,0,0",
        "9,9223372036854775808,0,1152921504606846975"
    })
    void readableUsageIsRead(String in, String out, String total, long expected) {
        ModelReply reply = ReplyFeed.body(
                reader(),
                "{\"choices\":[{\"message\":{\"content\":\"Hi\"}}],\"usage\":{\"prompt_tokens\":%s,\"completion_tokens\":%s,\"total_tokens\":%s}}"
                        .formatted(in, out.equals("many") ? "\"many\"" : out, total));
        assertEquals("Hi", reply.text());
        assertEquals(expected, reply.usage().outputTokens());
    }

    @Test
    void usageOfAStreamIsInItsLastChunk() {
        ModelReply reply = ReplyFeed.stream(
                reader(),
                "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}],\"usage\":null}\n\n"
                        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}\n\n"
                        + "data: [DONE]\n\n");
        assertEquals(new Usage(3, 1), reply.usage());
    }

    @Test
    void replyHasItsProvenance() {
        ModelReply reply =
                ReplyFeed.body(reader(), "{\"id\":\"r-1\",\"model\":\"m-1-2026\",\"choices\":[{\"message\":{}}]}");
        assertEquals(new ReplyProvenance("openai", "m-1-2026", "r-1", "", ""), reply.provenance());
    }

    @Test
    void streamEndsWithReasonOrMark() {
        ChatReader withReason = reader();
        withReason.event(new ServerSentEvent("message", "{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}"));
        assertFalse(withReason.isEnded());
        withReason.event(new ServerSentEvent("message", "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}"));
        assertTrue(withReason.isEnded());

        ChatReader withMark = reader();
        withMark.event(new ServerSentEvent("message", "{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}"));
        withMark.event(new ServerSentEvent("message", "[DONE]"));
        assertTrue(withMark.isEnded());
        assertTrue(withMark.isOver());
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "network_error", "Server Error"})
    void errorAsReasonIsTemporary(String reason) {
        ProviderErrorException fault =
                assertThrows(ProviderErrorException.class, () -> message("'content':'Ha'", reason));
        assertEquals(reason, fault.code());
        assertTrue(fault.isTemporary());
    }

    @Test
    void errorInAChoiceIsReported() {
        String body =
                "{\"choices\":[{\"error\":{\"message\":\"Too much.\",\"code\":503},\"finish_reason\":\"error\"}]}";
        ServerSentEvent event = new ServerSentEvent("message", body);
        ProviderErrorException fault = assertThrows(ProviderErrorException.class, () -> reader().event(event));
        assertEquals("Too much.", fault.getMessage());
        assertTrue(fault.isTemporary());
    }

    @Test
    void streamWithoutAReasonIsIncomplete() {
        ModelReply reply = ReplyFeed.stream(
                reader(),
                "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\"}}]}}]}"
                        + "\n\ndata: [DONE]\n\n");
        assertEquals(StopReason.UNKNOWN, reply.stop());
    }

    @Test
    void nullAsTextIsNotAReason() {
        ChatReader reader = reader();
        reader.event(new ServerSentEvent(
                "message", "{\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"null\"}]}"));
        assertFalse(reader.isEnded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"Too late.\"}}",
                "junk",
                "{\"choices\":[{\"delta\":{\"content\":\" more\"}}]}"
            })
    void eventsAfterTheEndAreIgnored(String late) {
        ModelReply reply = ReplyFeed.stream(
                reader(),
                "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n"
                        + "data: [DONE]\n\ndata: " + late + "\n\n");
        assertEquals("Hi", reply.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"choices\":[]}",
                "{\"choices\":{}}",
                "{\"choices\":[\"x\"]}",
                "{\"choices\":[{\"finish_reason\":\"stop\"}]}",
                "{\"choices\":[{\"message\":\"x\"}]}"
            })
    void otherJsonIsMalformed(String body) {
        assertThrows(MalformedReplyException.class, () -> reader().body(ProviderJson.parse(body)));
    }

    @Test
    void callRejectedByGroqIsAReply() {
        ModelReply reply = rejected("{\\\"name\\\": \\\"f\\\", \\\"arguments\\\": { \\\"x\\\": 1 }}")
                .orElseThrow();
        assertEquals(List.of(new Call("call_1", "f", "{ \"x\": 1 }")), reply.calls());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @Test
    void unreadableCallIsTextOfAnIncompleteReply() {
        ModelReply reply = rejected("<function=f>{}").orElseThrow();
        assertEquals("<function=f>{}", reply.text());
        assertEquals(StopReason.UNKNOWN, reply.stop());
    }

    @Test
    void otherErrorIsNotAReply() {
        assertEquals(
                Optional.empty(),
                reader().rejected(400, ProviderJson.parse("{\"error\":{\"code\":\"invalid_api_key\"}}")));
        assertEquals(Optional.empty(), reader().rejected(400, ProviderJson.parse("[]")));
    }

    @Test
    void rejectedCallFollowsTheTextOfTheStream() {
        ChatReader streamed = reader();
        streamed.event(new ServerSentEvent("message", "{\"choices\":[{\"delta\":{\"content\":\"maybe\"}}]}"));
        ModelReply reply = streamed.rejected(
                        200,
                        ProviderJson.parse("{\"error\":{\"code\":\"tool_use_failed\",\"failed_generation\":\"\"}}"))
                .orElseThrow()
                .build();
        assertEquals("maybe", reply.text());
        assertEquals(StopReason.UNKNOWN, reply.stop());
        assertEquals("tool_use_failed", reply.provenance().finishReason());
    }

    @Test
    void reasonBeforeContentIsVoid() {
        ChatReader reader = reader();
        reader.event(chunk("{\"content\":\"Ha\"}", "\"length\""));
        assertTrue(reader.isEnded());
        reader.event(chunk("{\"content\":\"llo\"}", "null"));
        assertFalse(reader.isEnded());
        reader.event(chunk("{}", "\"stop\""));
        ModelReply reply = reader.reply().build();
        assertEquals("Hallo", reply.text());
        assertEquals(StopReason.COMPLETE, reply.stop());
        assertEquals("stop", reply.provenance().finishReason());
    }

    @Test
    void callAfterAReasonMakesItVoid() {
        ChatReader reader = reader();
        reader.event(chunk("{\"content\":\"Ha\"}", "\"stop\""));
        reader.event(chunk("{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\"}}]}", "null"));
        assertFalse(reader.isEnded());
    }

    @Test
    void finalUsageIsAnEnd() {
        ChatReader reader = reader();
        reader.event(chunk("{\"content\":\"Hi\"}", "null"));
        assertFalse(reader.isEnded());
        reader.event(new ServerSentEvent("message", "{\"choices\":[],\"usage\":{\"prompt_tokens\":3}}"));
        assertTrue(reader.isEnded());
        assertEquals(StopReason.COMPLETE, reader.reply().build().stop());
    }

    private static ServerSentEvent chunk(String delta, String reason) {
        return new ServerSentEvent(
                "message", "{\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + reason + "}]}");
    }

    @ParameterizedTest
    @CsvSource({"moonrise,{},COMPLETE", "moonrise,{,UNKNOWN", "null,{},COMPLETE", "null,{,UNKNOWN", "stop,{,COMPLETE"})
    void unknownReasonDependsOnTheCalls(String reason, String arguments, StopReason expected) {
        ChatReader reader = reader();
        reader.event(chunk(
                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"" + arguments
                        + "\"}}]}",
                "\"" + reason + "\""));
        reader.event(new ServerSentEvent("message", "[DONE]"));
        assertEquals(expected, reader.reply().build().stop());
    }

    @Test
    void unknownReasonWithoutContentIsUnknown() {
        ChatReader reader = reader();
        reader.event(chunk("{\"content\":\"\"}", "\"moonrise\""));
        reader.event(new ServerSentEvent("message", "[DONE]"));
        assertEquals(StopReason.UNKNOWN, reader.reply().build().stop());
        assertEquals(StopReason.UNKNOWN, message("'content':''", "moonrise").stop());
    }

    @Test
    void flavorDefinesReasons() {
        Flavor flavor = Flavor.builder()
                .stopReason("Moonrise", StopReason.LENGTH)
                .stopReason("error", StopReason.REFUSAL)
                .build();
        for (String reason : List.of("moonrise", "ERROR")) {
            ChatReader reader = new ChatReader(OpenAiSamples.context(flavor, null, List.of()), STATE, watcher);
            reader.event(chunk("{\"content\":\"Hi\"}", "\"" + reason + "\""));
            StopReason expected = reason.equals("moonrise") ? StopReason.LENGTH : StopReason.REFUSAL;
            assertEquals(expected, reader.reply().build().stop());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'id':12345",
                "'id':{'a':1}",
                "'id':['a'],'model':7",
                "'model':{'name':'m'}",
                "'usage':'none'",
                "'usage':[],'created':{}",
                "'x_groq':'none','object':[]"
            })
    void unusedPropertiesMayHaveAnyValue(String properties) {
        String choice =
                "'choices':[{'index':'0','message':{'content':'ok','refusal':false,'audio':[],'annotations':'none',"
                        + "'function_call':'none','reasoning_content':[],'reasoning':{}},'finish_reason':'stop','logprobs':'no'}]";
        ModelReply reply = ReplyFeed.body(reader(), ("{" + properties + "," + choice + "}").replace('\'', '"'));
        assertEquals("ok", reply.text());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    private Optional<ModelReply> rejected(String generation) {
        String body = "{\"error\":{\"code\":\"tool_use_failed\",\"failed_generation\":\"" + generation + "\"}}";
        List<ModelReply> replies = new ArrayList<>();
        reader().rejected(400, ProviderJson.parse(body)).ifPresent(reply -> replies.add(reply.build()));
        return Optional.of(replies.get(0));
    }
}
