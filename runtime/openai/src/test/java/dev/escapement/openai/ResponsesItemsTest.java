package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of streams of Responses whose events are incomplete or differ from the last event. */
class ResponsesItemsTest {

    private static final String ADDED =
            "{'type':'response.output_item.added','output_index':0,'item':{'type':'message','id':'m','content':[]}}";
    private static final String FORTY = "{'type':'response.output_text.delta','output_index':0,'delta':'Forty'}";
    private static final String TWO = "{'type':'response.output_text.delta','output_index':0,'delta':'-two'}";
    private static final String CALL_ADDED = "{'type':'response.output_item.added','output_index':1,"
            + "'item':{'type':'function_call','id':'fc','call_id':'c1','name':'f','arguments':''}}";
    private static final String CALL_DELTA =
            "{'type':'response.function_call_arguments.delta','output_index':1,'delta':'{ }'}";
    private static final String CALL = "{'type':'function_call','id':'fc','call_id':'c1','name':'f','arguments':'{ }'}";

    private DeltaCollector watcher = new DeltaCollector();

    private ModelReply stream(String... events) {
        watcher = new DeltaCollector();
        ResponsesReader reader =
                new ResponsesReader(OpenAiSamples.context(), new ReasoningState(OpenAiSamples.ASKED), watcher);
        StringBuilder stream = new StringBuilder();
        for (String event : events) {
            stream.append("data: ").append(event).append("\n\n");
        }
        return ReplyFeed.stream(reader, stream.toString().replace('\'', '"'));
    }

    private static String completed(String... output) {
        return "{'type':'response.completed','response':{'id':'r','status':'completed','output':["
                + String.join(",", output) + "]}}";
    }

    private static String message(String content) {
        return "{'type':'message','id':'other','role':'assistant','content':" + content + "}";
    }

    private static String text(String text) {
        return message("[{'type':'output_text','text':'" + text + "'}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "''", "[{'type':'output_text','text':'Forty'}]", "{}", "'Forty'"})
    void lessTextThanWasShownIsCompleted(String content) {
        ModelReply reply = stream(
                ADDED,
                FORTY,
                TWO,
                "{'type':'response.output_item.done','output_index':0,'item':" + message(content) + "}",
                completed(message(content)));
        assertEquals("Forty-two", reply.text());
        assertEquals(StopReason.COMPLETE, reply.stop());
        assertEquals("Forty-two", watcher.text.toString());
    }

    @Test
    void eventsWithoutItemsAreAReply() {
        assertEquals("Forty-two", stream(FORTY, TWO, completed()).text());
    }

    @Test
    void differentTextIsACorrection() {
        assertEquals("42", stream(ADDED, FORTY, TWO, completed(text("42"))).text());
    }

    @Test
    void textBeforeTheCallsOfTheLastEventIsKept() {
        ModelReply reply = stream(ADDED, FORTY, TWO, CALL_ADDED, CALL_DELTA, completed(CALL));
        assertEquals("Forty-two", reply.text());
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
    }

    @Test
    void callMissingInTheLastEventIsKept() {
        ModelReply reply = stream(ADDED, FORTY, TWO, CALL_ADDED, CALL_DELTA, completed(text("Forty-two")));
        assertEquals("Forty-two", reply.text());
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
        assertEquals(List.of("f { }"), watcher.calls());
    }

    @Test
    void argumentsMissingInTheLastEventAreKept() {
        ModelReply reply = stream(CALL_ADDED, CALL_DELTA, completed(CALL.replace("'{ }'", "''")));
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
    }

    @Test
    void idsMayDifferBetweenEvents() {
        ModelReply reply = stream(
                CALL_ADDED,
                CALL_DELTA.replace("'output_index'", "'item_id':'x','output_index'"),
                "{'type':'response.output_item.done','output_index':1,'item':" + CALL.replace("fc", "fc2") + "}",
                completed(CALL.replace("fc", "fc3")));
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
        assertEquals(List.of("f { }"), watcher.calls());
    }

    @Test
    void eventsMayLackIndexes() {
        ModelReply reply = stream(
                CALL_ADDED.replace("'output_index':1,", ""),
                CALL_DELTA.replace("'output_index':1,", ""),
                CALL_ADDED
                        .replace("'output_index':1,", "")
                        .replace("'c1'", "'c2'")
                        .replace("'fc'", "'fc2'"),
                CALL_DELTA.replace("'output_index':1", "'item_id':'fc2'"),
                completed());
        assertEquals(List.of(new Call("c1", "f", "{ }"), new Call("c2", "f", "{ }")), reply.calls());
    }

    @Test
    void itemsMayShareAnIndex() {
        ModelReply reply = stream(
                ADDED,
                FORTY,
                CALL_ADDED.replace("'output_index':1", "'output_index':0"),
                CALL_DELTA.replace("'output_index':1", "'output_index':0"),
                completed());
        assertEquals("Forty", reply.text());
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
    }

    @Test
    void outputIsInTheOrderOfTheIndexes() {
        ModelReply reply =
                stream("{'type':'response.output_text.delta','output_index':1,'delta':'-two'}", FORTY, completed());
        assertEquals("Forty-two", reply.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"response.done", "response.complete", "response.finished", ""})
    void lastEventMayHaveAnotherName(String name) {
        ModelReply reply = stream(completed(text("ok")).replace("response.completed", name));
        assertEquals("ok", reply.text());
        assertEquals("ok", watcher.text.toString());
        assertEquals(StopReason.COMPLETE, reply.stop());
    }

    @ParameterizedTest
    @CsvSource({"completed,COMPLETE", "in_progress,COMPLETE", "'',COMPLETE", "incomplete,UNKNOWN"})
    void nameOfTheLastEventIsTheStatus(String status, StopReason expected) {
        String last = completed(text("ok")).replace("'status':'completed'", "'status':'" + status + "'");
        assertEquals(expected, stream(last).stop());
    }

    @ParameterizedTest
    @CsvSource({"max_tokens,LENGTH", "Content-Filter,CONTENT_FILTER", "other,UNKNOWN"})
    void reasonOfAnIncompleteReplyIsKnown(String reason, StopReason expected) {
        ModelReply reply = stream(
                FORTY,
                "{'type':'response.incomplete','response':{'status':'incomplete','output':[],"
                        + "'incomplete_details':{'reason':'" + reason + "'}}}");
        assertEquals("Forty", reply.text());
        assertEquals(expected, reply.stop());
        assertEquals(reason, reply.provenance().finishReason());
    }

    @ParameterizedTest
    @CsvSource({"response.failed", "response.cancelled"})
    void failedReplyIsNotAReply(String name) {
        assertThrows(
                ProviderErrorException.class,
                () -> stream(FORTY, "{'type':'" + name + "','response':{'output':[],'id':'r'}}"));
    }

    @Test
    void endMarkEndsAStreamWithoutALastEvent() {
        ModelReply reply = stream(ADDED, FORTY, TWO, "[DONE]");
        assertEquals("Forty-two", reply.text());
        assertEquals(StopReason.COMPLETE, reply.stop());
        assertEquals(
                StopReason.UNKNOWN,
                stream(CALL_ADDED, CALL_DELTA.replace("{ }", "{"), "[DONE]").stop());
    }

    @Test
    void additionsToACallAreReturned() {
        String added = CALL.replace("'name'", "'signature':'S','name'");
        ModelReply reply = stream(completed(added));
        Message.Assistant said = new Message.Assistant(reply.text(), reply.calls(), reply.state());
        String json = OpenAiSamples.model()
                .protocol(Protocol.RESPONSES)
                .build()
                .write(OpenAiSamples.answered(said, "c1"), false);
        assertTrue(json.contains("\"arguments\":\"{ }\",\"signature\":\"S\"}"), json);
        assertFalse(json.contains("\"fc\""), json);
    }

    @Test
    void longIdOfTheServerIsReturned() {
        String id = "x".repeat(70);
        ModelReply reply = stream(completed(CALL.replace("'c1'", "'" + id + "'")));
        Message.Assistant said = new Message.Assistant(reply.text(), reply.calls(), reply.state());
        String json = OpenAiSamples.model()
                .protocol(Protocol.RESPONSES)
                .build()
                .write(OpenAiSamples.answered(said, id), false);
        assertEquals(2, json.split("\"call_id\":\"" + id + "\"", -1).length - 1, json);
    }

    private static String added(int index, String id, String tool) {
        return "{'type':'response.output_item.added','output_index':" + index + ",'item':" + call(id, tool, "") + "}";
    }

    private static String call(String id, String tool, String arguments) {
        return "{'type':'function_call','id':'fc_" + id + "','call_id':'" + id + "','name':'" + tool + "','arguments':'"
                + arguments + "'}";
    }

    private static String arguments(int index, String delta) {
        return "{'type':'response.function_call_arguments.delta','output_index':" + index + ",'delta':'" + delta + "'}";
    }

    private List<String> twoCalls(String... output) {
        return stream(
                        added(0, "c1", "f"),
                        arguments(0, "{ }"),
                        added(1, "c2", "g"),
                        arguments(1, "{  }"),
                        completed(output))
                .calls()
                .stream()
                .map(call -> call.id() + call.tool() + call.arguments())
                .sorted()
                .toList();
    }

    @Test
    void callsOfTheLastEventCorrespondById() {
        List<String> expected = List.of("c1f{ }", "c2g{  }");
        String first = call("c1", "f", "{ }");
        String second = call("c2", "g", "{  }");
        assertEquals(expected, twoCalls(second));
        assertEquals(expected, twoCalls(first));
        assertEquals(expected, twoCalls(second, first));
        assertEquals(expected, twoCalls(call("c2", "g", ""), first));
        assertEquals(expected, twoCalls(call("c2", "", "{  }"), call("c1", "f", "{ ")));
        assertEquals(expected, twoCalls(text("ok")));
    }

    @Test
    void callsWithOtherIdsCorrespondByContentAndOrder() {
        assertEquals(List.of("x1f{ }", "x2g{  }"), twoCalls(call("x2", "g", "{  }"), call("x1", "f", "{ }")));
        assertEquals(List.of("x1f{   }", "x2g{    }"), twoCalls(call("x1", "f", "{   }"), call("x2", "g", "{    }")));
    }

    @Test
    void emptyObjectIsNoCorrectionOfArguments() {
        ModelReply reply = stream(
                added(0, "c1", "f"),
                arguments(0, "{'a':1}".replace("'", "\\'")).replace("\\'", "\\\""),
                completed(call("c1", "f", "{}")));
        assertEquals(List.of(new Call("c1", "f", "{\"a\":1}")), reply.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"One.", "Tw"})
    void messageThatTheLastEventOmitsIsKept(String first) {
        String delta = "{'type':'response.output_text.delta','output_index':%d,'delta':'%s'}";
        String[] events = {delta.formatted(0, first), delta.formatted(1, "Two.")};
        assertEquals(
                first + "Two.",
                stream(events[0], events[1], completed(text("Two."))).text());
    }

    @Test
    void textWithTheIndexOfACallIsKept() {
        ModelReply reply = stream(
                added(0, "c1", "f"),
                arguments(0, "{ }"),
                "{'type':'response.output_text.delta','output_index':0,'item_id':'m','delta':'Hi'}",
                completed());
        assertEquals("Hi", reply.text());
        assertEquals(List.of(new Call("c1", "f", "{ }")), reply.calls());
    }

    @Test
    void blanksInNamesAreIgnoredInTheLastEvent() {
        ModelReply reply = stream(added(0, "c1", "f "), arguments(0, "{ }"), completed(call("x1", "f ", "{ }")));
        assertEquals(List.of(new Call("x1", "f", "{ }")), reply.calls());
    }

    @ParameterizedTest
    @CsvSource({
        "reasoning,output_text,false", "reasoning,refusal,true",
        "web_search_call,output_text,true", "web_search_call,refusal,false"
    })
    void textWithTheIndexOfAnotherItemIsKept(String type, String kind, boolean isRepeated) {
        String item = "{'type':'" + type + "','id':'i'}";
        String delta = "{'type':'response." + kind + ".delta','output_index':0,'item_id':'m','delta':'%s'}";
        String begun = "{'type':'response.output_item.added','output_index':0,'item':" + item + "}";
        String last = isRepeated ? completed(item) : completed();
        assertEquals(
                "Hi!",
                stream(begun, delta.formatted("Hi"), delta.formatted("!"), last).text());
        assertEquals("Hi!", watcher.text.toString());
        String done = "{'type':'response.output_item.done','output_index':0,'item':" + text("Hi!") + "}";
        assertEquals("Hi!", stream(begun, delta.formatted("Hi!"), done, last).text());
    }
}
