package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that thinking is requested, and returned unchanged before the text or call that followed it. In JSON, single
 * quotes replace double ones.
 */
class ThinkingTest {

    private static final String THOUGHT = "{'type':'thinking','signature':'c2ln','thinking':'Hm\\u2026'}";
    private static final String HIDDEN = "{'type':'redacted_thinking','data':'ZGF0YQ=='}";
    private static final String TEXT = "{'type':'text','text':'Let me look.'}";
    private static final String CALL = "{'type':'tool_use','id':'t1','name':'look_up','input':{}}";

    private static ModelReply reply(String... blocks) {
        String body = "{'content':[" + String.join(",", blocks) + "],'stop_reason':'tool_use'}";
        return ReplyFeed.body(AnthropicSamples.model().build().reader(delta -> {}), body.replace('\'', '"'));
    }

    /** Returns the content of the reply in the next request. */
    private static JsonNode again(String text, List<Call> calls, Optional<ProviderState> state) {
        List<Message> messages = new ArrayList<>();
        messages.add(AnthropicSamples.QUESTION);
        messages.add(new Message.Assistant(text, calls, state));
        calls.forEach(call -> messages.add(AnthropicSamples.answer(call.id())));
        return AnthropicSamples.messages(AnthropicSamples.saying(messages.toArray(Message[]::new)))
                .at("/1/content");
    }

    private static JsonNode again(ModelReply reply) {
        return again(reply.text(), reply.calls(), reply.state());
    }

    private static JsonNode list(String... blocks) {
        return AnthropicSamples.json("[" + String.join(",", blocks) + "]");
    }

    @Test
    void blocksAreRepeatedInOrder() {
        String second = THOUGHT.replace("c2ln", "c2lnMg==");
        assertEquals(list(THOUGHT, HIDDEN, TEXT, second, CALL), again(reply(THOUGHT, HIDDEN, TEXT, second, CALL)));
    }

    @Test
    void thinkingKeepsEveryCharacter() {
        String written = AnthropicSamples.model()
                .build()
                .write(
                        AnthropicSamples.saying(
                                AnthropicSamples.QUESTION,
                                new Message.Assistant(
                                        "Let me look.",
                                        List.of(),
                                        reply(THOUGHT, TEXT).state()),
                                AnthropicSamples.QUESTION),
                        false);
        assertTrue(written.contains("\"signature\":\"c2ln\",\"thinking\":\"Hm\u2026\""), written);
    }

    @Test
    void unpairedSurrogatesStayInSignedThinking() {
        String half = "Hm \\ud83d";
        String written = again(reply(THOUGHT.replace("Hm", half), TEXT.replace("Let", half)))
                .toString();
        assertEquals(1, written.split("\ud83d", -1).length - 1, written);
        assertTrue(written.contains("\"text\":\"Hm \ufffd me look.\""), written);
    }

    @Test
    void callsAreRepeatedAsRecorded() {
        ModelReply reply = reply(THOUGHT, CALL, CALL.replace("t1", "t2"));
        List<Call> renamed = List.of(new Call("x", "look_up", "{\"a\":1}"), new Call("t1", "look_up", "{}"));
        assertEquals(
                list(
                        THOUGHT,
                        "{'type':'tool_use','id':'x','name':'look_up','input':{'a':1}}",
                        "{'type':'tool_use','id':'t1','name':'look_up','input':{}}"),
                again("", renamed, reply.state()));
    }

    @Test
    void workOfProviderToolsIsRepeated() {
        String use = "{'type':'server_tool_use','id':'s1','name':'web_search','input':{'query':'x'}}";
        String result = "{'type':'web_search_tool_result','tool_use_id':'s1','content':[]}";
        assertEquals(list(use, result, TEXT), again(reply(use, result, TEXT)));
    }

    @Test
    void callerOfACallIsRepeated() {
        String call = CALL.replace("'input'", "'caller':{'type':'code_execution_20260120','tool_id':'s1'},'input'");
        assertEquals(list(call), again(reply(call)));
    }

    @Test
    void incompleteAndTrailingThinkingIsOmitted() {
        String unsigned = "{'type':'thinking','thinking':'So','signature':''}";
        assertEquals(list(THOUGHT, TEXT), again(reply(THOUGHT, TEXT, unsigned)));
        assertEquals(list(TEXT), again(reply(TEXT, THOUGHT)));
    }

    @Test
    void unsignedThinkingIsRepeated() {
        String empty = THOUGHT.replace("c2ln", "");
        String unsigned = "{'type':'thinking','thinking':'Hm.'}";
        assertEquals(list(empty, TEXT), again(reply(empty, TEXT)));
        assertEquals(list(unsigned, CALL), again(reply(unsigned, CALL)));
        assertEquals(
                list(THOUGHT.replace("Hm\\u2026", ""), CALL), again(reply(THOUGHT.replace("Hm\\u2026", ""), CALL)));
    }

    @Test
    void companionsAreRepeated() {
        String call = CALL.replace("'input'", "'thought_signature':'c2ln','input'");
        String text = TEXT.replace("'text':", "'mood':{'calm':1},'text':");
        String unknown = "{'type':'shimmer','glow':[1]}";
        assertEquals(list(text, unknown, call), again(reply(text, unknown, call)));
        assertEquals(list(call), again(reply(call)));
    }

    @Test
    void idOfThisServerIsRepeated() {
        ModelReply reply = reply(CALL.replace("'t1'", "'functions.look_up:0'"));
        assertEquals("functions.look_up:0", again(reply).at("/0/id").asText());
        assertEquals(
                "functions_look_up_0",
                again("", reply.calls(), Optional.empty()).at("/0/id").asText());
    }

    @Test
    void emptyThinkingIsAddedForServersThatRequireIt() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION, AnthropicSamples.calling("t1"), AnthropicSamples.answer("t1"));
        AnthropicModel.Builder model =
                AnthropicSamples.model().emptyThinking(true).thinking(ThinkingMode.budget(2_000));
        JsonNode body = AnthropicSamples.written(model, request);
        assertEquals(
                AnthropicSamples.json("{'type':'thinking','thinking':'','signature':''}"),
                body.at("/messages/1/content/0"));
        assertEquals(2_000, body.at("/thinking/budget_tokens").asInt());
    }

    @Test
    void containerOfTheNewestReplyIsReused() {
        String body = "{'content':[" + TEXT + "],'stop_reason':'end_turn','container':{'id':'container_1'}}";
        ModelReply reply =
                ReplyFeed.body(AnthropicSamples.model().build().reader(delta -> {}), body.replace('\'', '"'));
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                new Message.Assistant(reply.text(), reply.calls(), reply.state()),
                AnthropicSamples.QUESTION);
        JsonNode written = AnthropicSamples.written(AnthropicSamples.model(), request);
        assertEquals("container_1", written.get("container").asText());
        assertEquals(list(TEXT), written.at("/messages/1/content"));
    }

    @Test
    void blankTextIsOmitted() {
        assertEquals(list(THOUGHT, CALL), again(reply(THOUGHT, "{'type':'text','text':'\\n\\n'}", CALL)));
    }

    @Test
    void stateOfAnotherReplyIsIgnored() {
        ModelReply reply = reply(THOUGHT, TEXT, CALL);
        assertEquals(
                list("{'type':'text','text':'[removed]'}", CALL), again("[removed]", reply.calls(), reply.state()));
        assertEquals(list(TEXT), again("Let me look.", List.of(), reply.state()));
        List<Call> other = List.of(new Call("t1", "close", "{}"));
        assertEquals(list(TEXT, CALL.replace("look_up", "close")), again("Let me look.", other, reply.state()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[1]", "[{}]", "[{\"type\":\"thinking\",\"thinking\":1}]", "null"})
    void damagedStateIsIgnored(String state) {
        Optional<ProviderState> damaged = Optional.of(new ProviderState("anthropic.messages@localhost", state));
        assertEquals(list(TEXT), again("Let me look.", List.of(), damaged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai.responses@api.openai.com", "anthropic.messages@elsewhere.example"})
    void stateOfAnotherServerIsIgnored(String format) {
        ModelReply reply = reply(THOUGHT, TEXT);
        Optional<ProviderState> foreign = Optional.of(
                new ProviderState(format, reply.state().orElseThrow().json()));
        assertEquals(list(TEXT), again("Let me look.", List.of(), foreign));
    }

    @Test
    void requestHasTheKindOfThinking() {
        ModelRequest request = AnthropicSamples.saying(AnthropicSamples.QUESTION);
        assertEquals(
                AnthropicSamples.json("{'type':'adaptive'}"),
                AnthropicSamples.written(AnthropicSamples.model().thinking(ThinkingMode.adaptive()), request)
                        .get("thinking"));
        JsonNode body =
                AnthropicSamples.written(AnthropicSamples.model().thinking(ThinkingMode.budget(2_000)), request);
        assertEquals(AnthropicSamples.json("{'type':'enabled','budget_tokens':2000}"), body.get("thinking"));
        assertEquals(18_384, body.get("max_tokens").asInt());
    }

    @Test
    void thinkingAllowsNoForcedCall() {
        ModelRequest forced = AnthropicSamples.offering(ToolChoice.REQUIRED, AnthropicSamples.LOOK_UP);
        AnthropicModel.Builder model = AnthropicSamples.model().thinking(ThinkingMode.adaptive());
        assertFalse(AnthropicSamples.written(model, forced).has("tool_choice"));
        model.toolChoice(new ToolSelection.Only("look_up"));
        assertFalse(AnthropicSamples.written(model, forced).has("tool_choice"));
        model.toolChoice(ToolSelection.Mode.NONE);
        assertEquals(
                AnthropicSamples.json("{'type':'none'}"),
                AnthropicSamples.written(model, forced).get("tool_choice"));
    }

    @Test
    void budgetIsOmittedAfterCallsWithoutThinking() {
        ModelRequest request = new ModelRequest(
                "",
                List.of(AnthropicSamples.QUESTION, AnthropicSamples.calling("t1"), AnthropicSamples.answer("t1")),
                List.of(AnthropicSamples.LOOK_UP),
                ToolChoice.REQUIRED);
        JsonNode budget =
                AnthropicSamples.written(AnthropicSamples.model().thinking(ThinkingMode.budget(2_000)), request);
        assertTrue(budget.at("/thinking").isMissingNode());
        assertEquals(AnthropicSamples.json("{'type':'any'}"), budget.get("tool_choice"));
        JsonNode adaptive =
                AnthropicSamples.written(AnthropicSamples.model().thinking(ThinkingMode.adaptive()), request);
        assertEquals(AnthropicSamples.json("{'type':'adaptive'}"), adaptive.get("thinking"));
    }

    @Test
    void budgetIsSentAfterCallsWithThinking() {
        ModelReply reply = reply(THOUGHT, CALL);
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                new Message.Assistant(reply.text(), reply.calls(), reply.state()),
                AnthropicSamples.answer("t1"));
        JsonNode body =
                AnthropicSamples.written(AnthropicSamples.model().thinking(ThinkingMode.budget(2_000)), request);
        assertEquals(2_000, body.at("/thinking/budget_tokens").asInt());
    }

    @Test
    void invalidBudgetIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> ThinkingMode.budget(1_023));
        AnthropicModel.Builder model =
                AnthropicSamples.model().thinking(ThinkingMode.budget(1_024)).maxOutputTokens(1_024);
        assertThrows(IllegalArgumentException.class, model::build);
    }
}
