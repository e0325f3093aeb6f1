package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests that the client writes an equivalent of the recorded request for each recorded conversation, each in a test of
 * its own. Conversations with images and other files are included.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeminiRecordedRequestsTest {

    private final Counts written = new Counts("Recorded requests to Gemini that were written again");
    private final Counts leveled = new Counts("Differences in form, theirs and ours");

    @AfterAll
    void printCounts() {
        written.print();
        leveled.print();
    }

    @TestFactory
    Stream<DynamicTest> requestHasTheMeaningOfItsRecording() throws IOException {
        Map<String, ModelReply> replies = replies();
        return GeminiRecording.exchanges().stream()
                .map(recorded -> dynamicTest(recorded.toString(), () -> check(recorded, replies)));
    }

    private void check(GeminiRecording recorded, Map<String, ModelReply> replies) throws IOException {
        JsonNode expected = GeminiRequestMeaning.of(recorded.request(), leveled);
        GeminiRequestRebuilder rebuilt = new GeminiRequestRebuilder(expected, recorded.model(), replies);
        JsonNode ours = GeminiSamples.MAPPER.readTree(rebuilt.model().write(rebuilt.request()));

        assertEquals(expected, GeminiRequestMeaning.of(ours, leveled));

        String kind = expected.toString().contains("inlineData") ? ", with a file" : "";
        boolean isFirst = expected.get("contents").size() == 1;
        String history = rebuilt.hasUnrecordedReply() ? "with an unrecorded reply" : "with history";
        written.add((isFirst ? "first" : history) + kind);
    }

    /** Returns the recorded replies by their first signatures. */
    private static Map<String, ModelReply> replies() throws IOException {
        Map<String, ModelReply> replies = new HashMap<>();
        for (GeminiRecording recorded : GeminiRecording.exchanges()) {
            JsonNode content = recorded.body().at("/candidates/0/content");
            if (content.has("parts")
                    && !GeminiRequestRebuilder.signature(content).isEmpty()) {
                ModelReply reply = ReplyFeed.body(
                        recorded.model().build().reader(delta -> {}),
                        recorded.body().toString());
                replies.put(GeminiRequestRebuilder.signature(content), reply);
            }
        }
        return replies;
    }
}
