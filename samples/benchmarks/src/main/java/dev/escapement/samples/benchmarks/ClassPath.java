package dev.escapement.samples.benchmarks;

import java.io.File;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The class path of this JVM, of which a benchmark uses the entries of one library. */
public final class ClassPath {

    /** The pattern of the entries that contain the Escapement runtime and its dependencies. */
    public static final String ESCAPEMENT_RUNTIME =
            "/core/target/(classes|escapement-runtime-[^/]*(?<!tests)\\.jar)$|/escapement-runtime/"
                    + "|/tools/jackson/core/jackson-core/|/jspecify/";

    /** The pattern of the entries that only the service for Restate requires. */
    private static final Pattern RESTATE =
            Pattern.compile("/restate/target/|/escapement-restate/|/dev/restate/|/com/google/protobuf/|/io/netty/"
                    + "|/io/opentelemetry/|/io/reactiverse/|/io/vertx/|/org/apache/logging/|/org/jetbrains/");

    private ClassPath() {}

    /**
     * Returns the entries that match a pattern, without those that only the service for Restate requires.
     *
     * @param entries a pattern that finds a part of each entry, with {@code /} as separator of folders
     * @return the class path of these entries, in their order
     */
    public static String select(Pattern entries) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> contains(entries, entry) && !contains(RESTATE, entry))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean contains(Pattern entries, String entry) {
        return entries.matcher(entry.replace(File.separatorChar, '/')).find();
    }
}
