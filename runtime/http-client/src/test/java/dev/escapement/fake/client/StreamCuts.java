package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.http.client.ReplyReader;
import dev.escapement.http.client.ServerSentEvent;
import dev.escapement.model.ModelReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Assertions that a stream results in the same reply wherever the network splits it. */
public final class StreamCuts {

    private static final Pattern EMPTY_LINES = Pattern.compile("(?>\\r\\n|\\r|\\n){2}");

    /** The number of bytes from one cut of a whole stream to the next. Between them, the cuts are those of its parts. */
    private static final int STRIDE = 61;

    private StreamCuts() {}

    /** Splits the stream at each byte once: at some bytes the whole stream, and at each byte two events of it. */
    public static void assertEachCutChangesNothing(String label, String stream, Supplier<ReplyReader> readers) {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        Map<List<ServerSentEvent>, ModelReply> read = new HashMap<>(); // equal events are read once
        ModelReply whole = ReplyFeed.events(readers.get(), ReplyFeed.events(bytes));
        for (int cut = 0; cut <= bytes.length; cut += STRIDE) {
            ModelReply reply = read.computeIfAbsent(
                    ReplyFeed.events(bytes, cut), events -> ReplyFeed.events(readers.get(), events));
            assertEquals(whole, reply, label + " cut at " + cut);
        }
        List<Integer> ends = ends(bytes);
        for (int event = 0; event + 1 < ends.size(); event++) {
            int from = ends.get(event);
            byte[] part = Arrays.copyOfRange(bytes, from, ends.get(Math.min(event + 2, ends.size() - 1)));
            List<ServerSentEvent> events = ReplyFeed.events(part);
            for (int cut = 1; cut < part.length; cut++) {
                assertEquals(events, ReplyFeed.events(part, cut), label + " cut at " + (from + cut));
            }
        }
    }

    /** Returns the ends of the events of a stream, preceded by its start. */
    private static List<Integer> ends(byte[] bytes) {
        List<Integer> ends = new ArrayList<>(List.of(0));
        Matcher emptyLines =
                EMPTY_LINES.matcher(new String(bytes, StandardCharsets.ISO_8859_1)); // a char for each byte
        while (emptyLines.find()) {
            ends.add(emptyLines.end());
        }
        if (ends.get(ends.size() - 1) < bytes.length) {
            ends.add(bytes.length);
        }
        return ends;
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
