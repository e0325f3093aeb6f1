package dev.escapement.run;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Tests of races for threads in files. */
class FileRunnerRacesTest extends RunnerRacesContract {

    @TempDir
    Path directory;

    @Override
    ThreadStore open() {
        return FileThreadStore.in(directory);
    }
}
