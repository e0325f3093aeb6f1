package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that the client writes an equivalent of the recorded request for each recorded conversation. */
class AnthropicRecordedRequestsTest {

    private static final int POSSIBLE = 24;

    @Test
    void requestHasTheMeaningOfItsRecording() throws IOException {
        Counts written = new Counts("Recorded requests to Anthropic that were written again");
        Counts leveled = new Counts("Differences in form, theirs and ours");
        List<String> wrong = new ArrayList<>();
        Map<String, ModelReply> replies = new HashMap<>();
        List<AnthropicRecording> exchanges = AnthropicRecording.exchanges();
        for (AnthropicRecording recorded : exchanges) {
            try {
                AnthropicRequestRebuilder rebuilt = new AnthropicRequestRebuilder(recorded, replies);
                JsonNode ours =
                        AnthropicRecording.MAPPER.readTree(rebuilt.model().write(rebuilt.request(), false));
                JsonNode meant = AnthropicRequestMeaning.of(ours, leveled);
                JsonNode expected = AnthropicRequestMeaning.of(recorded.request(), leveled);
                if (!meant.equals(expected)) {
                    wrong.add(recorded + "\nsaid\n" + expected + "\nbut is written as\n" + meant);
                }
                written.add(written(recorded));
            } catch (AnthropicRequestRebuilder.Impossible impossible) {
                written.add("skipped: " + impossible.getMessage());
            }
            ModelReply reply = ReplyFeed.body(
                    recorded.model().build().reader(delta -> {}),
                    recorded.body().toString());
            reply.calls().forEach(call -> replies.put(call.id(), reply));
        }
        written.print();
        leveled.print();
        assertEquals("", String.join("\n\n", wrong));
        assertEquals(exchanges.size(), written.total());
        assertTrue(written.of("written: first") + written.of("written: with history") >= POSSIBLE, written::toString);
    }

    private static String written(AnthropicRecording recorded) {
        return recorded.request().get("messages").size() == 1 ? "written: first" : "written: with history";
    }
}
