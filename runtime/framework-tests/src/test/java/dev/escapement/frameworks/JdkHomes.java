package dev.escapement.frameworks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this computer: 17, and the newest one. */
final class JdkHomes {

    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
    private static final int OLDEST = 17;

    private JdkHomes() {}

    /** A JDK. */
    record Jdk(int version, Path home) {

        /** Returns a program of the JDK. */
        String program(String name) {
            return home.resolve("bin").resolve(name).toString();
        }

        @Override
        public String toString() {
            return "JDK " + version;
        }
    }

    /** Returns JDK 17 and the newest later one, or only one of them if the other is not installed. */
    static List<Jdk> all() {
        SortedMap<Integer, Path> homes = new TreeMap<>();
        add(homes, Path.of(System.getProperty("java.home")));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> entries = Files.list(INSTALLED)) {
                entries.sorted(Collections.reverseOrder()).forEach(home -> add(homes, home));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<Jdk> found = new ArrayList<>();
        if (homes.containsKey(OLDEST)) {
            found.add(new Jdk(OLDEST, homes.get(OLDEST)));
        }
        if (homes.lastKey() > OLDEST) {
            found.add(new Jdk(homes.lastKey(), homes.get(homes.lastKey())));
        }
        return found;
    }

    private static void add(SortedMap<Integer, Path> homes, Path home) {
        Path release = home.resolve("release");
        if (Files.isExecutable(home.resolve("bin/javac")) && Files.isRegularFile(release)) {
            try {
                Matcher version = VERSION.matcher(Files.readString(release, StandardCharsets.UTF_8));
                if (version.find()) {
                    homes.putIfAbsent(Integer.parseInt(version.group(1)), home);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
