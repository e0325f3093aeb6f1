package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.fake.client.StreamCuts;
import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Tests that recorded replies of Gemini are read completely, each in a test of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeminiRecordedRepliesTest {

    private static final int EXCHANGES = 96;

    /** The length of the longest stream that is split at each byte, which takes quadratic time. */
    private static final int LONGEST_CUT = 1_500;

    private final Counts read = new Counts("Recorded replies of Gemini that were read");

    @AfterAll
    void printCounts() {
        read.print();
    }

    @Test
    void recordingIsComplete() throws IOException {
        assertEquals(EXCHANGES, GeminiRecording.exchanges().size());
    }

    @TestFactory
    Stream<DynamicTest> wholeReplyIsReadCompletely() throws IOException {
        return GeminiRecording.exchanges().stream()
                .map(recorded -> dynamicTest(recorded.toString(), () -> {
                    String body = recorded.body().toString();
                    if (recorded.status() >= 400) {
                        ProviderErrorException error = assertThrows(
                                ProviderErrorException.class,
                                () -> ReplyFeed.body(
                                        GeminiSamples.model().build().reader(delta -> {}), body));
                        assertEquals(recorded.body().at("/error/message").asText(), error.getMessage());
                        assertEquals("INVALID_ARGUMENT", error.code());
                        assertFalse(error.isTemporary());
                        read.add("whole, " + error.code());
                    } else {
                        check(recorded, "whole", reader -> ReplyFeed.body(reader, body));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> streamedReplyIsReadCompletely() throws IOException {
        return replies()
                .map(recorded -> dynamicTest(recorded.toString(), () -> {
                    String stream = StreamedContent.of(recorded.body());
                    check(recorded, "streamed", reader -> ReplyFeed.stream(reader, stream));
                }));
    }

    @TestFactory
    Stream<DynamicTest> singleBytesChangeNothing() throws IOException {
        return replies()
                .map(recorded -> dynamicTest(recorded.toString(), () -> {
                    String stream = StreamedContent.of(recorded.body());
                    GeminiModel model = recorded.model().build();
                    StreamCuts.assertSingleBytesChangeNothing("stream", stream, () -> model.reader(delta -> {}));
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachCutChangesNothing() throws IOException {
        return replies()
                .filter(recorded -> StreamedContent.of(recorded.body()).length() <= LONGEST_CUT)
                .map(recorded -> dynamicTest(recorded.toString(), () -> {
                    String stream = StreamedContent.of(recorded.body());
                    GeminiModel model = recorded.model().build();
                    StreamCuts.assertEachCutChangesNothing("stream", stream, () -> model.reader(delta -> {}));
                }));
    }

    private static Stream<GeminiRecording> replies() throws IOException {
        return GeminiRecording.exchanges().stream().filter(recorded -> recorded.status() < 400);
    }

    private void check(GeminiRecording recorded, String form, Function<ReplyReader, ModelReply> reading)
            throws IOException {
        DeltaCollector watcher = new DeltaCollector();
        ModelReply reply = reading.apply(recorded.model().build().reader(watcher));

        ExpectedGeminiReply expected = ExpectedGeminiReply.of(recorded.body());
        assertEquals(expected, ExpectedGeminiReply.of(reply));
        List<String> calls = reply.calls().stream()
                .map(call -> call.tool() + " " + call.arguments())
                .toList();
        assertEquals(reply.text(), watcher.text.toString());
        assertEquals(calls, watcher.calls());
        assertTrue(watcher.thinking.isEmpty());
        read.add(form + ", " + expected.kind());
    }
}
