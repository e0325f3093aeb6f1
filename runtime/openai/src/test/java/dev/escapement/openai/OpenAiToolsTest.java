package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.model.ModelRequest;
import dev.escapement.tool.ToolSpec;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Tests of the tools in a request. */
class OpenAiToolsTest {

    private static ModelRequest offering(int tools) {
        return OpenAiSamples.offering(
                Collections.nCopies(tools, OpenAiSamples.LOOK_UP).toArray(ToolSpec<?>[]::new));
    }

    @Test
    void toolsBeyondTheLimitAreRejected() {
        OpenAiModel model = OpenAiSamples.model().build();
        String most = model.write(offering(OpenAiTools.MAX_TOOLS), false);

        assertEquals(OpenAiTools.MAX_TOOLS, most.split("\"look_up\"", -1).length - 1);
        assertThrows(IllegalArgumentException.class, () -> model.write(offering(OpenAiTools.MAX_TOOLS + 1), false));
    }
}
