package dev.escapement.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;

/** A small file system in memory, for tests without space. Unmounted at the end of the JVM at the latest. */
final class SmallDisk implements AutoCloseable {

    private static final int TEXT_SIZE = 60_000;

    private final Path folder;
    private final Thread unmounter = new Thread(this::unmount);

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts a file system of 16 MiB. Aborts the test if this process must not mount file systems. */
    static SmallDisk mount(String owner) throws IOException, InterruptedException {
        SmallDisk disk = new SmallDisk(Files.createTempDirectory("escapement-disk"));
        String options = "size=16m,mode=700,uid=" + owner;
        if (!succeeds("mount", "-t", "tmpfs", "-o", options, "none", disk.folder.toString())) {
            Files.delete(disk.folder);
            Assumptions.abort("this process must not mount a file system");
        }
        Runtime.getRuntime().addShutdownHook(disk.unmounter);
        return disk;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Returns a text that databases cannot compress. */
    static String incompressible(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        while (text.length() < TEXT_SIZE) {
            text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36));
        }
        return text.toString();
    }

    Path folder() {
        return folder;
    }

    private void unmount() {
        try {
            // Detaches the file system even if a process still has an open file.
            succeeds("umount", "-l", folder.toString());
            Files.delete(folder);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(unmounter);
        unmount();
    }
}
