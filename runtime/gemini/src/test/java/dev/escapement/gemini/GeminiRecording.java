package dev.escapement.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.RecordedTraffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A recorded exchange in Gemini's own protocol, read with another JSON library than the client's.
 *
 * @param cassette the name of the recording
 * @param number its position in the recording
 * @param host the host of the server
 * @param path the path of the address, which contains the model
 * @param status the HTTP status of the response
 * @param request the body of the request
 * @param body the body of the response
 */
record GeminiRecording(
        String cassette, int number, String host, String path, int status, JsonNode request, JsonNode body) {

    /** Returns all exchanges in the order of the recording. */
    static List<GeminiRecording> exchanges() throws IOException {
        List<GeminiRecording> exchanges = new ArrayList<>();
        for (String line : RecordedTraffic.exchanges()) {
            JsonNode exchange = GeminiSamples.MAPPER.readTree(line);
            if (exchange.get("path").asText().endsWith(":generateContent")) {
                exchanges.add(new GeminiRecording(
                        exchange.get("cassette").asText(),
                        exchange.get("n").asInt(),
                        exchange.get("host").asText(),
                        exchange.get("path").asText(),
                        exchange.get("status").asInt(),
                        exchange.get("request"),
                        exchange.get("response")));
            }
        }
        return exchanges;
    }

    String modelName() {
        return path.replaceAll(".*/models/|:generateContent", "");
    }

    /** Returns the client for the exchange. */
    GeminiModel.Builder model() {
        return GeminiModel.builder().model(modelName()).baseUrl("https://" + host + path);
    }

    @Override
    public String toString() {
        return cassette + " exchange " + number;
    }
}
