package dev.escapement.run;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a file, each a JSON value in UTF-8 that ends with a line feed. */
final class JsonLine {

    /** The maximum number of violations of a line in a message. */
    private static final int MAX_FAULTS = 5;

    private JsonLine() {}

    /** Returns the bytes of a line, including the line feed. */
    static <T> byte[] of(JsonCodec<T> codec, T value) {
        return (codec.encode(value) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the end, after its line feed, of the line that starts at an index; -1 if the line feed is missing. */
    static int end(byte[] text, int start) {
        for (int i = start; i < text.length; i++) {
            if (text[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /**
     * Decodes a line.
     *
     * @param file the file, for the exception
     * @param number the number of the line, for the exception
     * @param line the line without its line feed
     * @param codec the codec of the value
     * @param expected the description of the expected content, for the exception
     * @throws CorruptThreadException if the line is invalid
     */
    static <T> T read(Path file, int number, ByteBuffer line, JsonCodec<T> codec, String expected) {
        String json;
        try {
            json = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
        } catch (CharacterCodingException e) {
            throw new CorruptThreadException(file, number, expected, "bytes that are no UTF-8");
        }
        return codec.decode(json).fold(Decoded.Accepted::value, rejected -> {
            throw new CorruptThreadException(file, number, expected, faults(rejected.violations()));
        });
    }

    private static String faults(List<Violation> violations) {
        String first = violations.stream()
                .limit(MAX_FAULTS)
                .map(Violation::toString)
                .collect(Collectors.joining("; ", "a line with faults (", ""));
        return first + (violations.size() <= MAX_FAULTS ? ")" : "; and more)");
    }
}
