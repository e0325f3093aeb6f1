package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesRequestTest {

    private static final String REASONING =
            "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":\"gAAA\"}";

    private static OpenAiModel.Builder model() {
        return OpenAiSamples.model().protocol(Protocol.RESPONSES);
    }

    private static String write(ModelRequest request) {
        return model().build().write(request, false);
    }

    /** Returns the items written for a reply with one call that was read from the provider's output. */
    private static String items(String output, Call recorded) {
        ModelReply read = ReplyFeed.body(
                model().build().reader(OpenAiSamples.offering(), delta -> {}),
                "{\"status\":\"completed\",\"output\":[" + output + "]}");
        Message.Assistant reply = new Message.Assistant(read.text(), List.of(recorded), read.state());
        return items(reply, recorded);
    }

    private static String items(Message.Assistant reply, Call recorded) {
        String json = write(OpenAiSamples.answered(reply, recorded.id()));
        String before = "{\"role\":\"user\",\"content\":\"Where is it?\"},";
        String after = ",{\"type\":\"function_call_output\",\"call_id\":\"" + recorded.id() + "\"";
        return json.substring(json.indexOf(before) + before.length(), json.indexOf(after));
    }

    private static String called(String id) {
        return "{\"type\":\"function_call\",\"call_id\":\"" + id + "\",\"name\":\"look_up\",\"arguments\":\"{}\"}";
    }

    private static String call(String id) {
        return "{\"type\":\"function_call\",\"id\":\"fc_1\",\"status\":\"completed\",\"call_id\":\"" + id
                + "\",\"name\":\"look_up\",\"arguments\":\"{}\"}";
    }

    @Test
    void requestDisablesStorage() {
        assertEquals(
                "{\"model\":\"m-1\",\"instructions\":\"Be brief.\","
                        + "\"input\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"store\":false}",
                write(OpenAiSamples.saying(new Message.User("Hello"))));
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o,false",
        "gpt-4.1-mini,false",
        "gpt-5-chat-latest,false",
        "llama3,false",
        "gpt-5-mini,true",
        "o4-mini,true",
        "openai/gpt-oss-120b,true",
        "my-gpt5,true"
    })
    void reasoningIsRequestedFromModelsThatReason(String name, boolean requested) {
        String json = model().model(name).build().write(OpenAiSamples.offering(), false);
        assertEquals(requested, json.contains("reasoning.encrypted_content"), json);
        String asked =
                model().model(name).encryptedReasoning(!requested).build().write(OpenAiSamples.offering(), false);
        assertEquals(!requested, asked.contains("reasoning.encrypted_content"), asked);
    }

    @Test
    void includePropertyReplacesTheDefault() {
        String json = model().property("include", "[\"message.output_text.logprobs\"]")
                .build()
                .write(OpenAiSamples.offering(), false);
        assertTrue(json.endsWith("\"store\":false,\"include\":[\"message.output_text.logprobs\"]}"), json);
    }

    @Test
    void toolsAreFlat() {
        assertEquals(
                "{\"model\":\"m-1\",\"input\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
                        + "\"tools\":[{\"type\":\"function\",\"name\":\"look_up\",\"description\":\"Looks an order up.\","
                        + "\"parameters\":{\"type\":\"object\",\"properties\":{}},\"strict\":true}],"
                        + "\"tool_choice\":{\"type\":\"function\",\"name\":\"look_up\"},\"parallel_tool_calls\":true,"
                        + "\"max_output_tokens\":500,\"store\":false,\"include\":[\"reasoning.encrypted_content\"],\"stream\":true,\"reasoning\":{\"effort\":\"low\"}}",
                model().toolChoice(new ToolSelection.Only("look_up"))
                        .parallelToolCalls(true)
                        .maxOutputTokens(500)
                        .property("reasoning", "{\"effort\":\"low\"}")
                        .build()
                        .write(OpenAiSamples.offering(OpenAiSamples.LOOK_UP), true));
    }

    @Test
    void stateOfAnotherProviderIsIgnored() {
        Call call = new Call("c1", "look_up", "{}");
        Message.Assistant foreign = new Message.Assistant(
                "Let me see.", List.of(call), Optional.of(new ProviderState("anthropic.messages", "[]")));
        assertEquals("{\"role\":\"assistant\",\"content\":\"Let me see.\"}," + called("c1"), items(foreign, call));
    }

    @Test
    void reasoningIsRepeatedBeforeItsCall() {
        assertEquals(
                REASONING + "," + called("c1"), items(REASONING + "," + call("c1"), new Call("c1", "look_up", "{}")));
    }

    @Test
    void callHasItsRecordedId() {
        assertEquals(
                REASONING + "," + called("c1-2"),
                items(REASONING + "," + call("c1"), new Call("c1-2", "look_up", "{}")));
    }

    @Test
    void messageKeepsItsPhase() {
        String message = "{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\",\"role\":\"assistant\","
                + "\"phase\":\"commentary\",\"content\":[{\"type\":\"output_text\",\"text\":\"Let me see.\"}]}";
        assertEquals(message + "," + called("c1"), items(message + "," + call("c1"), new Call("c1", "look_up", "{}")));
    }

    @Test
    void unpairedSurrogatesInAStateAreReplaced() {
        String message = "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"\\ud83d\"}]}";
        assertEquals(
                message.replace("\\ud83d", "\\ufffd") + "," + called("c1"),
                items(message + "," + call("c1"), new Call("c1", "look_up", "{}")));
    }

    @Test
    void reasoningInTheProvidersMemoryIsOmitted() {
        String reference = "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[],\"encrypted_content\":null}";
        assertEquals(called("c1"), items(reference + "," + call("c1"), new Call("c1", "look_up", "{}")));
    }

    @Test
    void itemAfterMissingReasoningIsRebuilt() {
        String reference = "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"summary\":[]}";
        String message = "{\"type\":\"message\",\"id\":\"msg_1\",\"role\":\"assistant\","
                + "\"content\":[{\"type\":\"output_text\",\"text\":\"Let me see.\"}]}";
        assertEquals(
                "{\"role\":\"assistant\",\"content\":\"Let me see.\"}," + called("c1"),
                items(reference + "," + message + "," + call("c1"), new Call("c1", "look_up", "{}")));
    }

    @Test
    void shortenedTextReplacesTheState() {
        String message = "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Let me see.\"}]}";
        Call call = new Call("c1", "look_up", "{}");
        Message.Assistant reply = new Message.Assistant(
                "Let me",
                List.of(call),
                Optional.of(new ProviderState("openai.responses@localhost", "[" + message + "," + call("c1") + "]")));
        assertEquals("{\"role\":\"assistant\",\"content\":\"Let me\"}," + called("c1"), items(reply, call));
    }

    @Test
    void stateOfAnotherHostIsIgnored() {
        Call call = new Call("c1", "look_up", "{}");
        Message.Assistant reply = new Message.Assistant(
                "",
                List.of(call),
                Optional.of(new ProviderState("openai.responses@other.com", "[" + REASONING + "," + call("c1") + "]")));
        assertEquals(called("c1"), items(reply, call));
    }

    @Test
    void trailingReasoningIsOmitted() {
        assertEquals(called("c1"), items(call("c1") + "," + REASONING, new Call("c1", "look_up", "{}")));
    }

    @Test
    void stateWithOtherCallsIsIgnored() {
        Call call = new Call("c1", "look_up", "{}");
        for (String state : List.of(
                "[" + REASONING + "]",
                "[" + REASONING + "," + call("c1").replace("look_up", "close") + "]",
                "[",
                "{}",
                "[1]")) {
            Message.Assistant reply = new Message.Assistant(
                    "", List.of(call), Optional.of(new ProviderState("openai.responses@localhost", state)));
            assertEquals(called("c1"), items(reply, call), state);
        }
    }

    @Test
    void tooLongIdIsReplaced() {
        String id = "x".repeat(65);
        String json = write(OpenAiSamples.answered(OpenAiSamples.calling(id, "look_up", "{}"), id));
        assertTrue(
                json.matches(".*\"call_id\":\"([a-zA-Z0-9]{24})\",\"name\".*\"call_id\":\"\\1\",\"output\".*"), json);
    }
}
