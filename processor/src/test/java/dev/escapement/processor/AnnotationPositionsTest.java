package dev.escapement.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test of every annotation at every position. An annotation changes the generated code, requests the default
 * behaviour, or is rejected on its line. A golden file contains the table. The system property {@code golden.update}
 * rewrites the file.
 */
class AnnotationPositionsTest {

    private static final Path TABLE = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("src/test/resources/diagnostics/annotation-positions.txt");

    /** The annotations that never change anything, because each value is checked and, unless optional, required. */
    private static final Set<String> REDUNDANT = Set.of("Valid", "NotNull");

    /** The position in which descriptions apply only to other components, those of the type itself. */
    private static final String SUBINTERFACE = "permitted sealed interface";

    private static final String IMPORTS = """
            package shop;
            import dev.escapement.*;
            import dev.escapement.thread.AgentThread;
            import java.util.*;
            @SuppressWarnings("ESC040")
            class T {
            @Tool record One(String text) {}
            @Tool record End(String text) {}
            """;

    private static final String NOT_APPLICABLE = "not applicable";

    @TempDir
    private Path folder;

    @Test
    void noAnnotationIsIgnored() throws IOException {
        StringBuilder table = new StringBuilder("Annotations of other libraries, by position.\n");
        List<String> ignored = new ArrayList<>();
        for (AnnotationPosition position : Stream.concat(
                        AnnotationPosition.OF_VALUES.stream(), AnnotationPosition.OF_AGENTS.stream())
                .toList()) {
            Map<String, String> cells = cells(position);
            cells.entrySet().stream()
                    .filter(cell -> cell.getValue().equals("ignored"))
                    .forEach(cell -> ignored.add(position + ": " + cell.getKey()));
            table.append("\n").append(position).append("\n");
            SortedMap<String, List<String>> byOutcome =
                    new TreeMap<>(cells.keySet().stream().collect(groupingBy(cells::get)));
            byOutcome.forEach(
                    (outcome, names) -> table.append("  " + outcome + ": " + String.join(", ", names) + "\n"));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, table);
        }

        assertEquals(List.of(), ignored);
        assertEquals(Files.readString(TABLE), table.toString());
    }

    /** Returns the outcome of each annotation at a position. */
    private Map<String, String> cells(AnnotationPosition position) throws IOException {
        Set<Integer> inapplicable = new TreeSet<>();
        CompilerHarness.Compiled plain = compile(position, Set.of(), List.of("-proc:none"));
        Map<Integer, Integer> columns = columns(position, Set.of());
        plain.complaints().forEach(message -> inapplicable.add(column(columns, message, position)));
        CompilerHarness.Compiled compiled = compile(position, inapplicable, List.of());
        Map<Integer, Integer> applicable = columns(position, inapplicable);
        Map<Integer, String> refused = new TreeMap<>();
        for (CompilerHarness.Message message : compiled.complaints()) {
            refused.put(column(applicable, message, position), message.text().substring(1, 7));
        }
        String baseline = generated(compiled, ForeignAnnotation.ALL.size());
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < ForeignAnnotation.ALL.size(); i++) {
            String name = ForeignAnnotation.ALL.get(i).toString();
            String outcome = inapplicable.contains(i)
                    ? NOT_APPLICABLE
                    : refused.containsKey(i)
                            ? "rejected with " + refused.get(i)
                            : !generated(compiled, i).equals(baseline)
                                    ? "honoured"
                                    : isRedundant(position, name) ? "redundant" : "ignored";
            cells.put(name, outcome);
        }
        return cells;
    }

    private static boolean isRedundant(AnnotationPosition position, String annotation) {
        boolean describes = annotation.contains("Desc") || annotation.equals("Schema(description = \"x\")");
        return REDUNDANT.contains(annotation) || (describes && position.name().equals(SUBINTERFACE));
    }

    private CompilerHarness.Compiled compile(AnnotationPosition position, Set<Integer> without, List<String> options)
            throws IOException {
        Path into = Files.createTempDirectory(folder, "p");
        List<Path> sources = new ArrayList<>();
        for (ForeignAnnotation annotation : ForeignAnnotation.ALL) {
            if (!annotation.stub().isEmpty()) {
                Path stub = into.resolve("in").resolve(annotation.name().replace('.', '/') + ".java");
                Files.createDirectories(Objects.requireNonNull(stub.getParent()));
                sources.add(Files.writeString(stub, annotation.stub()));
            }
        }
        sources.add(Files.writeString(into.resolve("T.java"), source(position, without)));
        return options.isEmpty()
                ? CompilerHarness.JAVAC.compile(sources, into)
                : CompilerHarness.JAVAC.compile(sources, into, options);
    }

    /** Returns a source with one type for each annotation, and one without an annotation at the end. */
    private static String source(AnnotationPosition position, Set<Integer> without) {
        StringBuilder source = new StringBuilder(IMPORTS);
        for (int i = 0; i <= ForeignAnnotation.ALL.size(); i++) {
            if (!without.contains(i)) {
                source.append(type(position, i)).append("\n");
            }
        }
        return source.append("}\n").toString();
    }

    private static String type(AnnotationPosition position, int i) {
        List<ForeignAnnotation> all = ForeignAnnotation.ALL;
        return position.source(
                "R%03d".formatted(i), i == all.size() ? "" : all.get(i).text());
    }

    /** Returns the index of each annotation by its line. */
    private static Map<Integer, Integer> columns(AnnotationPosition position, Set<Integer> without) {
        Map<Integer, Integer> columns = new TreeMap<>();
        int line = (int) IMPORTS.lines().count() + 1;
        for (int i = 0; i <= ForeignAnnotation.ALL.size(); i++) {
            if (!without.contains(i)) {
                List<String> lines = type(position, i).lines().toList();
                for (int l = 0; l < lines.size(); l++) {
                    if (i < ForeignAnnotation.ALL.size()
                            && lines.get(l)
                                    .contains(ForeignAnnotation.ALL.get(i).text())) {
                        columns.put(line + l, i);
                    }
                }
                line += lines.size() + (type(position, i).endsWith("\n") ? 1 : 0);
            }
        }
        return columns;
    }

    private static int column(
            Map<Integer, Integer> columns, CompilerHarness.Message message, AnnotationPosition position) {
        Integer column = message.file().equals("T.java") ? columns.get((int) message.line()) : null;
        return Objects.requireNonNull(column, () -> position + ": not at an annotation: " + message);
    }

    /** Returns the code generated for an annotation, with a neutral name of the type and without fingerprints of forms. */
    private static String generated(CompilerHarness.Compiled compiled, int i) {
        String name = "R%03d".formatted(i);
        return compiled.generated().entrySet().stream()
                .filter(file -> file.getKey().contains(name))
                .map(file -> file.getValue().replaceAll("(?i)r\\d{3}|\"[0-9a-f]{16}\"", "R"))
                .collect(joining());
    }
}
