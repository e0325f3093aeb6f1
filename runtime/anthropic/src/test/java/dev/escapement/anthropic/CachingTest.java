package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.model.Message;
import dev.escapement.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where requests ask the provider to cache what will be sent again. */
class CachingTest {

    private static List<String> marked(ModelRequest request) {
        List<String> paths = new ArrayList<>();
        collect("", Samples.written(Samples.model(), request), paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, List<String> paths) {
        if (node.has("cache_control")) {
            assertEquals(Samples.json("{'type':'ephemeral'}"), node.get("cache_control"));
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
    void theToolsThePromptAndTheConversationAreCached() {
        ModelRequest request =
                new ModelRequest("Be brief.", List.of(Samples.QUESTION), List.of(Samples.LOOK_UP, Samples.LOOK_UP));
        assertEquals(List.of("/tools/1", "/system/0", "/messages/0/content/0"), marked(request));
    }

    @Test
    void whatTheRequestBeforeHasStoredIsFoundAgainHoweverMuchHasBeenAdded() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                Samples.calling("t1"),
                Samples.answer("t1"),
                Samples.calling("t2", "t3"),
                Samples.answer("t2"),
                Samples.answer("t3"));
        assertEquals(
                List.of("/tools/0", "/system/0", "/messages/2/content/0", "/messages/4/content/1"), marked(request));
    }

    @Test
    void aResultWithoutTextCannotHaveAMarker() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                Samples.calling("t1", "t2"),
                Samples.answer("t1"),
                new Message.ToolAnswer("t2", "", false));
        assertEquals(
                List.of("/tools/0", "/system/0", "/messages/0/content/0", "/messages/2/content/0"), marked(request));
    }

    @Test
    void turnsThatSayTheSameAreToldApart() {
        ModelRequest request = Samples.saying(
                Samples.QUESTION,
                new Message.Assistant("Here.", List.of()),
                Samples.QUESTION,
                new Message.Assistant("Here.", List.of()),
                Samples.QUESTION);
        assertEquals(
                List.of("/tools/0", "/system/0", "/messages/2/content/0", "/messages/4/content/0"), marked(request));
    }
}
