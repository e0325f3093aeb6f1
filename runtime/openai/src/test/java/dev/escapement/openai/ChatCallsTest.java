package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.escapement.fake.client.SchemaTool;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the calls in Chat Completions replies. */
class ChatCallsTest extends ChatReaderFixture {

    private static final List<ToolSpec<?>> OFFERED =
            List.of(tool("get_weather"), tool("get_weather_map"), tool("list_all"));

    private static ToolSpec<?> tool(String name) {
        return new SchemaTool(name, "", "{}");
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"{}", ""})
    void callsMayShareAnIndex(String arguments) {
        String call = "'tool_calls':[{'index':0,'id':'%s','function':{'name':'f','arguments':'" + arguments + "'}}]";
        List<Call> expected = List.of(new Call("a", "f", arguments), new Call("b", "f", arguments));
        String second = call.formatted("b");
        assertEquals(expected, deltas(call.formatted("a"), second).calls());
        String unindexed = second.replace("'index':0,", "");
        assertEquals(expected, deltas(call.formatted("a"), unindexed).calls());
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
    void callInTheOldFormIsACall() {
        ModelReply reply = message("'function_call':{'name':'f','arguments':{'x':1}}", "function_call");
        assertEquals(List.of(new Call("call_1", "f", "{\"x\":1}")), reply.calls());
    }

    @Test
    void streamedCallInTheOldFormIsACall() {
        ModelReply reply = deltas(
                "'function_call':{'name':'f','arguments':''}",
                "'function_call':{'arguments':'{ '}",
                "'function_call':{'arguments':'}'}");
        assertEquals(List.of(new Call("call_1", "f", "{ }")), reply.calls());
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

    private ModelReply offered(String... calls) {
        List<String> deltas = List.of(calls).stream()
                .map(call -> "'tool_calls':[" + call + "]")
                .toList();
        return deltas(reader(OFFERED), deltas.toArray(String[]::new));
    }

    @Test
    void nameInPiecesIsJoined() {
        ModelReply reply = offered(
                "{'index':0,'id':'x','function':{'name':'get_','arguments':''}}",
                "{'index':0,'function':{'name':'weather','arguments':''}}",
                "{'index':0,'function':{'arguments':'{ '}}",
                "{'index':0,'function':{'arguments':'}'}}");
        assertEquals(List.of(new Call("x", "get_weather", "{ }")), reply.calls());
        assertEquals(List.of("get_weather { }"), watcher.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'index':0,", "'index':0,'id':'x',"})
    void nameInManyPiecesIsJoined(String position) {
        ModelReply reply = offered(
                "{'index':0,'id':'x','function':{'name':'l'}}",
                "{" + position + "'function':{'name':'ist'}}",
                "{" + position + "'function':{'name':'_all','arguments':'{}'}}");
        assertEquals(List.of(new Call("x", "list_all", "{}")), reply.calls());
    }

    @Test
    void growingNameIsReplaced() {
        ModelReply reply = offered(
                "{'index':0,'id':'x','function':{'name':'list'}}",
                "{'index':0,'id':'x','function':{'name':'list_all','arguments':'{}'}}");
        assertEquals(List.of(new Call("x", "list_all", "{}")), reply.calls());
    }

    @Test
    void completeNamesAreNotJoined() {
        ModelReply reply = offered(
                "{'index':0,'function':{'name':'get_weather','arguments':'{}'}}",
                "{'index':0,'function':{'name':'get_weather_map','arguments':'{}'}}");
        assertEquals(
                List.of(new Call("call_1", "get_weather", "{}"), new Call("call_2", "get_weather_map", "{}")),
                reply.calls());
        assertEquals(List.of("get_weather {}", "get_weather_map {}"), watcher.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'{}'", "'{ }'", "{}"})
    void emptyObjectBeforeTheArgumentsIsReplaced(String placeholder) {
        ModelReply reply = offered(
                "{'index':0,'id':'x','function':{'name':'get_weather','arguments':" + placeholder + "}}",
                "{'index':0,'function':{'arguments':'{ '}}",
                "{'index':0,'function':{'arguments':' }'}}");
        assertEquals(List.of(new Call("x", "get_weather", "{  }")), reply.calls());
        assertEquals(List.of("get_weather {  }"), watcher.calls());
    }

    @Test
    void emptyObjectAloneIsKept() {
        ModelReply reply = offered("{'index':0,'id':'x','function':{'name':'list_all','arguments':'{}'}}");
        assertEquals(List.of(new Call("x", "list_all", "{}")), reply.calls());
        assertEquals(List.of("list_all {}"), watcher.calls());
    }

    @Test
    void restatedCallIsOneCall() {
        String call = "{'index':0,'id':'x','function':{'name':'get_weather','arguments':{'a':1}}}";
        assertEquals(
                List.of(new Call("x", "get_weather", "{\"a\":1}")),
                offered(call, call, call).calls());
    }

    @Test
    void callRestatedInPiecesIsOneCall() {
        String piece = "{'index':0,'id':'x','function':{'name':'get_weather','arguments':'%s'}}";
        ModelReply reply =
                offered(piece.formatted("{ "), piece.formatted("}"), piece.formatted("{"), piece.formatted("  }"));
        assertEquals(List.of(new Call("x", "get_weather", "{  }")), reply.calls());
    }

    @Test
    void cutRestatementIsIgnored() {
        String piece = "{'index':0,'id':'x','function':{'name':'get_weather','arguments':%s}}";
        assertEquals(
                List.of(new Call("x", "get_weather", "{\"a\":1}")),
                offered(piece.formatted("{'a':1}"), piece.formatted("'{'")).calls());
    }

    @Test
    void growingArgumentsAreReplaced() {
        String piece = "{'index':0,'id':'x','function':{'name':'get_weather','arguments':'%s'}}";
        assertEquals(
                List.of(new Call("x", "get_weather", "{   }")),
                offered(piece.formatted("{ "), piece.formatted("{  "), piece.formatted("{   }"))
                        .calls());
    }

    @Test
    void newIdInEachPieceIsIgnored() {
        ModelReply reply = offered(
                "{'index':0,'id':'x','function':{'name':'get_weather','arguments':'{ '}}",
                "{'index':0,'id':'y','function':{'name':'get_weather','arguments':'}'}}");
        assertEquals(List.of(new Call("x", "get_weather", "{ }")), reply.calls());
    }

    @Test
    void equalCallsWithDifferentIdsRemain() {
        String call = "{'index':0,'id':'%s','function':{'name':'list_all','arguments':'{}'}}";
        assertEquals(
                List.of(new Call("a", "list_all", "{}"), new Call("b", "list_all", "{}")),
                offered(call.formatted("a"), call.formatted("b")).calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "'none'", "7", "[]", "[null]", "[7]", "[{}]", "[{'index':'x'}]"})
    void otherValuesAreNoCalls(String calls) {
        ModelReply whole = message("'content':'ok','tool_calls':" + calls, "stop");
        assertEquals("ok", whole.text());
        assertEquals(List.of(), whole.calls());
        assertEquals(StopReason.COMPLETE, whole.stop());
        assertEquals(List.of(), deltas("'content':'ok','tool_calls':" + calls).calls());
    }

    @Test
    void callWithoutAListIsACall() {
        ModelReply reply = message("'tool_calls':{'id':7,'name':'f','arguments':{}}", "tool_calls");
        assertEquals(List.of(new Call("7", "f", "{}")), reply.calls());
    }

    private static String named(String tool, String arguments) {
        return "{'index':0,'id':'call_0','function':{'name':'" + tool + "','arguments':" + arguments + "}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"list_all get_weather", "get_weather list_all", "get_weather get_weather_map"})
    void otherToolWithTheSameIdBeginsACall(String names) {
        String first = names.split(" ")[0];
        String second = names.split(" ")[1];
        List<Call> calls = List.of(new Call("call_0", first, "{}"), new Call("call_0", second, "{\"a\":1}"));
        assertEquals(
                tools(calls),
                tools(offered(named(first, "{}"), named(second, "{'a':1}")).calls()));
        assertEquals(
                tools(calls),
                tools(offered(
                                named(first, "''"),
                                named(first, "'{}'"),
                                named(second, "''"),
                                "{'index':0,'function':{'arguments':{'a':1}}}")
                        .calls()));
    }

    private static List<String> tools(List<Call> calls) {
        return calls.stream().map(call -> call.tool() + call.arguments()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'index':0,"})
    void wholeCallsWithTheSameIdRemain(String index) {
        String call = "{" + index + "'id':'get_weather','function':{'name':'get_weather','arguments':{'city':'%s'}}}";
        List<String> expected = List.of("get_weather{\"city\":\"Paris\"}", "get_weather{\"city\":\"Rome\"}");
        String paris = call.formatted("Paris");
        String rome = call.formatted("Rome");
        assertEquals(expected, tools(offered(paris, rome).calls()));
        assertEquals(expected, tools(offered(paris + "," + rome).calls()));
        assertEquals(expected, tools(offered(paris, rome, paris, rome).calls()), "restated calls");
        assertEquals(expected, tools(offered(paris, rome, paris + "," + rome).calls()), "restated list");
        assertEquals(
                List.of(expected.get(0), expected.get(0)),
                tools(offered(paris + "," + paris).calls()));
    }

    @Test
    void secondWholeCallInPiecesRemains() {
        ModelReply reply = offered(
                named("get_weather", "{'a':1}"),
                named("get_weather", "''"),
                "{'index':0,'function':{'arguments':'{'}}",
                "{'index':0,'function':{'arguments':' }'}}");
        assertEquals(List.of("get_weather{\"a\":1}", "get_weather{ }"), tools(reply.calls()));
        assertEquals(List.of("get_weather {\"a\":1}", "get_weather { }"), watcher.calls());
    }

    @Test
    void lastTextOfARestatedCallIsKept() {
        String call = "{'index':0,%s'function':{'name':'get_weather','arguments':{'a':1,'b':2}}}";
        String other = "{'index':0,'function':{'name':'get_weather','arguments':{ 'b': 2, 'a': 1 }}}";
        assertEquals(
                List.of("get_weather{ \"b\": 2, \"a\": 1 }"),
                tools(offered(call.formatted("'id':'x',"), call.formatted(""), other)
                        .calls()));
    }

    @Test
    void repeatedNameWithoutArgumentsIsIgnored() {
        String empty = "{'index':0,'function':{'name':'get_weather','arguments':''}}";
        assertEquals(
                List.of("get_weather{\"a\":1}"),
                tools(offered(named("get_weather", "{'a':1}"), empty, named("get_weather", "''"))
                        .calls()));
    }

    @Test
    void emptyObjectAfterTheArgumentsIsIgnored() {
        assertEquals(
                List.of("get_weather{\"a\":1}"),
                tools(offered(named("get_weather", "{'a':1}"), "{'index':0,'function':{'arguments':'{}'}}")
                        .calls()));
    }

    @Test
    void nameWithAnOfferedBeginningIsJoined() {
        ModelReply reply = offered(
                "{'index':0,'id':'x','function':{'name':'get_weather','arguments':''}}",
                "{'index':0,'function':{'name':'_map','arguments':'{}'}}");
        assertEquals(List.of(new Call("x", "get_weather_map", "{}")), reply.calls());
    }

    @Test
    void manyNamedPiecesAreReadInLinearTime() {
        ChatReader reader = reader(OFFERED);
        StringBuilder expected = new StringBuilder("{\"a\":\"");
        List<String> pieces = new ArrayList<>();
        String piece = "'tool_calls':[{'index':0,'function':{'name':'get_weather','arguments':'%s'}}]";
        pieces.add(piece.formatted("{\\\"a\\\":\\\""));
        for (int i = 0; i < 40_000; i++) {
            pieces.add(piece.formatted("y".repeat(160)));
            expected.append("y".repeat(160));
        }
        pieces.add(piece.formatted("\\\"}"));
        ModelReply reply = assertTimeout(
                Duration.ofMinutes(1), () -> deltas(reader, pieces.toArray(String[]::new)), "quadratic time");
        assertEquals(List.of(new Call("call_1", "get_weather", expected + "\"}")), reply.calls());
    }
}
