package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the requests for conversations. In JSON, single quotes replace double ones. */
class MessagesRequestTest {

    private static JsonNode unmarked(AnthropicModel.Builder model, ModelRequest request) {
        return AnthropicSamples.written(model.caching(false), request);
    }

    private static List<String> ids(JsonNode messages, String property) {
        List<String> ids = new ArrayList<>();
        messages.findValues(property).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    @Test
    void requestHasToolsPromptAndConversation() {
        assertEquals(
                AnthropicSamples.json("{'model':'claude-1','max_tokens':16384,"
                        + "'tools':[{'name':'look_up','description':'Looks an order up.',"
                        + "'input_schema':{'type':'object','properties':{}}}],"
                        + "'system':[{'type':'text','text':'Be brief.'}],"
                        + "'messages':[{'role':'user','content':[{'type':'text','text':'Where is it?'}]}]}"),
                unmarked(AnthropicSamples.model(), AnthropicSamples.saying(AnthropicSamples.QUESTION)));
    }

    @Test
    void resultsPrecedeTextInTheNextTurn() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                AnthropicSamples.calling("t1", "t2"),
                new Message.User("Hurry!"),
                AnthropicSamples.answer("t1"),
                new Message.ToolAnswer("t2", "Error: no such order.", true),
                new Message.User("Please."));
        assertEquals(
                AnthropicSamples.json("{'role':'user','content':["
                        + "{'type':'tool_result','tool_use_id':'t1','content':'On its way.'},"
                        + "{'type':'tool_result','tool_use_id':'t2','content':'Error: no such order.','is_error':true},"
                        + "{'type':'text','text':'Hurry!\n\nPlease.'}]}".replace("\n", "\\n")),
                AnthropicSamples.messages(request).get(2));
    }

    @Test
    void consecutiveRepliesAreOneTurn() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                new Message.Assistant("Let me see.", List.of()),
                AnthropicSamples.calling("t1"),
                AnthropicSamples.answer("t1"));
        assertEquals(
                AnthropicSamples.json("{'role':'assistant','content':[{'type':'text','text':'Let me see.'},"
                        + "{'type':'tool_use','id':'t1','name':'look_up','input':{}}]}"),
                AnthropicSamples.messages(request).get(1));
    }

    @Test
    void blankTextIsOmitted() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                new Message.Assistant("\n\n", List.of(new Call("t1", "look_up", "{}"))),
                new Message.ToolAnswer("t1", "", false));
        JsonNode messages = AnthropicSamples.messages(request);
        assertEquals(1, messages.at("/1/content").size());
        assertEquals(AnthropicSamples.json("[{'type':'tool_result','tool_use_id':'t1'}]"), messages.at("/2/content"));
    }

    @Test
    void missingToolsAndPromptAreOmitted() {
        JsonNode body = unmarked(
                AnthropicSamples.model(), new ModelRequest(" ", List.of(AnthropicSamples.QUESTION), List.of()));
        assertEquals(List.of("model", "max_tokens", "messages"), names(body));
    }

    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.properties().forEach(property -> names.add(property.getKey()));
        return names;
    }

    @Test
    void promptReplacesAMissingFirstMessage() {
        JsonNode body = unmarked(
                AnthropicSamples.model(),
                AnthropicSamples.saying(new Message.Assistant("Hello.", List.of()), AnthropicSamples.QUESTION));
        assertEquals("Be brief.", body.at("/messages/0/content/0/text").asText());
        assertEquals("user", body.at("/messages/0/role").asText());
        assertTrue(body.at("/system").isMissingNode());
        assertEquals(
                "Be brief.",
                AnthropicSamples.messages(AnthropicSamples.saying())
                        .at("/0/content/0/text")
                        .asText());
    }

    @Test
    void emptyRequestIsRejected() {
        ModelRequest nothing = new ModelRequest("", List.of(new Message.User(" ")), List.of());
        assertThrows(IllegalArgumentException.class, () -> AnthropicSamples.messages(nothing));
    }

    @Test
    void idsOfAnotherProviderAreConverted() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                AnthropicSamples.calling("call:1", "call_1"),
                AnthropicSamples.answer("call:1"),
                AnthropicSamples.answer("call_1"),
                AnthropicSamples.calling("call_1"),
                AnthropicSamples.answer("call_1"));
        JsonNode messages = AnthropicSamples.messages(request);
        List<String> expected = List.of("call_1", "call_1_2", "call_1_3");
        assertEquals(expected, ids(messages, "id"));
        assertEquals(expected, ids(messages, "tool_use_id"));
    }

    @Test
    void laterMessagesDoNotChangeEarlierIds() {
        List<Message> messages = List.of(
                AnthropicSamples.QUESTION,
                AnthropicSamples.calling("a.b"),
                AnthropicSamples.answer("a.b"),
                AnthropicSamples.QUESTION);
        List<Message> more = new ArrayList<>(messages);
        more.addAll(List.of(AnthropicSamples.calling("a_b"), AnthropicSamples.answer("a_b")));
        JsonNode before = AnthropicSamples.messages(AnthropicSamples.saying(messages.toArray(Message[]::new)));
        JsonNode after = AnthropicSamples.messages(AnthropicSamples.saying(more.toArray(Message[]::new)));
        assertEquals(before.get(0), after.get(0));
        assertEquals(before.get(1), after.get(1));
        assertEquals(List.of("a_b", "a_b_2"), ids(after, "id"));
    }

    @Test
    void inventedToolNameIsConverted() {
        Message.Assistant call = new Message.Assistant("", List.of(new Call("t1", "look up!", "{}")));
        JsonNode messages = AnthropicSamples.messages(
                AnthropicSamples.saying(AnthropicSamples.QUESTION, call, AnthropicSamples.answer("t1")));
        assertEquals("look_up_", messages.at("/1/content/0/name").asText());
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        Message.Assistant call =
                new Message.Assistant("\ud83d", List.of(new Call("t1", "look_up", "{\"a\":\"\\ud83d\"}")));
        JsonNode messages = AnthropicSamples.messages(AnthropicSamples.saying(
                new Message.User("\ude00?"), call, new Message.ToolAnswer("t1", "\ud83d\ude00\ud83d", false)));
        assertEquals("\ufffd?", messages.at("/0/content/0/text").asText());
        assertEquals("\ufffd", messages.at("/1/content/0/text").asText());
        assertEquals("\ufffd", messages.at("/1/content/1/input/a").asText());
        assertEquals("\ud83d\ude00\ufffd", messages.at("/2/content/0/content").asText());
    }

    @Test
    void missingDescriptionIsOmitted() {
        ModelRequest request = AnthropicSamples.offering(ToolChoice.AUTO, new SchemaTool("ping", "", "{}"));
        assertEquals(
                AnthropicSamples.json("{'name':'ping','input_schema':{}}"),
                unmarked(AnthropicSamples.model(), request).at("/tools/0"));
    }

    @Test
    void selectionReplacesTheChoiceOfTheAgent() {
        ModelRequest forced = AnthropicSamples.offering(ToolChoice.REQUIRED, AnthropicSamples.LOOK_UP);
        assertEquals(
                AnthropicSamples.json("{'type':'any'}"),
                unmarked(AnthropicSamples.model(), forced).get("tool_choice"));
        assertEquals(
                AnthropicSamples.json("{'type':'none'}"),
                unmarked(
                                AnthropicSamples.model()
                                        .toolChoice(ToolSelection.Mode.NONE)
                                        .parallelToolCalls(false),
                                forced)
                        .get("tool_choice"));
        assertEquals(
                AnthropicSamples.json("{'type':'tool','name':'look_up'}"),
                unmarked(AnthropicSamples.model().toolChoice(new ToolSelection.Only("look_up")), forced)
                        .get("tool_choice"));
        assertEquals(
                AnthropicSamples.json("{'type':'any'}"),
                unmarked(AnthropicSamples.model().toolChoice(new ToolSelection.Only("close")), forced)
                        .get("tool_choice"));
    }

    @Test
    void parallelCallsCanBeDisabled() {
        assertEquals(
                AnthropicSamples.json("{'type':'auto','disable_parallel_tool_use':true}"),
                unmarked(
                                AnthropicSamples.model().parallelToolCalls(false),
                                AnthropicSamples.saying(AnthropicSamples.QUESTION))
                        .get("tool_choice"));
    }

    @Test
    void otherPropertiesAreLast() {
        JsonNode body = unmarked(
                AnthropicSamples.model()
                        .maxOutputTokens(99)
                        .property("temperature", "0.5")
                        .property("metadata", "{\"user_id\":\"u\"}"),
                new ModelRequest("", List.of(AnthropicSamples.QUESTION), List.of()));
        assertEquals(List.of("model", "max_tokens", "messages", "temperature", "metadata"), names(body));
        assertEquals(99, body.get("max_tokens").asInt());
    }

    @Test
    void streamIsRequested() {
        String body = AnthropicSamples.model().build().write(AnthropicSamples.saying(AnthropicSamples.QUESTION), true);
        assertTrue(AnthropicSamples.json(body).get("stream").asBoolean());
    }
}
