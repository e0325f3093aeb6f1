package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Every switch over an enum of the processor or the runtime is an expression without {@code default}, so that a new
 * constant does not compile until the switch handles it.
 */
@DisabledForJreRange(min = JRE.JAVA_25) // the result depends on the sources only
class EnumSwitchTest {

    /** Switches over an enum of the JDK whose labels are also constants of one of ours, as the file and the selector. */
    private static final Set<String> FOREIGN = Set.of("DefinitionReader.java (element.getKind())");

    @Test
    void switchesOverOwnEnumsAreExhaustive() throws IOException {
        Scan scan = Scan.of(mainSources());

        assertEquals(List.of(), scan.findings);
        assertTrue(scan.checked > 50, () -> "checked only " + scan.checked + " switches");
    }

    @Test
    void defaultAndStatementAreFound() throws IOException {
        String source = """
                package planted;
                enum Own {
                    ONE, TWO;
                    int number() {
                        return switch (this) { case ONE -> 1; default -> 2; };
                    }
                    void run() {
                        switch (this) { case ONE, TWO -> {} }
                    }
                    int exhaustive() {
                        return switch (this) { case ONE -> 1; case TWO -> 2; };
                    }
                    static int foreign(Thread.State state, String text) {
                        switch (text) { case "ONE" -> {} default -> {} }
                        return switch (state) { case NEW -> 1; default -> 2; };
                    }
                }
                """;
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("memory:///planted/Own.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };

        assertEquals(List.of("Own.java:5: default", "Own.java:8: statement"), Scan.of(file).findings);
    }

    private static List<Path> mainSources() throws IOException {
        return RepositoryFiles.endingWith(".java").stream()
                .filter(path -> !path.endsWith("module-info.java"))
                .filter(path ->
                        RepositoryFiles.isIn(path, "/src/main/java/") && !RepositoryFiles.isIn(path, "/samples/"))
                .toList();
    }

    /**
     * A search for switches without attribution, because the libraries of other modules are not on the class path: a
     * switch is over an enum of ours if all its labels are constants of one.
     */
    private static final class Scan extends TreePathScanner<Void, Void> {

        private final List<String> findings = new ArrayList<>();
        private final Set<Set<String>> enums;
        private final SourcePositions positions;
        private int checked;

        private Scan(Set<Set<String>> enums, SourcePositions positions) {
            this.enums = enums;
            this.positions = positions;
        }

        static Scan of(List<Path> sources) throws IOException {
            JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager files =
                    javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
                List<JavaFileObject> units = new ArrayList<>();
                files.getJavaFileObjectsFromPaths(sources).forEach(units::add);
                return of(units.toArray(JavaFileObject[]::new));
            }
        }

        static Scan of(JavaFileObject... units) throws IOException {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, null, List.of("-proc:none"), null, List.of(units));
            Iterable<? extends CompilationUnitTree> trees = task.parse();
            EnumConstants constants = new EnumConstants();
            trees.forEach(tree -> constants.scan(tree, null));
            Scan scan = new Scan(constants.found, Trees.instance(task).getSourcePositions());
            trees.forEach(tree -> scan.scan(tree, null));
            return scan;
        }

        @Override
        public Void visitSwitch(SwitchTree node, Void unused) {
            if (isOverOwnEnum(node.getExpression(), node.getCases())) {
                add(node, "statement");
            }
            return super.visitSwitch(node, unused);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree node, Void unused) {
            if (isOverOwnEnum(node.getExpression(), node.getCases())
                    && node.getCases().stream().anyMatch(EnumSwitchTest::isDefault)) {
                add(node, "default");
            }
            return super.visitSwitchExpression(node, unused);
        }

        private boolean isOverOwnEnum(ExpressionTree selector, List<? extends CaseTree> cases) {
            Set<String> labels = new HashSet<>();
            for (CaseTree branch : cases) {
                branch.getExpressions().forEach(label -> labels.add(label.toString()));
            }
            boolean isOver = !labels.isEmpty()
                    && enums.stream().anyMatch(constants -> constants.containsAll(labels))
                    && !FOREIGN.contains(file() + " " + selector);
            checked += isOver ? 1 : 0;
            return isOver;
        }

        private void add(Tree node, String problem) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, node));
            findings.add(file() + ":" + line + ": " + problem);
        }

        private String file() {
            String path = getCurrentPath()
                    .getCompilationUnit()
                    .getSourceFile()
                    .toUri()
                    .getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private static boolean isDefault(CaseTree branch) {
        return branch.getExpressions().isEmpty();
    }

    /** A search for the constants of each enum. */
    private static final class EnumConstants extends TreeScanner<Void, Void> {

        private final Set<Set<String>> found = new HashSet<>();

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            if (node.getKind() == Tree.Kind.ENUM) {
                found.add(node.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(member -> ((VariableTree) member).getName().toString())
                        .collect(Collectors.toSet()));
            }
            return super.visitClass(node, unused);
        }
    }
}
