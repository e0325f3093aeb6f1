package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the calls in Chat Completions replies. */
class ChatCallsTest extends ChatReaderFixture {

    @Test
    void callsHaveTheTextOfTheModel() {
        ModelReply reply = message(
                "'content':null,'tool_calls':[{'id':'a','type':'function','function':{'name':'f','arguments':'{ }'}},"
                        + "{'id':'b','type':'function','function':{'name':'g','arguments':{'x' : 1}}},"
                        + "{'id':'c','type':'function','function':{'name':'h'}}]",
                "tool_calls");
        assertEquals(
                List.of(new Call("a", "f", "{ }"), new Call("b", "g", "{\"x\" : 1}"), new Call("c", "h", "")),
                reply.calls());
    }

    @Test
    void wholeCallsNeedNoIdsAndNoIndexes() {
        String call = "{'function':{'name':'f','arguments':'{}'}}";
        ModelReply reply = message("'tool_calls':[" + call + "," + call + "]", "tool_calls");
        assertEquals(List.of(new Call("call_1", "f", "{}"), new Call("call_2", "f", "{}")), reply.calls());
    }

    @Test
    void piecesOfACallAreJoinedByIndex() {
        ModelReply reply = deltas(
                "'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':''}}]",
                "'tool_calls':[{'index':1,'id':'b','function':{'name':'g','arguments':'{'}}]",
                "'tool_calls':[{'index':0,'function':{'arguments':'{'}},{'index':1,'function':{'arguments':'}'}}]",
                "'tool_calls':[{'index':0,'function':{'arguments':'}'}}]");
        assertEquals(List.of(new Call("a", "f", "{}"), new Call("b", "g", "{}")), reply.calls());
        assertEquals(List.of("f {}", "g {}"), watcher.calls());
    }

    @Test
    void piecesOfACallNeedNoIndex() {
        ModelReply reply = deltas(
                "'tool_calls':[{'id':'a','function':{'name':'f','arguments':'{'}}]",
                "'tool_calls':[{'function':{'arguments':'}'}}]",
                "'tool_calls':[{'id':'b','function':{'name':'f','arguments':'{}'}}]");
        assertEquals(List.of(new Call("a", "f", "{}"), new Call("b", "f", "{}")), reply.calls());
    }

    @Test
    void wholeCallsMayShareAnIndex() {
        ModelReply reply = deltas(
                "'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}]",
                "'tool_calls':[{'index':0,'id':'b','function':{'name':'f','arguments':'{}'}}]");
        assertEquals(List.of(new Call("a", "f", "{}"), new Call("b", "f", "{}")), reply.calls());
    }

    @Test
    void piecesMayRepeatIdAndName() {
        String piece = "'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'%s'}}]";
        ModelReply reply = deltas(piece.formatted("{"), piece.formatted("}"));
        assertEquals(List.of(new Call("a", "f", "{}")), reply.calls());
    }

    @Test
    void argumentsBeforeTheNameFollowIt() {
        ModelReply reply = deltas(
                "'tool_calls':[{'index':0,'id':'a','function':{'arguments':'{'}}]",
                "'tool_calls':[{'index':0,'function':{'name':'f','arguments':'}'}}]");
        assertEquals(List.of(new Call("a", "f", "{}")), reply.calls());
        assertEquals(List.of("f {}"), watcher.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'index':0,"})
    void piecesOfACallAreJoinedById(String index) {
        String piece = "'tool_calls':[{" + index + "'id':'%s','function':{%s'arguments':'%s'}}]";
        ModelReply reply = deltas(
                piece.formatted("a", "'name':'f',", "{"),
                piece.formatted("b", "'name':'g',", "{"),
                piece.formatted("a", "", "}"),
                piece.formatted("b", "", "}"));
        assertEquals(List.of(new Call("a", "f", "{}"), new Call("b", "g", "{}")), reply.calls());
    }

    @Test
    void repeatedNameDoesNotSplitACall() {
        ModelReply reply = deltas(
                "'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{'}}]",
                "'tool_calls':[{'index':0,'id':'','function':{'name':'f','arguments':'}'}}]",
                "'tool_calls':[{'index':0,'id':'','function':{'name':'f','arguments':''}}]");
        assertEquals(List.of(new Call("a", "f", "{}")), reply.calls());
    }

    @Test
    void wholeCallsMayShareAnIndexWithoutIds() {
        String call = "'tool_calls':[{'index':0,'function':{'name':'f','arguments':'{}'}}]";
        assertEquals(
                List.of(new Call("call_1", "f", "{}"), new Call("call_2", "f", "{}")),
                deltas(call, call).calls());
    }

    @Test
    void callInTheOldFormIsIncomplete() {
        ModelReply reply = message("'content':null,'function_call':{'name':'f','arguments':'{}'}", "function_call");
        assertEquals(StopReason.UNKNOWN, reply.stop());
    }

    @Test
    void callInTheOldFormNextToCallsIsIgnored() {
        ModelReply reply = message(
                "'function_call':{'name':'f','arguments':'{}'},"
                        + "'tool_calls':[{'id':'a','function':{'name':'f','arguments':'{}'}}]",
                "tool_calls");
        assertEquals(StopReason.COMPLETE, reply.stop());
        assertEquals(1, reply.calls().size());
    }

    @Test
    void incompleteCallIsKept() {
        ModelReply reply = message("'tool_calls':[{'id':'a','function':{'name':'f','arguments':'{'}}]", "length");
        assertEquals(List.of(new Call("a", "f", "{")), reply.calls());
        assertEquals(StopReason.LENGTH, reply.stop());
    }

    @Test
    void callsBeforeAStopAreComplete() {
        ModelReply reply = message("'tool_calls':[{'id':'a','function':{'name':'f','arguments':'{}'}}]", "stop");
        assertEquals(StopReason.COMPLETE, reply.stop());
        assertEquals(List.of(new Call("a", "f", "{}")), reply.calls());
    }
}
