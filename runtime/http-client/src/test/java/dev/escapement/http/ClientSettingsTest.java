package dev.escapement.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of the common settings of all clients. */
class ClientSettingsTest {

    private static final class Builder extends ClientBuilder<Builder> {

        Builder() {
            super(false);
        }

        @Override
        protected Builder self() {
            return this;
        }

        ClientSettings build() {
            return settings("Acme");
        }
    }

    private static Builder builder() {
        return new Builder().model("m").apiKey("sk-1");
    }

    @Test
    void agentChoosesWithoutASelection() {
        ClientSettings settings = builder().build();

        assertEquals(ToolSelection.Mode.AUTO, settings.selectionFor(request(ToolChoice.AUTO)));
        assertEquals(ToolSelection.Mode.REQUIRED, settings.selectionFor(request(ToolChoice.REQUIRED)));
    }

    @Test
    void selectionReplacesTheChoiceOfTheAgent() {
        ClientSettings settings = builder().toolChoice(ToolSelection.Mode.NONE).build();

        assertEquals(ToolSelection.Mode.NONE, settings.selectionFor(request(ToolChoice.REQUIRED)));
    }

    @Test
    void toolThatIsNotOfferedIsNotSelected() {
        ClientSettings settings =
                builder().toolChoice(new ToolSelection.Only("close")).build();

        assertEquals(ToolSelection.Mode.REQUIRED, settings.selectionFor(request(ToolChoice.REQUIRED)));
    }

    @Test
    void textDoesNotContainTheKey() {
        assertFalse(builder().build().toString().contains("sk-1"));
    }

    @Test
    void unusableKeyIsRejectedWithARemedy() {
        for (String key : List.of("Bearer sk-1", "sk-1\n")) {
            Builder builder = builder().apiKey(key);
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, builder::build).getMessage());
            assertTrue(message.endsWith("Remove white space and the prefix Bearer."), message);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the value of a missing environment variable
    void missingKeyIsRejectedWithARemedy() {
        String missing = System.getenv("ESCAPEMENT_MISSING");
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> builder().apiKey(missing))
                        .getMessage());
        assertTrue(message.contains("apiKey(...)"), message);
    }

    private static ModelRequest request(ToolChoice choice) {
        return new ModelRequest("", List.of(), List.of(), choice);
    }
}
