package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.model.PriceTable;
import dev.escapement.model.Prices;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of reading replies. In JSON, single quotes replace double ones. */
class MessagesReaderTest {

    private static final String START = "{'type':'message_start','message':{'id':'msg_1','model':'claude-1-2026',"
            + "'content':[],'usage':{'input_tokens':5,'output_tokens':1}}}";
    private static final String STOP = "{'type':'message_stop'}";

    private final List<Delta> shown = new ArrayList<>();

    private ReplyReader reader() {
        return AnthropicSamples.model().build().reader(shown::add);
    }

    private ModelReply whole(String content, String more) {
        String body = "{'type':'message','content':[" + content + "]," + more + "}";
        return ReplyFeed.body(reader(), body.replace('\'', '"'));
    }

    private ModelReply streamed(String... events) {
        ReplyReader reader = reader();
        feed(reader, events);
        return reader.reply().build();
    }

    private static void feed(ReplyReader reader, String... events) {
        for (String event : events) {
            reader.event(new ServerSentEvent("message", event.replace('\'', '"')));
        }
    }

    private static String begins(int index, String block) {
        return "{'type':'content_block_start','index':" + index + ",'content_block':" + block + "}";
    }

    private static String piece(int index, String delta) {
        return "{'type':'content_block_delta','index':" + index + ",'delta':" + delta + "}";
    }

    private static String ends(int index) {
        return "{'type':'content_block_stop','index':" + index + "}";
    }

    private static String stops(String reason) {
        return "{'type':'message_delta','delta':{'stop_reason':'" + reason + "'},'usage':{'output_tokens':9}}";
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn,COMPLETE",
        "tool_use,COMPLETE",
        "stop_sequence,COMPLETE",
        "max_tokens,LENGTH",
        "model_context_window_exceeded,LENGTH",
        "refusal,REFUSAL",
        "pause_turn,UNKNOWN",
        "moonrise,COMPLETE",
        "STOP,COMPLETE",
        "tool_calls,COMPLETE",
        "length,LENGTH",
        "sensitive,CONTENT_FILTER"
    })
    void stopReasonIsConverted(String reason, StopReason stop) {
        assertEquals(
                stop,
                whole("{'type':'text','text':'Hi'}", "'stop_reason':'" + reason + "'")
                        .stop());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'type':'text','text':''}",
                "{'type':'thinking','thinking':'Hm'}",
                "{'type':'tool_use','id':'t1','name':'look_up','input':'{\\'a\\':'}",
                "{'type':'tool_use','id':'t1','name':'look_up','input':7}"
            })
    void unknownReasonWithoutWholeContentIsUnknown(String content) {
        for (String reason : List.of("'stop_reason':'new_reason'", "'stop_reason':null")) {
            assertEquals(StopReason.UNKNOWN, whole(content, reason).stop(), reason);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {} "})
    void emptyObjectDoesNotReplaceArguments(String last) {
        String call = begins(0, "{'type':'tool_use','id':'t1','name':'look_up','input':{}}");
        String arguments = piece(0, "{'type':'input_json_delta','partial_json':'{\\'a\\':{}}'}");
        String empty = piece(0, "{'type':'input_json_delta','partial_json':'" + last + "'}");
        ModelReply reply = streamed(START, call, arguments, empty, ends(0), stops("tool_use"), STOP);
        assertEquals("{\"a\":{}}", reply.calls().get(0).arguments());
    }

    @Test
    void unknownReasonWithCallsIsComplete() {
        String call = "{'type':'tool_use','id':'t1','name':'look_up','input':{'a':1}}";
        assertEquals(
                StopReason.COMPLETE, whole(call, "'stop_reason':'moonrise'").stop());
    }

    @Test
    void missingStopReasonIsComplete() {
        String text = "{'type':'text','text':'Hi'}";
        assertEquals(StopReason.COMPLETE, whole(text, "'stop_reason':null").stop());
        assertEquals(StopReason.COMPLETE, streamed(START, begins(0, text), STOP).stop());
    }

    @Test
    void unknownStopReasonOfAnIncompleteReplyIsUnknown() {
        String call = begins(0, "{'type':'tool_use','id':'t1','name':'look_up','input':{}}");
        String half = piece(0, "{'type':'input_json_delta','partial_json':'{'}");
        assertEquals(
                StopReason.UNKNOWN,
                streamed(START, call, half, stops("moonrise"), STOP).stop());
        ModelReply lost = streamed(START, begins(0, "{'type':'text','text':'So'}"), stops("moonrise"));
        assertEquals(StopReason.UNKNOWN, lost.stop());
        assertEquals("moonrise", lost.provenance().finishReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "network_error", "Overloaded"})
    void faultAsStopReasonIsTemporary(String reason) {
        ProviderErrorException whole =
                assertThrows(ProviderErrorException.class, () -> whole("", "'stop_reason':'" + reason + "'"));
        assertTrue(whole.isTemporary());
        assertEquals(reason, whole.code());
        assertThrows(ProviderErrorException.class, () -> streamed(START, stops(reason), STOP));
    }

    @Test
    void argumentsAreTheTextOfTheModel() {
        ModelReply reply = whole(
                "{'type':'tool_use','id':'t1','name':'look_up','input':{ 'n' : 1.0 }}", "'stop_reason':'tool_use'");
        assertEquals(List.of(new Call("t1", "look_up", "{ \"n\" : 1.0 }")), reply.calls());
    }

    @Test
    void streamedCallWithoutArgumentsIsAnEmptyObject() {
        ModelReply reply = streamed(
                START,
                begins(0, "{'type':'tool_use','id':'t1','name':'look_up','input':{}}"),
                piece(0, "{'type':'input_json_delta','partial_json':''}"),
                ends(0),
                stops("tool_use"),
                STOP);
        assertEquals(List.of(new Call("t1", "look_up", "{}")), reply.calls());
        assertEquals(List.of(new Delta.CallBegun(0, "look_up"), new Delta.Arguments(0, "{}")), shown);
    }

    @Test
    void incompleteCallIsKept() {
        ModelReply reply = streamed(
                START,
                begins(0, "{'type':'tool_use','id':'t1','name':'look_up','input':{}}"),
                piece(0, "{'type':'input_json_delta','partial_json':'[12'}"),
                stops("max_tokens"),
                STOP);
        assertEquals(StopReason.LENGTH, reply.stop());
        assertEquals("[12", reply.calls().get(0).arguments());
    }

    @Test
    void parallelCallsAreDistinguishedByIndex() {
        ModelReply reply = streamed(
                START,
                begins(0, "{'type':'text','text':'Both.'}"),
                begins(1, "{'type':'tool_use','id':'t1','name':'one','input':{}}"),
                begins(2, "{'type':'tool_use','id':'t2','name':'two','input':{}}"),
                piece(2, "{'type':'input_json_delta','partial_json':'{}'}"),
                piece(1, "{'type':'input_json_delta','partial_json':'{ }'}"),
                stops("tool_use"),
                STOP);
        assertEquals(List.of(new Call("t1", "one", "{ }"), new Call("t2", "two", "{}")), reply.calls());
        assertEquals(
                List.of(
                        new Delta.Text("Both."),
                        new Delta.CallBegun(0, "one"),
                        new Delta.CallBegun(1, "two"),
                        new Delta.Arguments(1, "{}"),
                        new Delta.Arguments(0, "{ }")),
                shown);
    }

    @Test
    void refusalWithoutTextHasAnExplanation() {
        String refusal = "'stop_reason':'refusal','stop_details':{'explanation':'It is against the rules.'}";
        assertEquals("It is against the rules.", whole("", refusal).text());
        assertEquals(List.of(new Delta.Text("It is against the rules.")), shown);
        assertEquals(
                "I will not.",
                whole("{'type':'text','text':'I will not.'}", refusal).text());
    }

    @Test
    void thinkingIsNotPartOfTheText() {
        ModelReply reply = whole(
                "{'type':'thinking','thinking':'Hm.','signature':'s'},{'type':'text','text':'Yes.'}",
                "'stop_reason':'end_turn'");
        assertEquals("Yes.", reply.text());
        assertEquals(List.of(new Delta.Thinking("Hm."), new Delta.Text("Yes.")), shown);
    }

    @Test
    void plainReplyHasNoState() {
        String text = "{'type':'text','text':'Yes.','citations':null}";
        String call = "{'type':'tool_use','id':'t1','name':'look_up','input':{},'caller':{'type':'direct'}}";
        assertTrue(whole(text + "," + call, "'stop_reason':'tool_use'").state().isEmpty());
        assertFalse(whole(call + "," + text, "'stop_reason':'tool_use'").state().isEmpty());
    }

    @Test
    void stateOmitsRecordedArguments() {
        String call = "{'type':'tool_use','id':'t1','name':'look_up','input':{'card':'4111'}}";
        ModelReply reply = whole(call + ",{'type':'text','text':'Yes.'}", "'stop_reason':'tool_use'");
        assertEquals(
                "[{'type':'tool_use','name':'look_up'},{'type':'text','text':'Yes.'}]".replace('\'', '"'),
                reply.state().orElseThrow().json());
    }

    @Test
    void streamedWorkOfProviderToolsIsKept() {
        ModelReply whole = whole(
                "{'type':'server_tool_use','id':'s1','name':'web_search','input':{'query':'x'}},"
                        + "{'type':'text','text':'Yes.','citations':[{'url':'u'},{'url':'v'}]}",
                "'id':'msg_1','model':'claude-1-2026','stop_reason':'end_turn','usage':{'input_tokens':5,'output_tokens':9}");
        ModelReply streamed = streamed(
                START,
                begins(0, "{'type':'server_tool_use','id':'s1','name':'web_search','input':{}}"),
                piece(0, "{'type':'input_json_delta','partial_json':'{\\\"query\\\":'}"),
                piece(0, "{'type':'input_json_delta','partial_json':'\\\"x\\\"}'}"),
                ends(0),
                begins(1, "{'type':'text','text':'','citations':[]}"),
                piece(1, "{'type':'citations_delta','citation':{'url':'u'}}"),
                piece(1, "{'type':'text_delta','text':'Yes.'}"),
                piece(1, "{'type':'citations_delta','citation':{'url':'v'}}"),
                ends(1),
                stops("end_turn"),
                STOP);
        assertEquals(
                whole.state().orElseThrow().json(),
                streamed.state().orElseThrow().json());
    }

    @Test
    void eventsAfterTheEndAreIgnored() {
        ModelReply reply = streamed(START, stops("end_turn"), STOP, "This is not even JSON.");
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @Test
    void cachedTokensHaveTheirOwnPrices() {
        PriceTable prices = PriceTable.EMPTY.with("claude-1", Prices.perMillion("1", "10", "100", "1000"));
        String body = "{'content':[],'stop_reason':'end_turn','usage':{'input_tokens':1,'cache_read_input_tokens':2,"
                + "'cache_creation_input_tokens':3,'output_tokens':4}}";
        ModelReply reply = ReplyFeed.body(
                AnthropicSamples.model().prices(prices).build().reader(shown::add), body.replace('\'', '"'));
        assertEquals(6, reply.usage().inputTokens());
        assertEquals(2, reply.usage().cachedTokens());
        assertEquals(4, reply.usage().outputTokens());
        assertEquals(new BigDecimal("0.004321"), reply.usage().cost());
    }

    @Test
    void lastCountOfAStreamApplies() {
        ModelReply reply = streamed(START, stops("end_turn"), STOP);
        assertEquals(5, reply.usage().inputTokens());
        assertEquals(9, reply.usage().outputTokens());
    }

    @Test
    void countOmittedLaterIsKept() {
        String forgetful = stops("end_turn").replace("'output_tokens'", "'input_tokens':0,'output_tokens'");
        assertEquals(5, streamed(START, forgetful, STOP).usage().inputTokens());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'32' | 32",
                "'many' | 0",
                "[] | 0",
                "12.5 | 0",
                "1,'input_tokens':2 | 0",
                "9223372036854775807 | 1152921504606846975",
                "1e99 | 1152921504606846975"
            })
    void invalidUsageIsIgnored(String written, long tokens) {
        ModelReply reply = whole("", "'stop_reason':'end_turn','usage':{'input_tokens':" + written + "}");
        assertEquals(tokens, reply.usage().inputTokens());
    }

    @Test
    void replyHasItsProvenance() {
        ModelReply reply = streamed(START, stops("end_turn"), STOP);
        assertEquals("anthropic", reply.provenance().provider());
        assertEquals("claude-1-2026", reply.provenance().model());
        assertEquals("msg_1", reply.provenance().replyId());
    }

    @Test
    void unknownEventsAreIgnored() {
        ModelReply reply = streamed(
                "{'type':'ping'}",
                START,
                begins(0, "{'type':'text','text':''}"),
                piece(0, "{'type':'shimmer_delta','shimmer':1}"),
                piece(0, "{'type':'text_delta','text':'Yes.'}"),
                "{'type':'shimmer'}",
                stops("end_turn"),
                STOP);
        assertEquals("Yes.", reply.text());
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error,true",
        "api_error,true",
        "rate_limit_error,true",
        "timeout_error,true",
        "invalid_request_error,false",
        "authentication_error,false"
    })
    void errorInAStreamIsReported(String type, boolean temporary) {
        ReplyReader reader = reader();
        feed(reader, START);
        ProviderErrorException fault = assertThrows(
                ProviderErrorException.class,
                () -> feed(reader, "{'type':'error','error':{'type':'" + type + "','message':'Sorry.'}}"));
        assertEquals(type, fault.code());
        assertEquals("Sorry.", fault.getMessage());
        assertEquals(temporary, fault.isTemporary());
    }

    @Test
    void errorInABodyIsReported() {
        String body = "{'error':{'type':'overloaded_error','message':'Sorry.'}}".replace('\'', '"');
        assertTrue(assertThrows(ProviderErrorException.class, () -> ReplyFeed.body(reader(), body))
                .isTemporary());
    }

    @Test
    void eventNamedErrorIsAnError() {
        ServerSentEvent event = new ServerSentEvent("error", "{\"message\":\"Sorry.\"}");
        assertThrows(ProviderErrorException.class, () -> reader().event(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'stop_reason':'end_turn'}",
                "[]",
                "{'content':7,'stop_reason':'end_turn'}",
                "{'content':[{'type':'text','text':1}],'stop_reason':'end_turn'}"
            })
    void otherJsonIsMalformed(String body) {
        assertThrows(MalformedReplyException.class, () -> ReplyFeed.body(reader(), body.replace('\'', '"')));
    }

    @Test
    void streamInAnotherOrderIsMalformed() {
        String text = begins(0, "{'type':'text','text':'Yes.'}");
        assertThrows(MalformedReplyException.class, () -> streamed(START, text, START.replace("msg_1", "msg_2"), STOP));
        assertThrows(MalformedReplyException.class, () -> streamed(STOP));
    }

    @Test
    void replyEndsWithItsReason() {
        ReplyReader reader = reader();
        feed(reader, START);
        assertFalse(reader.isEnded());
        assertThrows(MalformedReplyException.class, reader::reply);
        feed(reader, stops("end_turn"));
        assertTrue(reader.isEnded());
        assertFalse(reader.isOver());
        feed(reader, STOP);
        assertTrue(reader.isOver());
    }
}
