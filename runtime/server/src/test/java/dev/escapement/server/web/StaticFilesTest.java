package dev.escapement.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.server.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StaticFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/escapement/server/web");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import\\(?|URL\\()'\\./([a-z.-]+)'");
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"assets/([a-z.-]+)\"");

    private final FileResponses files = new FileResponses();

    private static Set<String> found(Pattern pattern, String extension) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path path :
                    all.filter(each -> each.toString().endsWith(extension)).toList()) {
                pattern.matcher(Files.readString(path))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private Set<String> missing(Set<String> names) {
        return names.stream()
                .filter(name -> files.get("/assets/" + name, Map.of()).status() != 200)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyImportedModuleIsServed() throws IOException {
        assertEquals(Set.of(), missing(found(IMPORT, ".js")));
    }

    @Test
    void everyListedFileExists() {
        assertEquals(Set.of(), missing(new StaticFiles().assets()));
    }

    @Test
    void everyPageExists() {
        for (String page : List.of("/", "/thread.html", "/threads.html")) {
            assertEquals(200, files.get(page, Map.of()).status(), page);
        }
    }

    @Test
    void everyLinkedFileIsServed() throws IOException {
        assertEquals(Set.of(), missing(found(LINK, ".html")));
    }

    @Test
    void pageHasItsTypeAndRevalidates() {
        Map<String, String> headers = files.get("/", Map.of()).headers();

        assertEquals("text/html; charset=utf-8", headers.get("Content-Type"));
        assertEquals("no-cache", headers.get("Cache-Control"));
    }

    @Test
    void knownTagReturnsNoContent() {
        String tag = files.get("/assets/api.js", Map.of()).headers().get("ETag");

        ServerResponse.Complete response = files.get("/assets/api.js", Map.of("If-None-Match", List.of(tag)));

        assertEquals(304, response.status());
        assertEquals(0, response.body().remaining());
    }

    @Test
    void otherResourcesAreNotServed() {
        for (String path : List.of("/assets/StaticFiles.class", "/assets/..%2Fapi.js", "/assets/%2Fetc%2Fpasswd")) {
            assertEquals(404, files.get(path, Map.of()).status(), path);
        }
    }

    @Test
    void contentIsTheFile() throws IOException {
        String served = StandardCharsets.UTF_8
                .decode(files.get("/assets/style.css", Map.of()).body())
                .toString();

        assertEquals(Files.readString(FOLDER.resolve("style.css")), served);
    }
}
