package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.wire.ToolSelection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written of a conversation. In JSON, single quotes stand for double ones. */
class MessagesRequestTest {

    private static JsonNode unmarked(AnthropicModel.Builder model, ModelRequest request) {
        return Samples.written(model.caching(false), request);
    }

    private static List<String> ids(JsonNode messages, String property) {
        List<String> ids = new ArrayList<>();
        messages.findValues(property).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    @Test
    void aRequestHasTheToolsThePromptAndTheConversation() {
        assertEquals(
                Samples.json("{'model':'claude-1','max_tokens':16384,"
                        + "'tools':[{'name':'look_up','description':'Looks an order up.',"
                        + "'input_schema':{'type':'object','properties':{}}}],'tool_choice':{'type':'auto'},"
                        + "'system':[{'type':'text','text':'Be brief.'}],"
                        + "'messages':[{'role':'user','content':[{'type':'text','text':'Where is it?'}]}]}"),
                unmarked(Samples.model(), Samples.saying(Samples.QUESTION)));
    }

    @Test
    void resultsComeFirstInTheNextTurnOfTheUserAndSayWhetherTheyAreErrors() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                Samples.calling("t1", "t2"),
                new Message.User("Hurry!"),
                Samples.answer("t1"),
                new Message.ToolAnswer("t2", "Error: no such order.", true),
                new Message.User("Please."));
        assertEquals(
                Samples.json("{'role':'user','content':["
                        + "{'type':'tool_result','tool_use_id':'t1','content':'On its way.'},"
                        + "{'type':'tool_result','tool_use_id':'t2','content':'Error: no such order.','is_error':true},"
                        + "{'type':'text','text':'Hurry!\n\nPlease.'}]}".replace("\n", "\\n")),
                Samples.messages(request).get(2));
    }

    @Test
    void twoRepliesInARowAreOneTurn() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                new Message.Assistant("Let me see.", List.of()),
                Samples.calling("t1"),
                Samples.answer("t1"));
        assertEquals(
                Samples.json("{'role':'assistant','content':[{'type':'text','text':'Let me see.'},"
                        + "{'type':'tool_use','id':'t1','name':'look_up','input':{}}]}"),
                Samples.messages(request).get(1));
    }

    @Test
    void textThatIsEmptyIsLeftOutBecauseTheApiRefusesIt() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                new Message.Assistant("\n\n", List.of(new Call("t1", "look_up", "{}"))),
                new Message.ToolAnswer("t1", "", false));
        JsonNode messages = Samples.messages(request);
        assertEquals(1, messages.at("/1/content").size());
        assertEquals(Samples.json("[{'type':'tool_result','tool_use_id':'t1'}]"), messages.at("/2/content"));
    }

    @Test
    void aRequestWithoutToolsOrPromptSaysNothingOfThem() {
        JsonNode body = unmarked(Samples.model(), new ModelRequest(" ", List.of(Samples.QUESTION), List.of()));
        assertEquals(List.of("model", "max_tokens", "messages"), names(body));
    }

    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.properties().forEach(property -> names.add(property.getKey()));
        return names;
    }

    @Test
    void aConversationThatTheUserDoesNotBeginBeginsWithThePrompt() {
        JsonNode body =
                unmarked(Samples.model(), Samples.saying(new Message.Assistant("Hello.", List.of()), Samples.QUESTION));
        assertEquals("Be brief.", body.at("/messages/0/content/0/text").asText());
        assertEquals("user", body.at("/messages/0/role").asText());
        assertTrue(body.at("/system").isMissingNode());
        assertEquals(
                "Be brief.",
                Samples.messages(Samples.saying()).at("/0/content/0/text").asText());
    }

    @Test
    void withoutAnythingToReplyToNothingIsAsked() {
        ModelRequest nothing = new ModelRequest("", List.of(new Message.User(" ")), List.of());
        assertThrows(IllegalArgumentException.class, () -> Samples.messages(nothing));
    }

    @Test
    void idsOfAnotherProviderGetTheFormThatTheApiTakes() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                Samples.calling("call:1", "call_1"),
                Samples.answer("call:1"),
                Samples.answer("call_1"),
                Samples.calling("call_1"),
                Samples.answer("call_1"));
        JsonNode messages = Samples.messages(request);
        List<String> expected = List.of("call_1", "call_1_2", "call_1_3");
        assertEquals(expected, ids(messages, "id"));
        assertEquals(expected, ids(messages, "tool_use_id"));
    }

    @Test
    void whatIsAddedToAConversationDoesNotChangeTheIdsBeforeIt() {
        List<Message> messages =
                List.of(Samples.QUESTION, Samples.calling("a.b"), Samples.answer("a.b"), Samples.QUESTION);
        List<Message> more = new ArrayList<>(messages);
        more.addAll(List.of(Samples.calling("a_b"), Samples.answer("a_b")));
        JsonNode before = Samples.messages(Samples.saying(messages.toArray(Message[]::new)));
        JsonNode after = Samples.messages(Samples.saying(more.toArray(Message[]::new)));
        assertEquals(before.get(0), after.get(0));
        assertEquals(before.get(1), after.get(1));
        assertEquals(List.of("a_b", "a_b_2"), ids(after, "id"));
    }

    @Test
    void aToolThatTheModelMadeUpIsNamedAsNearlyAsTheApiAllows() {
        Message.Assistant call = new Message.Assistant("", List.of(new Call("t1", "look up!", "{}")));
        JsonNode messages = Samples.messages(Samples.saying(Samples.QUESTION, call, Samples.answer("t1")));
        assertEquals("look_up_", messages.at("/1/content/0/name").asText());
    }

    @Test
    void halfOfASurrogatePairWouldBeTheEndOfTheThreadAndIsReplaced() {
        Message.Assistant call =
                new Message.Assistant("\ud83d", List.of(new Call("t1", "look_up", "{\"a\":\"\\ud83d\"}")));
        JsonNode messages = Samples.messages(Samples.saying(
                new Message.User("\ude00?"), call, new Message.ToolAnswer("t1", "\ud83d\ude00\ud83d", false)));
        assertEquals("\ufffd?", messages.at("/0/content/0/text").asText());
        assertEquals("\ufffd", messages.at("/1/content/0/text").asText());
        assertEquals("\ufffd", messages.at("/1/content/1/input/a").asText());
        assertEquals("\ud83d\ude00\ufffd", messages.at("/2/content/0/content").asText());
    }

    @Test
    void aToolThatNobodyDescribedHasNoDescription() {
        ModelRequest request = Samples.offering(ToolChoice.AUTO, new SchemaTool("ping", "", "{}"));
        assertEquals(
                Samples.json("{'name':'ping','input_schema':{}}"),
                unmarked(Samples.model(), request).at("/tools/0"));
    }

    @Test
    void theChoiceOfToolsIsTheAgentsUnlessTheClientSaysOtherwise() {
        ModelRequest forced = Samples.offering(ToolChoice.REQUIRED, Samples.LOOK_UP);
        assertEquals(
                Samples.json("{'type':'any'}"),
                unmarked(Samples.model(), forced).get("tool_choice"));
        assertEquals(
                Samples.json("{'type':'none'}"),
                unmarked(Samples.model().toolChoice(ToolSelection.Mode.NONE).parallelToolCalls(false), forced)
                        .get("tool_choice"));
        assertEquals(
                Samples.json("{'type':'tool','name':'look_up'}"),
                unmarked(Samples.model().toolChoice(new ToolSelection.Only("look_up")), forced)
                        .get("tool_choice"));
        assertEquals(
                Samples.json("{'type':'any'}"),
                unmarked(Samples.model().toolChoice(new ToolSelection.Only("close")), forced)
                        .get("tool_choice"));
    }

    @Test
    void oneCallAtATimeCanBeAskedFor() {
        assertEquals(
                Samples.json("{'type':'auto','disable_parallel_tool_use':true}"),
                unmarked(Samples.model().parallelToolCalls(false), Samples.saying(Samples.QUESTION))
                        .get("tool_choice"));
    }

    @Test
    void otherPropertiesStandAtTheEnd() {
        JsonNode body = unmarked(
                Samples.model()
                        .maxOutputTokens(99)
                        .property("temperature", "0.5")
                        .property("metadata", "{\"user_id\":\"u\"}"),
                new ModelRequest("", List.of(Samples.QUESTION), List.of()));
        assertEquals(List.of("model", "max_tokens", "messages", "temperature", "metadata"), names(body));
        assertEquals(99, body.get("max_tokens").asInt());
    }

    @Test
    void aStreamIsAskedForWhenSomebodyWatches() {
        String body = Samples.model().build().write(Samples.saying(Samples.QUESTION), true);
        assertTrue(Samples.json(body).get("stream").asBoolean());
    }
}
