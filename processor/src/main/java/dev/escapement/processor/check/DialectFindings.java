package dev.escapement.processor.check;

import dev.escapement.processor.schema.SchemaDialect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The findings of several dialects, or on several paths of one, about one component, without repetitions. */
final class DialectFindings {

    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private String path = "";

    /** Adds a finding on a path to the component. */
    void add(String foundPath, SchemaDialect dialect, String finding) {
        path = path.isEmpty() || foundPath.length() < path.length() ? foundPath : path;
        words.computeIfAbsent(dialect.option(), name -> new LinkedHashSet<>()).add(finding);
    }

    /** Returns the shortest path to the component. */
    String path() {
        return path;
    }

    /** Returns the dialects with findings, as compiler options name them. */
    Set<String> dialects() {
        return words.keySet();
    }

    /** Returns the findings of all dialects. */
    String all() {
        return words.values().stream().flatMap(Set::stream).distinct().collect(Collectors.joining(", and "));
    }

    /** Returns the findings of each dialect: "format in openai_strict; pattern in gemini". */
    String words() {
        return words.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " in " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
