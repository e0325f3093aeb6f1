package dev.escapement.samples.benchmarks.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the effects of steps, to which all processes append. It represents the outside world: a line is an effect
 * that has been taken, whether or not the process lives to record the outcome.
 */
final class Ledger {

    /** The end of a complete line. */
    private static final String END = " .";

    /**
     * An effect.
     *
     * @param key the idempotency key with which the step ran
     * @param effect the effect of the step
     * @param attempt the number of the attempt
     * @param item the argument of the step
     */
    record Entry(String key, Effect effect, int attempt, String item) {}

    /**
     * The content of the file.
     *
     * @param entries the effects, oldest first
     * @param torn the number of incomplete lines
     */
    record Entries(List<Entry> entries, int torn) {}

    private final Path file;

    Ledger(Path file) {
        this.file = file;
    }

    /** Appends an effect, and returns after it was written to the disk. */
    void append(Entry entry) {
        // The line feed before the line separates it from the remainder of a torn line.
        String line =
                "\n" + entry.key() + " " + entry.effect() + " " + entry.attempt() + " " + entry.item() + END + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            if (channel.write(bytes) != line.length()) {
                throw new IOException("the file system wrote a part of the line only");
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of effects with a key. */
    long count(String key) {
        return read().entries().stream()
                .filter(entry -> entry.key().equals(key))
                .count();
    }

    /** Reads the file. */
    Entries read() {
        List<Entry> entries = new ArrayList<>();
        int torn = 0;
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of()) {
                String[] words = line.split(" ");
                if (line.endsWith(END) && words.length == 5) {
                    entries.add(new Entry(words[0], Effect.valueOf(words[1]), Integer.parseInt(words[2]), words[3]));
                } else if (!line.isEmpty()) {
                    torn++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Entries(entries, torn);
    }
}
