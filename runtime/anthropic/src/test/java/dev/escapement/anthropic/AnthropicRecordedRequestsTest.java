package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests that the client writes an equivalent of the recorded request for each recorded conversation, each in a test of its
 * own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnthropicRecordedRequestsTest {

    private static final int POSSIBLE = 24;

    private final Counts written = new Counts("Recorded requests to Anthropic that were written again");
    private final Counts leveled = new Counts("Differences in form, theirs and ours");

    @TestFactory
    Stream<DynamicTest> requestHasTheMeaningOfItsRecording() throws IOException {
        Map<String, ModelReply> replies = new HashMap<>();
        List<AnthropicRecording> exchanges = AnthropicRecording.exchanges();
        for (AnthropicRecording recorded : exchanges) {
            ModelReply reply = ReplyFeed.body(
                    recorded.model().build().reader(delta -> {}),
                    recorded.body().toString());
            reply.calls().forEach(call -> replies.put(call.id(), reply));
        }
        return exchanges.stream().map(recorded -> dynamicTest(recorded.toString(), () -> write(recorded, replies)));
    }

    private void write(AnthropicRecording recorded, Map<String, ModelReply> replies) throws IOException {
        try {
            AnthropicRequestRebuilder rebuilt = new AnthropicRequestRebuilder(recorded, replies);
            JsonNode ours = AnthropicRecording.MAPPER.readTree(rebuilt.model().write(rebuilt.request(), false));
            assertEquals(
                    AnthropicRequestMeaning.of(recorded.request(), leveled), AnthropicRequestMeaning.of(ours, leveled));
            written.add(written(recorded));
        } catch (AnthropicRequestRebuilder.Impossible impossible) {
            written.add("skipped: " + impossible.getMessage());
            abort("impossible: " + impossible.getMessage());
        }
    }

    @AfterAll
    void countsAreComplete() throws IOException {
        written.print();
        leveled.print();
        assertEquals(AnthropicRecording.exchanges().size(), written.total());
        assertTrue(written.of("written: first") + written.of("written: with history") >= POSSIBLE, written::toString);
    }

    private static String written(AnthropicRecording recorded) {
        return recorded.request().get("messages").size() == 1 ? "written: first" : "written: with history";
    }
}
