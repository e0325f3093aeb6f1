package dev.escapement.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escapement.fake.client.RecordedTraffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A recorded exchange with Anthropic, read with another JSON library than the client's.
 *
 * @param cassette the name of the recording
 * @param number its position in the recording
 * @param request the body of the request
 * @param body the body of the reply
 */
record AnthropicRecording(String cassette, int number, JsonNode request, JsonNode body) {

    static final String HOST = "api.anthropic.com";
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Returns all exchanges with Anthropic in the order of the recording. */
    static List<AnthropicRecording> exchanges() throws IOException {
        List<AnthropicRecording> exchanges = new ArrayList<>();
        for (String line : RecordedTraffic.exchanges()) {
            JsonNode exchange = MAPPER.readTree(line);
            if (exchange.get("host").asText().equals(HOST)) {
                exchanges.add(new AnthropicRecording(
                        exchange.get("cassette").asText(),
                        exchange.get("n").asInt(),
                        exchange.get("request"),
                        exchange.get("response")));
            }
        }
        return exchanges;
    }

    /** Returns the recorded event streams by the names of their files. */
    static Map<String, String> streams() throws IOException {
        Map<String, String> streams = new TreeMap<>();
        try (Stream<Path> files = Files.list(RecordedTraffic.file("anthropic-sse"))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".txt")) {
                    streams.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return streams;
    }

    /** Returns the client for the exchange. */
    AnthropicModel.Builder model() {
        return AnthropicModel.builder()
                .model(request.get("model").asText())
                .baseUrl("https://" + HOST)
                .maxOutputTokens(request.get("max_tokens").asInt());
    }

    @Override
    public String toString() {
        return cassette + " exchange " + number;
    }
}
