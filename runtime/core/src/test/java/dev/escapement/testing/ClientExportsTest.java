package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExportsTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The types that the modules for model providers export to everyone are those of the list in {@code
 * exported-types-of-clients.txt}, according to their sources. {@link ExportedTypesTest} does the same for core.
 */
class ClientExportsTest {

    private static final Path LIST = Path.of("src/test/resources/exported-types-of-clients.txt");

    @Test
    void exportedTypesAreListed() throws IOException {
        StringBuilder found = new StringBuilder();
        for (Path sources : modules()) {
            exports(sources).forEach((name, types) -> {
                found.append(name).append('\n');
                types.forEach(type -> found.append("  ").append(type).append('\n'));
            });
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(LIST, found);
        }

        assertEquals(Files.readString(LIST), found.toString());
    }

    /** Returns the sources of the modules other than core; a Maven module without a descriptor exports everything. */
    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            return folders.filter(folder -> !folder.endsWith("core"))
                    .map(folder -> folder.resolve(Path.of("src", "main", "java")))
                    .filter(sources -> Files.exists(sources.resolve("module-info.java")))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the public types of each package that a module exports without qualification. */
    private static Map<String, Set<String>> exports(Path sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        PublicTypes collector = new PublicTypes();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> walk = Files.walk(sources)) {
            List<Path> all =
                    walk.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) javac.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(all));
            for (CompilationUnitTree unit : task.parse()) {
                collector.scan(unit, null);
            }
        }
        Map<String, Set<String>> exports = new TreeMap<>();
        for (String exported : collector.exported) {
            exports.put(exported, collector.types.getOrDefault(exported, Set.of()));
        }
        return exports;
    }

    /** A collector of the public types of packages, and of the packages that a module exports. */
    private static final class PublicTypes extends TreeScanner<Void, Void> {

        private final Map<String, Set<String>> types = new TreeMap<>();
        private final List<String> exported = new ArrayList<>();
        private String packageName = "";
        private String enclosing = "";
        private boolean isInInterface;

        @Override
        public Void visitCompilationUnit(CompilationUnitTree node, Void unused) {
            Tree name = node.getPackageName();
            packageName = name == null ? "" : name.toString();
            return super.visitCompilationUnit(node, unused);
        }

        @Override
        public Void visitExports(ExportsTree node, Void unused) {
            if (node.getModuleNames() == null) {
                exported.add(node.getPackageName().toString());
            }
            return super.visitExports(node, unused);
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            Set<Modifier> modifiers = node.getModifiers().getFlags();
            boolean isPublic =
                    isInInterface || modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
            if (!isPublic || node.getSimpleName().isEmpty()) {
                return null;
            }
            String outer = enclosing;
            boolean wasInInterface = isInInterface;
            enclosing += (outer.isEmpty() ? "" : ".") + node.getSimpleName();
            isInInterface = node.getKind() == Tree.Kind.INTERFACE || node.getKind() == Tree.Kind.ANNOTATION_TYPE;
            types.computeIfAbsent(packageName, key -> new TreeSet<>()).add(enclosing);
            node.getMembers().stream().filter(ClassTree.class::isInstance).forEach(member -> scan(member, null));
            enclosing = outer;
            isInInterface = wasInInterface;
            return null;
        }
    }
}
