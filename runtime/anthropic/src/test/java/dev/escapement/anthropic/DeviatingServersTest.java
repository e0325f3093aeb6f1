package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.MalformedReplyException;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.Delta;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of replies in the forms of compatible servers. In JSON, single quotes replace double ones. */
class DeviatingServersTest {

    private static final String START =
            "{'type':'message_start','message':{'id':'msg_1','content':[],'usage':{'input_tokens':10,'output_tokens':1}}}";
    private static final String TEXT =
            "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}";
    private static final String OK =
            "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'ok'}}";
    private static final String CALL = "{'type':'content_block_start','index':0,"
            + "'content_block':{'type':'tool_use','id':'t1','name':'get_weather','input':{}}}";
    private static final String CITY = "{'type':'content_block_delta','index':0,"
            + "'delta':{'type':'input_json_delta','partial_json':'{\\'city\\':\\'Oslo\\'}'}}";
    private static final String BLOCK_STOP = "{'type':'content_block_stop','index':0}";
    private static final String DELTA =
            "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':5}}";
    private static final String STOP = "{'type':'message_stop'}";
    private static final String OSLO = "{\"city\":\"Oslo\"}";

    private final List<Delta> shown = new ArrayList<>();

    private static String json(String text) {
        return text.replace("\\'", "\\\"").replace('\'', '"');
    }

    private ModelReply streamed(String... events) {
        ReplyReader reader = AnthropicSamples.model().build().reader(shown::add);
        Stream.of(events).forEach(event -> reader.event(new ServerSentEvent("message", json(event))));
        return reader.reply().build();
    }

    private ModelReply whole(String body) {
        return ReplyFeed.body(AnthropicSamples.model().build().reader(shown::add), json(body));
    }

    @Test
    void deltaOfAMissingBlockIsIgnored() {
        String orphan = CITY.replace("'index':0", "'index':5");
        String end = BLOCK_STOP.replace("'index':0", "'index':5");
        ModelReply reply = streamed(START, TEXT, OK, BLOCK_STOP, orphan, end, DELTA, STOP);
        assertEquals("ok", reply.text());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @Test
    void deltaOfTextBeginsAMissingBlock() {
        assertEquals("ok", streamed(START, OK, DELTA, STOP).text());
        String thought = OK.replace("text_delta", "thinking_delta").replace("'text'", "'thinking'");
        ModelReply reply = streamed(START, thought, OK.replace("'index':0", "'index':1"), DELTA, STOP);
        assertEquals("ok", reply.text());
        assertTrue(shown.contains(new Delta.Thinking("ok")), shown::toString);
        assertTrue(reply.state().orElseThrow().json().contains("{\"type\":\"thinking\",\"thinking\":\"ok\"}"));
    }

    @Test
    void callWithoutItsBeginningIsMalformed() {
        assertThrows(
                MalformedReplyException.class,
                () -> streamed(START, CITY, DELTA.replace("end_turn", "tool_use"), STOP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'content_block_start','index':0,'delta':{'type':'text','text':''}}",
                "{'type':'content_block_start','index':0,'content_block':{'text':''}}",
                "{'type':'content_block_start','index':0}",
                "{'type':'content_block_start','index':0,'content_block':null}",
                "{'type':'content_block_start'}"
            })
    void beginningOfABlockHasAnyForm(String start) {
        assertEquals("ok", streamed(START, start, OK, BLOCK_STOP, DELTA, STOP).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'type':'text','text'", "'text'"})
    void deltaHasAnyType(String form) {
        String delta = OK.replace("'type':'text_delta','text'", form);
        assertEquals("ok", streamed(START, TEXT, delta, DELTA, STOP).text());
    }

    @Test
    void repeatedBeginningsAreIgnored() {
        assertEquals("ok", streamed(START, START, TEXT, TEXT, OK, DELTA, STOP).text());
        ModelReply call = streamed(START, CALL, CALL, CITY, BLOCK_STOP, DELTA, STOP);
        assertEquals(List.of(new Call("t1", "get_weather", OSLO)), call.calls());
    }

    @Test
    void restatedCallHasItsArgumentsOnce() {
        shown.clear();
        ModelReply reply = streamed(START, CALL, CITY, BLOCK_STOP, CALL, CITY, BLOCK_STOP, DELTA, STOP);
        assertEquals(List.of(new Call("t1", "get_weather", OSLO)), reply.calls());
        assertEquals(List.of(new Delta.CallBegun(0, "get_weather"), new Delta.Arguments(0, OSLO)), shown);
        ModelReply twice = streamed(START, CALL, CITY, CITY, DELTA, STOP);
        assertEquals(OSLO, twice.calls().get(0).arguments());
    }

    @Test
    void indexMayBeRepeatedOrMissing() {
        String second = CALL.replace("'t1'", "'t2'");
        List<Call> both = List.of(new Call("t1", "get_weather", OSLO), new Call("t2", "get_weather", OSLO));
        assertEquals(
                both,
                streamed(START, CALL, CITY, BLOCK_STOP, second, CITY, BLOCK_STOP, DELTA, STOP)
                        .calls());
        String[] events = {START, TEXT, OK, BLOCK_STOP, CALL, CITY, BLOCK_STOP, DELTA, STOP};
        ModelReply reply = streamed(Stream.of(events)
                .map(event -> event.replace("'index':0,", "").replace(",'index':0", ""))
                .toArray(String[]::new));
        assertEquals("ok", reply.text());
        assertEquals(List.of(new Call("t1", "get_weather", OSLO)), reply.calls());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'city':'Oslo'} | {\"city\":\"Oslo\"}",
                "'{\\'city\\':\\'Oslo\\'}' | {\"city\":\"Oslo\"}",
                "'' | {}",
                "[] | {}",
                "null | {}",
                "7 | 7"
            })
    void inputHasAnyForm(String input, String arguments) {
        String call = CALL.replace("'input':{}", "'input':" + input);
        String empty = CITY.replace("{\\'city\\':\\'Oslo\\'}", "");
        assertEquals(
                arguments,
                streamed(START, call, BLOCK_STOP, DELTA, STOP).calls().get(0).arguments());
        assertEquals(
                arguments,
                streamed(START, call, empty, DELTA, STOP).calls().get(0).arguments());
        ModelReply whole = whole("{'content':[{'type':'tool_use','name':'get_weather','input':" + input
                + "}],'stop_reason':'tool_use'}");
        assertEquals(arguments, whole.calls().get(0).arguments());
        assertFalse(whole.calls().get(0).id().isEmpty());
    }

    @Test
    void emptyObjectBeforeTheArgumentsIsIgnored() {
        String empty = CITY.replace("{\\'city\\':\\'Oslo\\'}", "{}");
        assertEquals(
                OSLO,
                streamed(START, CALL, empty, CITY, DELTA, STOP).calls().get(0).arguments());
        String whole = CALL.replace("'input':{}", "'input':{'city':'Oslo'}");
        assertEquals(
                OSLO, streamed(START, whole, empty, DELTA, STOP).calls().get(0).arguments());
    }

    @Test
    void reasonBeforeFurtherContentIsVoid() {
        ReplyReader reader = AnthropicSamples.model().build().reader(shown::add);
        for (String event : List.of(START, TEXT, DELTA, OK)) {
            reader.event(new ServerSentEvent("message", json(event)));
        }
        assertFalse(reader.isEnded());
        assertEquals(
                "okok",
                streamed(START, TEXT, OK, DELTA, "{'type':'ping'}", OK, DELTA).text());
        assertEquals(
                "ok",
                streamed(START, DELTA.replace("end_turn", "error"), TEXT, OK, DELTA, STOP)
                        .text());
    }

    @Test
    void endMarkOfAnotherProtocolIsTheEnd() {
        ReplyReader reader = AnthropicSamples.model().build().reader(shown::add);
        reader.event(new ServerSentEvent("message", "[DONE]"));
        assertFalse(reader.isOver());
        for (String event : List.of(START, TEXT, OK, DELTA, "[DONE]")) {
            reader.event(new ServerSentEvent("message", json(event)));
        }
        assertTrue(reader.isOver());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':7,'model':['m'],'content':'ok','stop_reason':'end_turn'}",
                "{'id':null,'content':{'type':'text','text':'ok'},'stop_reason':'end_turn','stop_sequence':{}}",
                "{'content':['ok'],'stop_reason':'end_turn','stop_details':'none','container':'c','role':1}",
                "{'content':[{'type':'text','text':'ok','citations':{}}],'stop_reason':null,'usage':'many'}"
            })
    void unusedFieldsHoldAnything(String body) {
        ModelReply reply = whole(body);
        assertEquals("ok", reply.text());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @Test
    void contentAtTheBeginningOfAMessageIsRead() {
        String start = START.replace("'content':[]", "'content':[{'type':'text','text':'ok'}]");
        assertEquals("ok", streamed(start, DELTA, STOP).text());
        assertEquals("ok", streamed(start, TEXT, OK, DELTA, STOP).text());
        assertEquals("ok", streamed(TEXT, OK, DELTA, STOP).text());
        assertEquals(
                "ok",
                streamed("{'type':'message_start'}", TEXT, OK, DELTA, STOP).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'message_stop','usage':{'input_tokens':10,'output_tokens':5}}",
                "{'type':'message_delta','delta':{'usage':{'input_tokens':10,'output_tokens':5}}}",
                "{'type':'ping','usage':{'prompt_tokens':10,'completion_tokens':'5'}}",
                "{'type':'message_delta','usage':{'cache_read_input_tokens':3,'input_tokens':6,'output_tokens':5,"
                        + "'cache_creation':{'ephemeral_1h_input_tokens':1}}}"
            })
    void usageIsReadAtAnyPosition(String event) {
        String start = START.replace("'input_tokens':10", "'input_tokens':0");
        String delta = DELTA.replace(",'usage':{'output_tokens':5}", "");
        ModelReply reply = streamed(start, TEXT, OK, delta, event, STOP);
        assertEquals(10, reply.usage().inputTokens());
        assertEquals(5, reply.usage().outputTokens());
    }

    @Test
    void growingUnknownBlockIsKept() {
        ModelReply reply = streamed(
                START,
                "{'type':'content_block_start','index':1,'content_block':{'type':'compaction'}}",
                "{'type':'content_block_delta','index':1,'delta':{'type':'compaction_delta','content':'So '}}",
                "{'type':'content_block_delta','index':1,'delta':{'type':'compaction_delta','content':'far.'}}",
                TEXT,
                OK,
                DELTA,
                STOP);
        assertEquals("ok", reply.text());
        assertEquals(
                "[{\"type\":\"compaction\",\"content\":\"So far.\"},{\"type\":\"text\",\"text\":\"ok\"}]",
                reply.state().orElseThrow().json());
    }
}
