package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Tests that recorded replies of Anthropic are read completely, each in a test of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnthropicRecordedRepliesTest {

    private static final int EXCHANGES = 36;
    private static final int STREAMS = 4;

    private final Counts read = new Counts("Recorded replies of Anthropic that were read");

    @TestFactory
    Stream<DynamicTest> recordedReplyIsReadCompletely() throws IOException {
        Stream<DynamicTest> bodies = AnthropicRecording.exchanges().stream()
                .map(recorded -> dynamicTest(
                        recorded + ", whole",
                        () -> check(
                                AnthropicRecording.HOST + " whole",
                                ExpectedAnthropicReply.ofBody(recorded.body()),
                                reader -> ReplyFeed.body(reader, recorded.body().toString()))));
        Stream<DynamicTest> streams = AnthropicRecording.streams().entrySet().stream()
                .map(stream -> dynamicTest(
                        stream.getKey(),
                        () -> check(
                                "anthropic-sse stream",
                                ExpectedAnthropicReply.ofStream(stream.getValue()),
                                reader -> ReplyFeed.stream(reader, stream.getValue()))));
        return Stream.concat(bodies, streams);
    }

    @AfterAll
    void printCounts() {
        read.print();
    }

    @Test
    void recordingIsComplete() throws IOException {
        assertTrue(AnthropicRecording.exchanges().size() >= EXCHANGES);
        assertTrue(AnthropicRecording.streams().size() >= STREAMS);
    }

    @TestFactory
    Stream<DynamicTest> wholeReplyEqualsItsStream() throws IOException {
        return AnthropicRecording.exchanges().stream()
                .map(recorded -> dynamicTest(recorded.toString(), () -> {
                    ModelReply whole = ReplyFeed.body(
                            AnthropicSamples.model().build().reader(delta -> {}),
                            recorded.body().toString());
                    ModelReply streamed = ReplyFeed.stream(
                            AnthropicSamples.model().build().reader(delta -> {}), StreamedMessage.of(recorded.body()));
                    assertEquals(whole, streamed);
                }));
    }

    private void check(String form, ExpectedAnthropicReply expected, Function<ReplyReader, ModelReply> reading)
            throws IOException {
        DeltaCollector watcher = new DeltaCollector();
        ModelReply reply = reading.apply(AnthropicSamples.model().build().reader(watcher));
        assertEquals(expected, ExpectedAnthropicReply.of(reply));
        List<String> calls = reply.calls().stream()
                .map(call -> call.tool() + " " + call.arguments())
                .toList();
        String thoughts = String.join(
                "",
                expected.thoughts().stream()
                        .map(block -> block.get("thinking").asText())
                        .toList());
        assertEquals(reply.text(), watcher.text.toString());
        assertEquals(calls, watcher.calls());
        assertEquals(thoughts, watcher.thinking.toString());
        read.add(form + ", " + kind(expected));
    }

    private static String kind(ExpectedAnthropicReply expected) {
        List<String> parts = new ArrayList<>();
        if (!expected.thoughts().isEmpty()) {
            parts.add("thinking");
        }
        if (!expected.text().isEmpty()) {
            parts.add("text");
        }
        if (!expected.calls().isEmpty()) {
            parts.add(expected.calls().size() == 1 ? "call" : "calls");
        }
        return expected.stop() + ", " + String.join(" and ", parts);
    }
}
