package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests of the positions of cache markers in requests. */
class CachingTest {

    private static List<String> marked(ModelRequest request) {
        List<String> paths = new ArrayList<>();
        collect("", AnthropicSamples.written(AnthropicSamples.model(), request), paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, List<String> paths) {
        if (node.has("cache_control")) {
            assertEquals(AnthropicSamples.json("{'type':'ephemeral'}"), node.get("cache_control"));
            paths.add(path);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            collect(path + "/" + member.getKey(), member.getValue(), paths);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), paths);
        }
    }

    @Test
    void toolsPromptAndConversationAreMarked() {
        ModelRequest request = new ModelRequest(
                "Be brief.",
                List.of(AnthropicSamples.QUESTION),
                List.of(AnthropicSamples.LOOK_UP, AnthropicSamples.LOOK_UP));
        assertEquals(List.of("/tools/1", "/system/0", "/messages/0/content/0"), marked(request));
    }

    @Test
    void partOfThePreviousRequestIsMarked() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                AnthropicSamples.calling("t1"),
                AnthropicSamples.answer("t1"),
                AnthropicSamples.calling("t2", "t3"),
                AnthropicSamples.answer("t2"),
                AnthropicSamples.answer("t3"));
        assertEquals(
                List.of("/tools/0", "/system/0", "/messages/2/content/0", "/messages/4/content/1"), marked(request));
    }

    @Test
    void resultWithoutTextHasNoMarker() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                AnthropicSamples.calling("t1", "t2"),
                AnthropicSamples.answer("t1"),
                new Message.ToolAnswer("t2", "", false));
        assertEquals(
                List.of("/tools/0", "/system/0", "/messages/0/content/0", "/messages/2/content/0"), marked(request));
    }

    @Test
    void equalTurnsAreDistinguished() {
        ModelRequest request = AnthropicSamples.saying(
                AnthropicSamples.QUESTION,
                new Message.Assistant("Here.", List.of()),
                AnthropicSamples.QUESTION,
                new Message.Assistant("Here.", List.of()),
                AnthropicSamples.QUESTION);
        assertEquals(
                List.of("/tools/0", "/system/0", "/messages/2/content/0", "/messages/4/content/0"), marked(request));
    }
}
