package dev.escapement.run;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The format of a line that contains a JSON value in UTF-8 and ends with a line feed. */
final class JsonLine {

    private JsonLine() {}

    /** Returns a value encoded as a JSON line in UTF-8, including the line feed. */
    static <T> byte[] of(JsonCodec<T> codec, T value) {
        return (codec.encode(value) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the index after the line feed of the line that starts at a given index, or -1 if the line feed is
     * missing.
     */
    static int end(byte[] text, int start) {
        for (int i = start; i < text.length; i++) {
            if (text[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /**
     * Decodes the JSON value in a line.
     *
     * @param line the line without its line feed
     * @param codec the codec of the value
     * @param notUtf8 creates the exception for bytes that are not UTF-8
     * @param faulty creates the exception for text that the codec rejects, from the text and its violations
     * @throws CorruptThreadException if the line is not UTF-8
     */
    static <T> T read(
            ByteBuffer line,
            JsonCodec<T> codec,
            Supplier<? extends RuntimeException> notUtf8,
            BiFunction<String, List<Violation>, RuntimeException> faulty) {
        String json = text(line, notUtf8);
        return codec.decode(json).fold(Decoded.Accepted::value, rejected -> {
            throw faulty.apply(json, rejected.violations());
        });
    }

    /** Returns the text of a line. */
    static String text(ByteBuffer line, Supplier<? extends RuntimeException> notUtf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
        } catch (CharacterCodingException e) {
            throw notUtf8.get();
        }
    }
}
