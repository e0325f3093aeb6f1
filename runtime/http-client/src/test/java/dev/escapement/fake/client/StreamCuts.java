package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.ModelReply;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Assertions that a stream results in the same reply wherever the network splits it. */
public final class StreamCuts {

    private StreamCuts() {}

    /** Splits the stream at each byte once. */
    public static void assertEachCutChangesNothing(String label, String stream, Supplier<ReplyReader> readers) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        Map<List<ServerSentEvent>, ModelReply> read = new HashMap<>(); // equal events are read once
        ModelReply whole = ReplyFeed.events(readers.get(), ReplyFeed.events(bytes));
        for (int cut = 0; cut <= bytes.length; cut++) {
            ModelReply reply = read.computeIfAbsent(
                    ReplyFeed.events(bytes, cut), events -> ReplyFeed.events(readers.get(), events));
            assertEquals(whole, reply, label + " cut at " + cut);
        }
    }

    /** Splits the stream at all bytes together. */
    public static void assertSingleBytesChangeNothing(String label, String stream, Supplier<ReplyReader> readers) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        int[] everywhere = IntStream.range(0, bytes.length).toArray();
        assertEquals(
                ReplyFeed.events(readers.get(), ReplyFeed.events(bytes)),
                ReplyFeed.events(readers.get(), ReplyFeed.events(bytes, everywhere)),
                label);
    }
}
