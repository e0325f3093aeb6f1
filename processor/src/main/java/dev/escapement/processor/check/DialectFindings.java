package dev.escapement.processor.check;

import dev.escapement.processor.schema.SchemaDialect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What several dialects, or several paths of one, have to say of one component: each thing once. */
final class DialectFindings {

    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private String path = "";

    void add(String way, SchemaDialect dialect, String what) {
        path = path.isEmpty() || way.length() < path.length() ? way : path;
        words.computeIfAbsent(dialect.option(), name -> new LinkedHashSet<>()).add(what);
    }

    /** The shortest path that leads there. */
    String path() {
        return path;
    }

    Set<String> dialects() {
        return words.keySet();
    }

    /** All that was said, whatever the dialect. */
    String all() {
        return words.values().stream().flatMap(Set::stream).distinct().collect(Collectors.joining(", and "));
    }

    /** What was said for each dialect: "format in openai_strict; pattern in gemini". */
    String words() {
        return words.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " in " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
