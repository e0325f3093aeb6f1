package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.http.client.ReplyReader;
import dev.escapement.model.ModelReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tests that recorded replies of Anthropic are read completely. */
class AnthropicRecordedRepliesTest {

    private static final int EXCHANGES = 36;
    private static final int STREAMS = 4;

    private final Counts read = new Counts("Recorded replies of Anthropic that were read");
    private final List<String> wrong = new ArrayList<>();

    @Test
    void recordedReplyIsReadCompletely() throws IOException {
        for (AnthropicRecording recorded : AnthropicRecording.exchanges()) {
            check(
                    recorded + ", whole",
                    AnthropicRecording.HOST + " whole",
                    ExpectedAnthropicReply.ofBody(recorded.body()),
                    reader -> ReplyFeed.body(reader, recorded.body().toString()));
        }
        for (Map.Entry<String, String> stream : AnthropicRecording.streams().entrySet()) {
            check(
                    stream.getKey(),
                    "anthropic-sse stream",
                    ExpectedAnthropicReply.ofStream(stream.getValue()),
                    reader -> ReplyFeed.stream(reader, stream.getValue()));
        }
        read.print();
        assertEquals(List.of(), wrong);
        assertTrue(read.total() >= EXCHANGES + STREAMS, read::toString);
    }

    @Test
    void wholeReplyEqualsItsStream() throws IOException {
        for (AnthropicRecording recorded : AnthropicRecording.exchanges()) {
            ModelReply whole = ReplyFeed.body(
                    AnthropicSamples.model().build().reader(delta -> {}),
                    recorded.body().toString());
            ModelReply streamed = ReplyFeed.stream(
                    AnthropicSamples.model().build().reader(delta -> {}), StreamedMessage.of(recorded.body()));
            assertEquals(whole, streamed, recorded::toString);
        }
    }

    private void check(
            String what, String form, ExpectedAnthropicReply expected, Function<ReplyReader, ModelReply> reading)
            throws IOException {
        DeltaCollector watcher = new DeltaCollector();
        ModelReply reply = reading.apply(AnthropicSamples.model().build().reader(watcher));
        if (!ExpectedAnthropicReply.of(reply).equals(expected)) {
            wrong.add(what + ": expected " + expected + ", read " + reply);
        }
        List<String> calls = reply.calls().stream()
                .map(call -> call.tool() + " " + call.arguments())
                .toList();
        String thoughts = String.join(
                "",
                expected.thoughts().stream()
                        .map(block -> block.get("thinking").asText())
                        .toList());
        if (!watcher.text.toString().equals(reply.text())
                || !watcher.calls().equals(calls)
                || !watcher.thinking.toString().equals(thoughts)) {
            wrong.add(what + ": shown " + watcher.text + watcher.calls() + watcher.thinking + ", read " + reply);
        }
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
