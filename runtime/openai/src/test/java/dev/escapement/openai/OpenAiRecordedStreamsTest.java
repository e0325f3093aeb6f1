package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.client.StreamCuts;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that recorded streams result in the same reply wherever the network splits them. */
class OpenAiRecordedStreamsTest {

    private static final int STREAMS = 9;

    private static List<OpenAiRecording> streams() throws IOException {
        List<OpenAiRecording> streams = OpenAiRecording.exchanges().stream()
                .filter(OpenAiRecording::isStream)
                .toList();
        assertTrue(streams.size() >= STREAMS, streams::toString);
        return streams;
    }

    @Test
    void eachCutChangesNothing() throws IOException {
        for (OpenAiRecording recording : streams()) {
            OpenAiModel model = recording.model().build();
            StreamCuts.assertEachCutChangesNothing(
                    recording.toString(),
                    recording.stream(),
                    () -> model.reader(OpenAiSamples.offering(), delta -> {}));
        }
    }

    @Test
    void singleBytesChangeNothing() throws IOException {
        for (OpenAiRecording recording : streams()) {
            OpenAiModel model = recording.model().build();
            StreamCuts.assertSingleBytesChangeNothing(
                    recording.toString(),
                    recording.stream(),
                    () -> model.reader(OpenAiSamples.offering(), delta -> {}));
        }
    }
}
