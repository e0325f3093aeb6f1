package dev.escapement.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.thread.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InspectorFilesTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/dev/escapement/server/web");
    private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");
    private static final Pattern KIND = Pattern.compile("^ {2}([a-z_]+): \\(", Pattern.MULTILINE);

    @Test
    void everyImportedScriptIsServed() throws IOException {
        TreeSet<String> imported = new TreeSet<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".js")).toList()) {
                IMPORT.matcher(Files.readString(file)).results().forEach(match -> imported.add(match.group(1)));
            }
        }
        imported.removeAll(new StaticFiles().assets());

        assertEquals(new TreeSet<>(), imported);
    }

    @Test
    void everyKindOfEventHasWords() throws IOException {
        String events = Files.readString(DIRECTORY.resolve("events.js"));
        String words = events.substring(events.indexOf("const KINDS"), events.indexOf("function of"));

        List<String> described = KIND.matcher(words)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();

        List<String> kinds = Arrays.stream(EventKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
        assertEquals(kinds, described);
    }
}
