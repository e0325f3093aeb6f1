package dev.escapement.anthropic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One recorded exchange with Anthropic. The recordings are not part of this project; the system property {@code wire.dir}
 * names their folder. They are read by another library than the one under test.
 *
 * @param cassette where it was recorded
 * @param number its place in the cassette
 * @param request what was asked
 * @param body the body of the reply
 */
record AnthropicRecording(String cassette, int number, JsonNode request, JsonNode body) {

    static final String HOST = "api.anthropic.com";
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** All of them in the order in which they were recorded, or the test is skipped and says why. */
    static List<AnthropicRecording> exchanges() throws IOException {
        List<AnthropicRecording> exchanges = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("recorded_tool_calls.jsonl.gz"))),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode exchange = MAPPER.readTree(line);
                if (exchange.get("host").asText().equals(HOST)) {
                    exchanges.add(new AnthropicRecording(
                            exchange.get("cassette").asText(),
                            exchange.get("n").asInt(),
                            exchange.get("request"),
                            exchange.get("response")));
                }
            }
        }
        return exchanges;
    }

    /** The recorded event streams by the names of their files, or the test is skipped and says why. */
    static Map<String, String> streams() throws IOException {
        Map<String, String> streams = new TreeMap<>();
        try (Stream<Path> files = Files.list(file("anthropic-sse"))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".txt")) {
                    streams.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return streams;
    }

    private static Path file(String name) {
        String folder = System.getProperty("wire.dir", "");
        assumeTrue(!folder.isEmpty(), "skipped: the system property wire.dir names no folder");
        Path file = Path.of(folder).resolve(name);
        assumeTrue(Files.exists(file), "skipped: there is no " + file + ", see property wire.dir");
        return file;
    }

    /** The client that would have been used. */
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
