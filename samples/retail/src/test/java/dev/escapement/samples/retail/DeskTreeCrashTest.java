package dev.escapement.samples.retail;

import dev.escapement.run.FileThreadStore;
import dev.escapement.run.ThreadStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

/** Tests of stops of the front desk and its sub-agents with threads in files. */
class DeskTreeCrashTest extends DeskTreeCrashContract {

    @TempDir
    Path folder;

    @Override
    protected Supplier<ThreadStore> newDisk() throws Exception {
        Path disk = Files.createTempDirectory(folder, "disk");
        return () -> FileThreadStore.in(disk);
    }
}
