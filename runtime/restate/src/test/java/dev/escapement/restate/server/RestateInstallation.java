package dev.escapement.restate.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The program of Restate's server that {@code src/test/restate/install} provides. The system property {@code
 * restate.executable} names another one.
 */
public final class RestateInstallation {

    private static final String VERSION = "1.7.12"; // the same as in src/test/restate/install

    private RestateInstallation() {}

    /**
     * Skips the running test or test class if the program is missing, or fails it with {@code -Drestate.required=true}.
     * Otherwise, has no effect.
     */
    public static void require() {
        String remedy = "The server of Restate is missing. Run runtime/restate/src/test/restate/install.";
        boolean present = executable().isPresent();
        if (!present && Boolean.getBoolean("restate.required")) {
            Assertions.fail(remedy);
        }
        Assumptions.assumeTrue(present, remedy);
    }

    /** Returns the program: that of the system property, else that of this module, else that of the cache. */
    static Optional<Path> executable() {
        String named = System.getProperty("restate.executable");
        Stream<Path> candidates = named != null
                ? Stream.of(Path.of(named))
                : Stream.of(
                        Path.of("target", "restate", "restate-server"),
                        cache().resolve("escapement")
                                .resolve("restate")
                                .resolve(VERSION)
                                .resolve("restate-server"));
        return candidates.filter(Files::isExecutable).findFirst().map(Path::toAbsolutePath);
    }

    private static Path cache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        return configured != null && !configured.isEmpty()
                ? Path.of(configured)
                : Path.of(Objects.requireNonNull(System.getProperty("user.home")), ".cache");
    }
}
