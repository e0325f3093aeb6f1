package dev.escapement.testkit;

import dev.escapement.run.FileThreadStore;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract of drivers on a runner with a store in files. */
class FileRunnerDriverTest extends DriverSuite {

    @TempDir
    private Path temporary;

    @Override
    protected DriverFixture fixture() {
        Path directory = temporary.resolve(UUID.randomUUID().toString());
        return DriverFixture.ofRunner(() -> FileThreadStore.in(directory));
    }
}
