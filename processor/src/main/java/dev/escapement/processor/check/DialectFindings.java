package dev.escapement.processor.check;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.SchemaFinding;
import dev.escapement.processor.schema.SchemaDialect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The distinct findings about one component in all dialects and on all paths to that component. */
final class DialectFindings {

    private final Map<String, Set<Object>> words = new LinkedHashMap<>();
    private String path = "";

    /** Adds a finding for a dialect and a path to the component. */
    void add(String foundPath, SchemaDialect dialect, Object finding) {
        path = path.isEmpty() || foundPath.length() < path.length() ? foundPath : path;
        words.computeIfAbsent(dialect.option(), name -> new LinkedHashSet<>()).add(finding);
    }

    /** Returns the shortest path to the component. */
    String path() {
        return path;
    }

    /** Returns the names of the dialects with findings, as written in the compiler option. */
    List<String> dialects() {
        return List.copyOf(words.keySet());
    }

    /** Returns the findings of all dialects. */
    List<Object> all() {
        return words.values().stream().flatMap(Set::stream).distinct().toList();
    }

    /** Returns the findings in each dialect as a clause, such as "format in openai_strict". */
    List<Clause> words() {
        return words.entrySet().stream()
                .map(entry -> SchemaFinding.IN_DIALECT.with(List.copyOf(entry.getValue()), entry.getKey()))
                .toList();
    }
}
