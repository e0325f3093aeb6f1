package dev.escapement.openai;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * One recorded exchange with a provider that speaks a protocol of OpenAI. The recordings are not part of this project; the
 * system property {@code wire.dir} names their folder. They are read by another library than the one under test.
 *
 * @param cassette where it was recorded
 * @param number its place in the cassette
 * @param host who was asked
 * @param protocol in which protocol
 * @param status the HTTP status
 * @param request what was asked
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

    /** All of them, or the test is skipped and says why. */
    static List<OpenAiRecording> exchanges() throws IOException {
        List<OpenAiRecording> exchanges = new ArrayList<>();
        for (String line : text("recorded_tool_calls.jsonl.gz").split("\n")) {
            JsonNode exchange = MAPPER.readTree(line);
            String path = exchange.get("path").asText();
            protocolOf(path).ifPresent(protocol -> exchanges.add(of(exchange, protocol)));
        }
        return exchanges;
    }

    /** Who was asked, once for each exchange with whomever. */
    static List<String> hosts() throws IOException {
        List<String> hosts = new ArrayList<>();
        for (String line : text("recorded_tool_calls.jsonl.gz").split("\n")) {
            hosts.add(MAPPER.readTree(line).get("host").asText());
        }
        return hosts;
    }

    /** A zipped file as text, or the test is skipped and says why. */
    static String text(String name) throws IOException {
        String folder = System.getProperty("wire.dir", "");
        assumeTrue(!folder.isEmpty(), "skipped: the system property wire.dir names no folder");
        Path file = Path.of(folder).resolve(name);
        assumeTrue(Files.isRegularFile(file), "skipped: there is no file " + file + ", see property wire.dir");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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

    /** The client that would have been used. */
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
