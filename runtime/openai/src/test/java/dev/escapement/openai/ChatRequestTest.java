package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ProviderState;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatRequestTest {

    private static final String OFFER = "{\"model\":\"m-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],"
            + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"look_up\",\"description\":\"Looks an order up.\","
            + "\"parameters\":{\"type\":\"object\",\"properties\":{}},\"strict\":true}}],\"tool_choice\":";

    private static String write(OpenAiModel.Builder model, ModelRequest request) {
        return model.build().write(request, false);
    }

    @Test
    void promptPrecedesTheConversation() {
        assertEquals(
                "{\"model\":\"m-1\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hello\"}]}",
                write(OpenAiSamples.model(), OpenAiSamples.saying(new Message.User("Hello"))));
    }

    @Test
    void blankPromptIsOmitted() {
        assertEquals(
                "{\"model\":\"m-1\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}",
                write(OpenAiSamples.model(), OpenAiSamples.offering()));
    }

    @Test
    void answerFollowsItsCall() {
        Message.Assistant reply =
                new Message.Assistant("Let me see.", List.of(new Call("c1", "look_up", "{ \"id\": 1 }")));
        assertTrue(write(OpenAiSamples.model(), OpenAiSamples.answered(reply, "c1"))
                .endsWith("{\"role\":\"assistant\",\"content\":\"Let me see.\",\"tool_calls\":[{\"id\":\"c1\","
                        + "\"type\":\"function\",\"function\":{\"name\":\"look_up\","
                        + "\"arguments\":\"{ \\\"id\\\": 1 }\"}}]},"
                        + "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"On its way.\"}]}"));
    }

    @Test
    void replyWithoutTextHasNullContent() {
        String json = write(
                OpenAiSamples.model(), OpenAiSamples.answered(OpenAiSamples.calling("c1", "look_up", "{}"), "c1"));
        assertTrue(json.contains("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["), json);
    }

    @Test
    void strictIsWrittenForStrictToolsOnly() {
        ModelRequest offer = OpenAiSamples.offering(OpenAiSamples.LOOK_UP);
        String plain = OFFER.replace(",\"strict\":true", "") + "\"auto\"}";
        assertEquals(OFFER + "\"auto\"}", write(OpenAiSamples.model(), offer));
        assertEquals(plain, write(OpenAiSamples.model().strict(false), offer));
        assertEquals(plain, write(OpenAiSamples.model().strict(false, "look_up"), offer));
        assertEquals(plain, write(OpenAiSamples.model().omit("strict"), offer));
    }

    @Test
    void agentMayRequireACall() {
        ModelRequest offer = OpenAiSamples.offering(OpenAiSamples.LOOK_UP);
        ModelRequest required = new ModelRequest(offer.prompt(), offer.messages(), offer.tools(), ToolChoice.REQUIRED);
        assertEquals(OFFER + "\"required\"}", write(OpenAiSamples.model(), required));
    }

    @Test
    void selectionReplacesTheChoiceOfTheAgent() {
        ModelRequest offer = OpenAiSamples.offering(OpenAiSamples.LOOK_UP);
        assertEquals(OFFER + "\"none\"}", write(OpenAiSamples.model().toolChoice(ToolSelection.Mode.NONE), offer));
        assertEquals(
                OFFER + "{\"type\":\"function\",\"function\":{\"name\":\"look_up\"}}}",
                write(OpenAiSamples.model().toolChoice(new ToolSelection.Only("look_up")), offer));
    }

    @Test
    void toolThatIsNotOfferedIsNotSelected() {
        assertEquals(
                OFFER + "\"auto\"}",
                write(
                        OpenAiSamples.model().toolChoice(new ToolSelection.Only("close")),
                        OpenAiSamples.offering(OpenAiSamples.LOOK_UP)));
    }

    @Test
    void requestWithoutToolsHasNoChoice() {
        String json = write(
                OpenAiSamples.model().toolChoice(ToolSelection.Mode.REQUIRED).parallelToolCalls(false),
                OpenAiSamples.offering());
        assertFalse(json.contains("tool"), json);
    }

    @Test
    void settingsFollowTheTools() {
        assertEquals(
                OFFER + "\"auto\",\"parallel_tool_calls\":false,\"max_completion_tokens\":500,\"temperature\":0.5}",
                write(
                        OpenAiSamples.model()
                                .parallelToolCalls(false)
                                .maxOutputTokens(500)
                                .property("temperature", "0.5"),
                        OpenAiSamples.offering(OpenAiSamples.LOOK_UP)));
    }

    @Test
    void streamIsRequestedWithItsUsage() {
        assertTrue(OpenAiSamples.model()
                .build()
                .write(OpenAiSamples.offering(), true)
                .endsWith("],\"stream\":true,\"stream_options\":{\"include_usage\":true}}"));
    }

    @Test
    void mistralHasItsOwnForms() {
        String id = "call_1234567890";
        String json = OpenAiSamples.model()
                .flavor(Flavor.MISTRAL)
                .maxOutputTokens(500)
                .build()
                .write(OpenAiSamples.answered(OpenAiSamples.calling(id, "look_up", "{}"), id), true);
        assertTrue(json.endsWith("],\"max_tokens\":500,\"stream\":true}"), json);
        assertTrue(json.matches(".*\"id\":\"([a-zA-Z0-9]{9})\".*\"tool_call_id\":\"\\1\".*"), json);
    }

    @Test
    void userMessageJoinsTheAnswerAtMistral() {
        ModelRequest request = OpenAiSamples.saying(
                new Message.User("Where is it?"),
                OpenAiSamples.calling("abcDEF123", "look_up", "{}"),
                new Message.ToolAnswer("abcDEF123", "On its way.", false),
                new Message.User("Hurry!"));
        String answer = "\"tool_call_id\":\"abcDEF123\",\"content\":\"On its way.";
        assertTrue(write(OpenAiSamples.model().flavor(Flavor.MISTRAL), request).endsWith(answer + "\\n\\nHurry!\"}]}"));
        assertTrue(write(OpenAiSamples.model(), request)
                .endsWith(answer + "\"},{\"role\":\"user\",\"content\":\"Hurry!\"}]}"));
    }

    @Test
    void additionsAreRepeatedToTheirServerOnly() {
        String added =
                "\"content\":null,\"reasoning_content\":\"Hm.\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"look_up\",\"arguments\":\"{}\"},\"extra_content\":{\"s\":1}}]";
        String state = "{\"reasoning_content\":\"Hm.\",\"calls\":[{\"name\":\"look_up\",\"extra_content\":{\"s\":1}}]}";
        assertTrue(passedBack("openai.chat@localhost", state).contains(added));
        for (String foreign : List.of("openai.chat@other.com", "deepseek.chat@localhost")) {
            assertFalse(passedBack(foreign, state).contains("Hm."), foreign);
        }
        for (String other :
                List.of(state.replace("look_up", "close"), state.replace("}]}", "},{\"name\":\"f\"}]}"), "[")) {
            assertFalse(passedBack("openai.chat@localhost", other).contains("Hm."), other);
        }
    }

    private static String passedBack(String format, String state) {
        Message.Assistant reply = new Message.Assistant(
                "", List.of(new Call("c1", "look_up", "{}")), Optional.of(new ProviderState(format, state)));
        return write(OpenAiSamples.model(), OpenAiSamples.answered(reply, "c1"));
    }

    @Test
    void flavorFollowsTheAddressOfMistral() {
        String json = OpenAiModel.builder()
                .model("m-1")
                .baseUrl("https://api.mistral.ai/v1")
                .build()
                .write(OpenAiSamples.offering(), true);
        assertTrue(json.endsWith("],\"stream\":true}"), json);
    }

    @Test
    void inventedToolNameIsConverted() {
        String json = write(
                OpenAiSamples.model(),
                OpenAiSamples.answered(OpenAiSamples.calling("c1", "functions.look up", "{}"), "c1"));
        assertTrue(json.contains("\"name\":\"functions_look_up\""), json);
    }

    @Test
    void callWithoutAnAnswerIsRejected() {
        ModelRequest request =
                OpenAiSamples.saying(new Message.User("?"), OpenAiSamples.calling("c1", "look_up", "{}"));
        assertThrows(IllegalArgumentException.class, () -> write(OpenAiSamples.model(), request));
    }
}
