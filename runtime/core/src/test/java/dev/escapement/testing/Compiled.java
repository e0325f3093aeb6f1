package dev.escapement.testing;

import dev.escapement.run.Runner;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The directories of this module's class files. */
final class Compiled {

    private Compiled() {}

    static Path core() throws URISyntaxException {
        return Path.of(
                Runner.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
