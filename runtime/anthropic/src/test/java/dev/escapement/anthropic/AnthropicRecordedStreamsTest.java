package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.StreamCuts;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that recorded streams result in the same reply wherever the network splits them. */
class AnthropicRecordedStreamsTest {

    private static final int STREAMS = 4;

    private final AnthropicModel model = AnthropicSamples.model().build();

    @Test
    void eachCutChangesNothing() throws IOException {
        Map<String, String> streams = AnthropicRecording.streams();
        streams.forEach((name, stream) ->
                StreamCuts.assertEachCutChangesNothing(name, stream, () -> model.reader(delta -> {})));
        assertTrue(streams.size() >= STREAMS, streams.keySet()::toString);
    }

    @Test
    void singleBytesChangeNothing() throws IOException {
        AnthropicRecording.streams()
                .forEach((name, stream) ->
                        StreamCuts.assertSingleBytesChangeNothing(name, stream, () -> model.reader(delta -> {})));
    }
}
