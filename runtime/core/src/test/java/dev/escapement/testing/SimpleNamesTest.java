package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Tests that a simple name has one meaning in all modules. The types are those of main sources, nested ones included,
 * and the top-level types of tests. The names that types share are in {@code shared-names.txt}, each with its types and
 * the reason, so another type of the same name fails. The result
 * depends on the sources only, so that the older JDK of a build is enough.
 */
@DisabledForJreRange(min = JRE.JAVA_25)
class SimpleNamesTest {

    private static final Path SHARED = Path.of("src/test/resources/shared-names.txt");

    /** Names of a role in the enclosing type. Each of them is a nested type. */
    private static final Set<String> ROLES = Set.of("Builder", "Kind", "Reason", "Visitor");

    /** Types of user code that deliberately share names with types in generated code. */
    private static final Set<String> DELIBERATE = Set.of("functional/clash");

    /** Projects outside this build, whose names are those of users. */
    private static final Set<String> OTHER_PROJECTS = Set.of("/archetype-resources/", "/src/it/");

    private static Map<String, Set<String>> types = Map.of();

    @BeforeAll
    static void collectTypes() throws IOException {
        types = types();
    }

    @Test
    void typesShareOnlyTheListedNames() throws IOException {
        Map<String, Set<String>> shared = new TreeMap<>(types);
        ROLES.forEach(shared::remove);
        shared.values().removeIf(types -> types.size() == 1);

        assertEquals(listed(), text(shared));
    }

    @Test
    void rolesAreNestedTypes() {
        for (String role : ROLES) {
            for (String type : Objects.requireNonNull(types.get(role), role)) {
                String enclosing = type.substring(0, type.lastIndexOf('.'));
                char initial = enclosing.charAt(enclosing.lastIndexOf('.') + 1);

                assertTrue(Character.isUpperCase(initial), type);
            }
        }
    }

    /** Returns the list without comments. */
    private static String listed() throws IOException {
        StringBuilder listed = new StringBuilder();
        for (String line : Files.readAllLines(SHARED)) {
            if (!line.startsWith("#")) {
                listed.append(line.replaceFirst(" *#.*", "")).append('\n');
            }
        }
        return listed.toString();
    }

    private static String text(Map<String, Set<String>> shared) {
        StringBuilder text = new StringBuilder();
        shared.forEach((name, types) -> {
            text.append(name).append('\n');
            types.forEach(type -> text.append("  ").append(type).append('\n'));
        });
        return text.toString();
    }

    /** Returns the qualified names of types by their simple names. */
    private static Map<String, Set<String>> types() throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        TypeCollector collector = new TypeCollector();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                collector.scan(unit, null);
            }
        }
        return collector.types;
    }

    private static List<Path> sources() throws IOException {
        return RepositoryFiles.endingWith(".java").stream()
                .filter(path -> !path.endsWith("module-info.java"))
                .filter(path ->
                        RepositoryFiles.isIn(path, "/src/main/java/") || RepositoryFiles.isIn(path, "/src/test/java/"))
                .filter(path -> DELIBERATE.stream().noneMatch(part -> RepositoryFiles.isIn(path, part)))
                .filter(path -> OTHER_PROJECTS.stream().noneMatch(part -> RepositoryFiles.isIn(path, part)))
                .toList();
    }

    /** A collector of the types in source files. */
    private static final class TypeCollector extends TreeScanner<Void, Void> {

        private final Map<String, Set<String>> types = new TreeMap<>();
        private final Deque<String> enclosing = new ArrayDeque<>();
        private boolean isTest;

        @Override
        public Void visitCompilationUnit(CompilationUnitTree node, Void unused) {
            isTest = RepositoryFiles.isIn(Path.of(node.getSourceFile().toUri()), "/src/test/java/");
            Tree packageName = node.getPackageName();
            enclosing.push(packageName == null ? "" : packageName.toString());
            super.visitCompilationUnit(node, unused);
            enclosing.pop();
            return null;
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            String name = node.getSimpleName().toString();
            if (name.isEmpty()) {
                return super.visitClass(node, unused);
            }
            String qualified = enclosing.element() + "." + name;
            if (!isTest || enclosing.size() == 1) {
                types.computeIfAbsent(name, key -> new TreeSet<>()).add(qualified);
            }
            enclosing.push(qualified);
            super.visitClass(node, unused);
            enclosing.pop();
            return null;
        }
    }
}
