package dev.escapement.restate.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of effects, to which all processes append. It represents the outside world: a line is an effect that has been
 * taken, whether or not its process records the outcome. Safe for concurrent use.
 *
 * @param file the file
 */
record EffectFile(Path file) {

    private static final String END = " .";

    /**
     * An effect.
     *
     * @param key the idempotency key with which the step ran
     * @param pid the id of the process
     */
    record Taken(String key, Effect effect, long pid) {}

    /** Appends an effect, and returns after it was written to the disk. */
    void append(String key, Effect effect) {
        // The line feed before the line separates it from the remainder of an incomplete line.
        String line = "\n" + key + " " + effect + " " + ProcessHandle.current().pid() + END + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            if (channel.write(bytes) != bytes.limit()) {
                throw new IOException("The file system wrote a part of the line. Use another one.");
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the effects, oldest first. */
    List<Taken> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file, UTF_8).stream()
                            .filter(line -> line.endsWith(END))
                            .map(line -> line.split(" "))
                            .map(words -> new Taken(words[0], Effect.valueOf(words[1]), Long.parseLong(words[2])))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of effects with a key. */
    long count(String key) {
        return read().stream().filter(taken -> taken.key().equals(key)).count();
    }

    /** Returns the result of a step that ran with a key. */
    static String result(String key) {
        return "done: " + key;
    }
}
