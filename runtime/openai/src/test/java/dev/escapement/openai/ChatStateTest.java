package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.tool.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the properties which a server adds to its replies are returned to it. */
class ChatStateTest extends ChatReaderFixture {

    private static final String CALL = "'tool_calls':[{'index':0,'id':'a','function':{'name':'f','arguments':'{}'}}]";

    /** Returns the request that continues a conversation after a reply. */
    private static String next(OpenAiModel.Builder model, ModelReply reply) {
        Message.Assistant said = new Message.Assistant(reply.text(), reply.calls(), reply.state());
        Message answer = reply.calls().isEmpty()
                ? new Message.User("And?")
                : new Message.ToolAnswer(reply.calls().get(0).id(), "18 °C", false);
        return model.build().write(OpenAiSamples.saying(new Message.User("Hi"), said, answer), false);
    }

    private static String next(ModelReply reply) {
        return next(OpenAiSamples.model(), reply);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'reasoning_content':'Hm'",
                "'reasoning_content':''",
                "'reasoning':'Hm'",
                "'reasoning_details':[{'type':'reasoning.encrypted','data':'ENC==','index':0}]",
                "'extra_content':{'google':{'thought_signature':'S'}}",
                "'thinking':{'text':'Hm','signature':''}",
                "'vendor_state':7"
            })
    void additionsToAMessageAreReturned(String property) {
        assertTrue(next(message(property + ",'content':'Which city?'", "stop")).contains(json(property)));
        assertTrue(next(deltas(property, "'content':'Which city?'")).contains(json(property)));
        assertTrue(next(deltas(property, CALL)).contains(json(property)));
    }

    @Test
    void thinkingPartsPrecedeTheText() {
        String thinking = "{'type':'thinking','thinking':[{'type':'text','text':'%s'}]}";
        ModelReply reply = deltas(
                "'content':[" + thinking.formatted("H") + "]", "'content':[" + thinking.formatted("m") + "]", CALL);
        String json = next(OpenAiSamples.model().flavor(Flavor.MISTRAL), reply);
        assertTrue(
                json.contains(
                        json("'content':[" + thinking.formatted("H'},{'type':'text','text':'m") + "],'tool_calls'")),
                json);
        ModelReply text = deltas("'content':[" + thinking.formatted("Hm") + "]", "'content':'Which city?'");
        assertTrue(
                next(text)
                        .contains(json(
                                "'content':[" + thinking.formatted("Hm") + ",{'type':'text','text':'Which city?'}]")),
                next(text));
    }

    @Test
    void additionsToACallAreReturned() {
        String call =
                "'tool_calls':[{'id':'a','signature':'S','function':{'name':'f','arguments':'{}','thought':'T'}}]";
        String json = next(message(call, "tool_calls"));
        assertTrue(json.contains(json("'arguments':'{}','thought':'T'},'signature':'S'}")), json);
    }

    @Test
    void additionsInPiecesAreJoined() {
        ModelReply reply = deltas(
                "'reasoning':'H','reasoning_details':[{'type':'reasoning.text','text':'H','index':0}]",
                "'reasoning':'m','reasoning_details':[{'type':'reasoning.text','text':'m','index':0}]",
                "'reasoning_details':[{'type':'reasoning.text','signature':'S','index':0},{'type':'reasoning.encrypted','data':'E','index':1}]",
                CALL);
        assertTrue(
                next(reply)
                        .contains(json("'reasoning':'Hm','reasoning_details':["
                                + "{'type':'reasoning.text','text':'Hm','index':0,'signature':'S'},"
                                + "{'type':'reasoning.encrypted','data':'E','index':1}]")),
                next(reply));
    }

    @Test
    void manyFragmentsCountAsTheirJoinedText() {
        String fragment = "'reasoning_details':[{'type':'reasoning.text','text':'w','format':'unknown','index':0}]";
        String[] deltas = new String[20_001];
        Arrays.fill(deltas, fragment);
        deltas[20_000] = CALL;
        assertTrue(next(deltas(deltas)).contains("w".repeat(20_000)));
    }

    @Test
    void propertiesOfTheProtocolAreNotReturned() {
        ModelReply reply = message("'content':'Hi','annotations':[],'audio':null,'vendor':null,'refusal':null", "stop");
        assertEquals(Optional.empty(), reply.state());
    }

    @Test
    void additionsBeyondTheBoundAreNotReturned() {
        String half = "x".repeat(600_000);
        ModelReply reply = deltas("'big':'" + half + "'", "'small':'s','big':'" + half + "'", CALL);
        assertFalse(reply.state().orElseThrow().json().contains("big"));
        assertTrue(next(reply).contains("\"small\":\"s\""));
    }

    @Test
    void flavorRestrictsTheReturnedProperties() {
        ModelReply reply = deltas("'reasoning':'Hm','other':1", CALL);
        Flavor flavor = Flavor.builder().returnedProperties("other").build();
        String json = next(OpenAiSamples.model().flavor(flavor), reply);
        assertTrue(json.contains("other") && !json.contains("Hm"), json);
        assertFalse(next(OpenAiSamples.model().flavor(Flavor.GROQ), reply).contains("Hm"));
    }

    @ParameterizedTest
    @CsvSource({"50,true", "9,false"})
    void longIdOfTheServerIsReturned(int length, boolean kept) {
        String id = "x".repeat(length);
        ModelReply reply = message(CALL.replace("'a'", "'" + id + "'"), "tool_calls");
        assertEquals(kept, reply.state().isPresent());
        String json = next(reply);
        assertEquals(2, json.split("\"" + id + "\"", -1).length - 1, json);
    }

    @Test
    void longIdOfAnotherServerIsReplaced() {
        String id = "x".repeat(50);
        ModelReply reply = new ModelReply("", List.of(new Call(id, "f", "{}")), Usage.NONE);
        assertFalse(next(reply).contains(id));
    }

    @Test
    void thinkingServerReceivesItsPropertyInEachMessageWithCalls() {
        ModelReply foreign = ModelReply.builder().call("a", "f", "{}").build();
        String json = next(OpenAiSamples.model().flavor(Flavor.DEEPSEEK), foreign);
        assertTrue(json.contains("\"content\":null,\"reasoning_content\":\"\",\"tool_calls\""), json);
        String own = next(OpenAiSamples.model().flavor(Flavor.DEEPSEEK), deltas("'reasoning_content':'Hm'", CALL));
        assertTrue(own.contains("\"reasoning_content\":\"Hm\""), own);
        assertFalse(next(OpenAiSamples.model().flavor(Flavor.DEEPSEEK), ModelReply.text("ok"))
                .contains("reasoning"));
    }

    @Test
    void flavorAddsItsOwnPropertyToMessagesWithCalls() {
        Flavor flavor =
                Flavor.builder().messageWithCalls("thought", "{\"kept\":false}").build();
        ModelReply foreign = ModelReply.builder().call("a", "f", "{}").build();
        String json = next(OpenAiSamples.model().flavor(flavor), foreign);
        assertTrue(json.contains("\"thought\":{\"kept\":false}"), json);
    }
}
