package dev.escapement.jdbc.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.Effect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of effects outside the database, to which all processes append. A line is an effect that was taken. */
final class EffectLedger {

    private static final String END = " .";

    /** An effect. */
    record Taken(String key, Effect effect, int attempt, long process) {}

    private final Path file;

    EffectLedger(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Appends an effect, and returns after it was written to the disk. */
    void append(Taken taken) throws IOException {
        // The line feed before the line separates it from the remainder of a torn line.
        String line =
                "\n" + taken.key() + " " + taken.effect() + " " + taken.attempt() + " " + taken.process() + END + "\n";
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
            if (channel.write(bytes) != bytes.capacity()) {
                throw new IOException("the file system wrote a part of the line only");
            }
            channel.force(false);
        }
    }

    /** Returns the complete lines, oldest first. */
    List<Taken> read() throws IOException {
        List<Taken> effects = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file, UTF_8) : List.<String>of()) {
            String[] words = line.split(" ");
            if (line.endsWith(END) && words.length == 5) {
                effects.add(new Taken(
                        words[0], Effect.valueOf(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3])));
            }
        }
        return effects;
    }

    /** Returns the number of effects with a key. */
    long count(String key) throws IOException {
        return read().stream().filter(taken -> taken.key().equals(key)).count();
    }
}
