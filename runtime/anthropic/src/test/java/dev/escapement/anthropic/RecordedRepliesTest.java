package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.Counts;
import dev.escapement.fake.client.Reading;
import dev.escapement.model.ModelReply;
import dev.escapement.wire.ReplyReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every recorded reply of Anthropic is read as somebody would read it by hand. */
class RecordedRepliesTest {

    private static final int EXCHANGES = 36;
    private static final int STREAMS = 4;

    private final Counts read = new Counts("Recorded replies of Anthropic that were read");
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyReplyIsReadAsItStands() throws IOException {
        for (Recorded recorded : Recorded.exchanges()) {
            check(
                    recorded + ", whole",
                    Recorded.HOST + " whole",
                    Expected.ofBody(recorded.body()),
                    reader -> Reading.body(reader, recorded.body().toString()));
        }
        for (Map.Entry<String, String> stream : Recorded.streams().entrySet()) {
            check(
                    stream.getKey(),
                    "anthropic-sse stream",
                    Expected.ofStream(stream.getValue()),
                    reader -> Reading.stream(reader, stream.getValue()));
        }
        read.print();
        assertEquals(List.of(), wrong);
        assertTrue(read.total() >= EXCHANGES + STREAMS, read::toString);
    }

    @Test
    void aWholeReplyAndItsStreamAreTheSame() throws IOException {
        for (Recorded recorded : Recorded.exchanges()) {
            ModelReply whole = Reading.body(
                    Samples.model().build().reader(delta -> {}), recorded.body().toString());
            ModelReply streamed =
                    Reading.stream(Samples.model().build().reader(delta -> {}), Streamed.of(recorded.body()));
            assertEquals(whole, streamed, recorded::toString);
        }
    }

    private void check(String what, String form, Expected expected, Function<ReplyReader, ModelReply> reading)
            throws IOException {
        Reading.Watcher watcher = new Reading.Watcher();
        ModelReply reply = reading.apply(Samples.model().build().reader(watcher));
        if (!Expected.of(reply).equals(expected)) {
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

    private static String kind(Expected expected) {
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
