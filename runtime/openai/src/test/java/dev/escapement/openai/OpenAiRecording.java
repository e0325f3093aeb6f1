package dev.escapement.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escapement.fake.client.RecordedTraffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recorded exchange with a provider that uses a protocol of OpenAI, read with another JSON library than the client's.
 *
 * @param cassette the name of the recording
 * @param number its position in the recording
 * @param host the host of the provider
 * @param protocol the protocol
 * @param status the HTTP status
 * @param request the body of the request
 * @param body the body of the reply as JSON text; empty if it is a stream
 * @param stream the body of the reply as an event stream; empty if it is whole
 */
record OpenAiRecording(
        String cassette,
        int number,
        String host,
        Protocol protocol,
        int status,
        JsonNode request,
        String body,
        String stream) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Returns all exchanges in a protocol of OpenAI. */
    static List<OpenAiRecording> exchanges() throws IOException {
        List<OpenAiRecording> exchanges = new ArrayList<>();
        for (String line : RecordedTraffic.exchanges()) {
            JsonNode exchange = MAPPER.readTree(line);
            String path = exchange.get("path").asText();
            protocolOf(path).ifPresent(protocol -> exchanges.add(of(exchange, protocol)));
        }
        return exchanges;
    }

    /** Returns the host of each exchange, including those with other providers. */
    static List<String> hosts() throws IOException {
        List<String> hosts = new ArrayList<>();
        for (String line : RecordedTraffic.exchanges()) {
            hosts.add(MAPPER.readTree(line).get("host").asText());
        }
        return hosts;
    }

    private static Optional<Protocol> protocolOf(String path) {
        for (Protocol protocol : Protocol.values()) {
            if (path.endsWith(protocol.path())) {
                return Optional.of(protocol);
            }
        }
        return Optional.empty();
    }

    private static OpenAiRecording of(JsonNode exchange, Protocol protocol) {
        JsonNode body = exchange.get("response");
        return new OpenAiRecording(
                exchange.get("cassette").asText(),
                exchange.get("n").asInt(),
                exchange.get("host").asText(),
                protocol,
                exchange.get("status").asInt(),
                exchange.get("request"),
                body.isNull() ? "" : body.toString(),
                exchange.get("response_text").asText(""));
    }

    boolean isStream() {
        return body.isEmpty();
    }

    /** Returns the client for the exchange. */
    OpenAiModel.Builder model() {
        return OpenAiModel.builder()
                .model(request.get("model").asText())
                .baseUrl("https://" + host + "/v1")
                .protocol(protocol);
    }

    @Override
    public String toString() {
        return cassette + " exchange " + number;
    }
}
