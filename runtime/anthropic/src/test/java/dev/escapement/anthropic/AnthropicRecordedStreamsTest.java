package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import dev.escapement.http.client.ServerSentEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the network cuts a recorded stream, it gives the same reply. */
class AnthropicRecordedStreamsTest {

    private static final int STREAMS = 4;

    private final AnthropicModel model = AnthropicSamples.model().build();

    @Test
    void aCutAtAnyByteChangesNothing() throws IOException {
        Map<String, String> streams = AnthropicRecording.streams();
        for (Map.Entry<String, String> recorded : streams.entrySet()) {
            byte[] stream = recorded.getValue().getBytes(StandardCharsets.UTF_8);
            ModelReply whole = read(ReplyFeed.events(stream));
            for (int cut = 0; cut <= stream.length; cut++) {
                assertEquals(whole, read(ReplyFeed.events(stream, cut)), recorded.getKey() + " cut at " + cut);
            }
        }
        assertTrue(streams.size() >= STREAMS, streams.keySet()::toString);
    }

    @Test
    void singleBytesGiveTheSame() throws IOException {
        for (Map.Entry<String, String> recorded : AnthropicRecording.streams().entrySet()) {
            byte[] stream = recorded.getValue().getBytes(StandardCharsets.UTF_8);
            int[] everywhere = IntStream.range(0, stream.length).toArray();
            assertEquals(read(ReplyFeed.events(stream)), read(ReplyFeed.events(stream, everywhere)), recorded.getKey());
        }
    }

    private ModelReply read(List<ServerSentEvent> events) {
        return ReplyFeed.events(model.reader(delta -> {}), events);
    }
}
