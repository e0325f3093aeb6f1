package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import dev.escapement.http.client.ServerSentEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However the network cuts a recorded stream, it gives the same reply. */
class OpenAiRecordedStreamsTest {

    @Test
    void aCutAtAnyByteChangesNothing() throws IOException {
        int streams = 0;
        for (OpenAiRecording recorded : OpenAiRecording.exchanges()) {
            if (recorded.isStream()) {
                streams++;
                OpenAiModel model = recorded.model().build();
                byte[] stream = recorded.stream().getBytes(StandardCharsets.UTF_8);
                Map<List<ServerSentEvent>, ModelReply> read = new HashMap<>(); // the same events are read once
                ModelReply whole = read(model, ReplyFeed.events(stream));
                for (int cut = 0; cut <= stream.length; cut++) {
                    ModelReply reply = read.computeIfAbsent(ReplyFeed.events(stream, cut), events -> read(model, events));
                    assertEquals(whole, reply, recorded + " cut at " + cut);
                }
            }
        }
        assertTrue(streams >= 9, "there are nine streams or more, but only " + streams + " were found");
    }

    @Test
    void singleBytesGiveTheSame() throws IOException {
        for (OpenAiRecording recorded : OpenAiRecording.exchanges()) {
            byte[] stream = recorded.stream().getBytes(StandardCharsets.UTF_8);
            if (recorded.isStream()) {
                OpenAiModel model = recorded.model().build();
                int[] everywhere = IntStream.range(0, stream.length).toArray();
                assertEquals(
                        read(model, ReplyFeed.events(stream)),
                        read(model, ReplyFeed.events(stream, everywhere)),
                        recorded::toString);
            }
        }
    }

    private static ModelReply read(OpenAiModel model, List<ServerSentEvent> events) {
        return ReplyFeed.events(model.reader(delta -> {}), events);
    }
}
