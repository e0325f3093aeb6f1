package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Tests that encoders of long texts, which take their characters from a pool, do not share them. */
class JsonBufferTest {

    private static final int LONG = 10_000;
    private static final JsonCodec<String> PLAIN = codec(JsonWriter::writeString);

    private static JsonCodec<String> codec(BiConsumer<JsonWriter, String> body) {
        return JsonCodec.of(
                in -> {
                    throw new AssertionError("Nothing is decoded.");
                },
                body::accept);
    }

    private static String text(char c, int length) {
        return String.valueOf(c).repeat(length);
    }

    private static String quoted(char c, int length) {
        return '"' + text(c, length) + '"';
    }

    @Test
    void longTextInALongTextIsComplete() {
        JsonCodec<String> outer = codec((out, value) -> {
            out.beginArray();
            out.writeString(value);
            out.writeInt(PLAIN.encode(text('b', LONG)).length());
            out.writeString(value);
            out.endArray();
        });

        assertEquals(
                "[" + quoted('a', LONG) + "," + (LONG + 2) + "," + quoted('a', LONG) + "]",
                outer.encode(text('a', LONG)));
    }

    @Test
    void failureAfterALongTextDoesNotChangeTheNextTexts() {
        JsonCodec<String> failing = codec((out, value) -> {
            out.writeString(value);
            throw new IllegalStateException("closed");
        });

        assertThrows(IllegalStateException.class, () -> failing.encode(text('a', LONG)));

        assertEquals(quoted('b', LONG), PLAIN.encode(text('b', LONG)));
        assertEquals(quoted('c', 2 * LONG), PLAIN.encode(text('c', 2 * LONG)));
    }

    @Test
    void writerThatWasKeptDoesNotWriteIntoLaterTexts() {
        List<JsonWriter> kept = new ArrayList<>();
        JsonCodec<String> keeping = codec((out, value) -> {
            kept.add(out);
            out.writeString(value);
        });
        keeping.encode(text('a', LONG));
        JsonCodec<String> later = codec((out, value) -> {
            out.writeString(value);
            kept.get(0).text.append(text('x', LONG / 2));
        });

        assertEquals(quoted('b', LONG), later.encode(text('b', LONG)));
    }

    @Test
    void javaThreadsHaveCharactersOfTheirOwn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (char c = 'a'; c < 'e'; c++) {
                char own = c;
                ends.add(threads.submit(() -> {
                    for (int length = 100; length <= 200_000; length = length * 3 / 2) {
                        assertEquals(quoted(own, length), PLAIN.encode(text(own, length)));
                    }
                }));
            }
            for (Future<?> end : ends) {
                end.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
