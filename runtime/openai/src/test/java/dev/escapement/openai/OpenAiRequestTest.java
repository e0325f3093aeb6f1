package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the request rules in both protocols. */
class OpenAiRequestTest {

    @ParameterizedTest
    @EnumSource
    void unpairedSurrogatesAreReplaced(Protocol protocol) {
        Message.Assistant reply =
                new Message.Assistant("c \ud83d", List.of(new Call("c1", "look_up", "{\"a\":\"\\ud83d\"}")));
        ModelRequest request = new ModelRequest(
                "a \ud83d",
                List.of(new Message.User("b \ud83d"), reply, new Message.ToolAnswer("c1", "d \ud83d", false)),
                List.of(),
                ToolChoice.AUTO);
        String json = OpenAiSamples.model().protocol(protocol).build().write(request, false);
        for (String clean : List.of("a \ufffd", "b \ufffd", "c \ufffd", "\\\\ufffd", "d \ufffd")) {
            assertTrue(json.contains(clean), json);
        }
        assertFalse(json.contains("ud83d") || json.contains("\ud83d"), json);
    }
}
