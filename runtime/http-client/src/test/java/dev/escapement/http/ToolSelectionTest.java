package dev.escapement.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.model.ModelRequest;
import dev.escapement.model.ToolChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which tools a model is told to call. */
class ToolSelectionTest {

    @Test
    void withoutASelectionTheAgentDecides() {
        assertEquals(ToolSelection.Mode.AUTO, ToolSelection.of(Optional.empty(), request(ToolChoice.AUTO)));
        assertEquals(ToolSelection.Mode.REQUIRED, ToolSelection.of(Optional.empty(), request(ToolChoice.REQUIRED)));
    }

    @Test
    void aSelectionCountsMoreThanTheAgent() {
        assertEquals(
                ToolSelection.Mode.NONE,
                ToolSelection.of(Optional.of(ToolSelection.Mode.NONE), request(ToolChoice.REQUIRED)));
    }

    @Test
    void aToolThatIsNotOfferedIsNotForced() {
        assertEquals(
                ToolSelection.Mode.REQUIRED,
                ToolSelection.of(Optional.of(new ToolSelection.Only("close")), request(ToolChoice.REQUIRED)));
    }

    private static ModelRequest request(ToolChoice choice) {
        return new ModelRequest("", List.of(), List.of(), choice);
    }
}
