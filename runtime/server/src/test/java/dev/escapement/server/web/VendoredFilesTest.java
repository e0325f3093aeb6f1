package dev.escapement.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendoredFilesTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/dev/escapement/server/web/vendor");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|.*\\| `([0-9a-f]{64})` \\|");

    @Test
    void everyFileHasItsListedHash() throws Exception {
        Map<String, String> listed = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(DIRECTORY.resolve("VENDOR.md")));
        while (row.find()) {
            listed.put(row.group(1), row.group(2));
        }

        assertEquals(actual(), listed);
    }

    private static Map<String, String> actual() throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.filter(each -> !each.endsWith("VENDOR.md")).toList()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                hashes.put(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
            }
        }
        return hashes;
    }

    @Test
    void noticeNamesTheVersion() throws IOException {
        String notice = Files.readString(Path.of("../../NOTICE"));

        assertTrue(notice.contains("dagre 3.1.3 and graphlib 4.0.6"), notice);
    }
}
