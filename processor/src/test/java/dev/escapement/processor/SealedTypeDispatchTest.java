package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.testing.TypeUsers;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a new subtype of a sealed type, or constant of an enum, breaks the build until each file that dispatches on
 * the type handles it. Each test adds one to the sources of the processor in memory, and compares the files with errors.
 */
class SealedTypeDispatchTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final String PACKAGE = "dev/escapement/processor/";
    private static final Path PROCESSOR = MAIN.resolve(PACKAGE);
    private static final Path CLASSES = Path.of("target", "classes");

    @TempDir
    private Path classes;

    @Test
    void newSchemaBreaksEachVisitor() throws IOException {
        Source schema = Source.read("schema/Schema.java")
                .after("public sealed interface Schema {", """
                        record Added(Notes notes) implements Schema {
                            @Override
                            public Added with(Notes other) {
                                return new Added(other);
                            }

                            @Override
                            public <R> R accept(Visitor<R> visitor) {
                                return visitor.added(this);
                            }
                        }
                        """)
                .after("interface Visitor<R> {", "R added(Added added);");

        assertBroken(
                schema,
                "schema/BranchMerger.java",
                "schema/Lowering.java",
                "schema/ReferenceInliner.java",
                "schema/SchemaPrinter.java",
                "schema/SchemaStatistics.java");
    }

    @Test
    void newShapeBreaksEachVisitorAndSwitch() throws IOException {
        Source shape = Source.read("model/TypeShape.java")
                .after("public sealed interface TypeShape {", """
                        record Added() implements TypeShape {
                            @Override
                            public Kind kind() {
                                return Kind.ADDED;
                            }

                            @Override
                            public <R> R accept(Visitor<R> visitor) {
                                return visitor.added(this);
                            }

                            @Override
                            public Stream<TypeShape> parts() {
                                return Stream.empty();
                            }
                        }
                        """)
                .after("enum Kind {", "ADDED,")
                .after("interface Visitor<R> {", "R added(Added added);");

        assertBroken(
                shape,
                "check/FiniteTypes.java",
                "check/NamingValidator.java",
                "check/ShapeDescriptions.java",
                "generate/DecoderMethods.java",
                "generate/DefaultValueCode.java",
                "generate/EncoderMethods.java",
                "generate/JavaTypeNames.java",
                "generate/MapDecoderCode.java",
                "generate/MethodNames.java",
                "generate/RecordDecoderCode.java",
                "model/ShapeForm.java",
                "model/TypeModel.java",
                "read/DefaultValueReader.java",
                "read/DefinitionReader.java",
                "read/JavaEquality.java",
                "read/JavaShapes.java",
                "schema/SchemaBuilder.java");
    }

    @Test
    void newConstraintBreaksEachVisitorAndSwitch() throws IOException {
        Source constraint = Source.read("model/Constraint.java")
                .after("public sealed interface Constraint {", """
                        record Added() implements Constraint {
                            @Override
                            public Kind kind() {
                                return Kind.ADDED;
                            }

                            @Override
                            public <R> R accept(Visitor<R> visitor) {
                                return visitor.added(this);
                            }

                            @Override
                            public boolean appliesTo(TypeShape shape) {
                                return true;
                            }
                        }
                        """)
                .after("enum Kind {", "ADDED,")
                .after("interface Visitor<R> {", "R added(Added added);");

        assertBroken(
                constraint,
                "check/ConstraintConflictValidator.java",
                "check/ConstraintTargetValidator.java",
                "check/NumberRange.java",
                "check/SizeRange.java",
                "generate/ConstraintCode.java",
                "model/ShapeForm.java",
                "read/ConstraintMerger.java",
                "read/DefaultValueRules.java",
                "schema/ConstraintApplier.java",
                "schema/ConstraintDescriptions.java");
    }

    @Test
    void newDefinitionBreaksEachVisitor() throws IOException {
        Source definition = Source.read("model/Definition.java")
                .after("public sealed interface Definition {", """
                        record Added(JavaType type, String description) implements Definition {
                            @Override
                            public <R> R accept(Visitor<R> visitor) {
                                return visitor.added(this);
                            }

                            @Override
                            public Stream<RecordShape> records() {
                                return Stream.empty();
                            }
                        }
                        """)
                .after("interface Visitor<R> {", "R added(Added added);");

        assertBroken(
                definition,
                "generate/DecoderMethods.java",
                "generate/EncoderMethods.java",
                "model/ShapeForm.java",
                "schema/SchemaBuilder.java");
    }

    @Test
    void newFlowBreaksEachVisitorAndSwitch() throws IOException {
        Source step = Source.read("model/StepModel.java")
                .after("public sealed interface Flow {", """
                        record Added() implements Flow {
                            @Override
                            public Kind kind() {
                                return Kind.ADDED;
                            }

                            @Override
                            public <R> R accept(Visitor<R> visitor) {
                                return visitor.added(this);
                            }
                        }
                        """)
                .after("enum Kind {", "ADDED,")
                .after("interface Visitor<R> {", "R added(Added added);");

        assertBroken(
                step,
                "check/FinalStepBudgetValidator.java",
                "check/ModelOptionsValidator.java",
                "check/TriggerNameValidator.java",
                "diagram/AgentDiagram.java",
                "generate/StepCode.java",
                "generate/StepFact.java",
                "lock/LockComposer.java",
                "model/AgentModel.java",
                "read/JoinReader.java");
    }

    @Test
    void newScalarBreaksEachSwitch() throws IOException {
        Source shape = Source.read("model/TypeShape.java").after("enum Scalar implements TypeShape {", "ADDED,");

        assertBroken(
                shape,
                "check/NumberRange.java",
                "check/ShapeDescriptions.java",
                "generate/DefaultValueCode.java",
                "generate/JavaTypeNames.java",
                "model/TypeModel.java",
                "model/TypeShape.java",
                "read/DefaultValueReader.java",
                "schema/ScalarSchemas.java");
    }

    @Test
    void newTextFormBreaksEachSwitch() throws IOException {
        Source form = Source.read("model/TextForm.java")
                .after("public enum TextForm {", "ADDED(\"Added\", TextPatterns.UUID, \"\", \"added\"),");

        assertBroken(
                form,
                "generate/DefaultValueCode.java",
                "model/TextForm.java",
                "read/DefaultValueReader.java",
                "read/JavaEquality.java",
                "schema/ConstraintDescriptions.java");
    }

    @Test
    void newEffectBreaksItsQuestions() throws IOException {
        Source effect = Source.read("model/Effect.java").after("public enum Effect {", "ADDED,");

        assertBroken(effect, "model/Effect.java");
    }

    /**
     * Compiles the sources of the processor that use a changed one, and compares the names of the files with errors. The
     * other types are those of the build.
     */
    private void assertBroken(Source changed, String... expected) throws IOException {
        Set<String> broken = new TreeSet<>();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(collector, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<JavaFileObject> sources = new ArrayList<>(List.of(changed));
            files.getJavaFileObjectsFromPaths(users(changed)).forEach(sources::add);
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-Xmaxerrs",
                    "1000",
                    "--should-stop=ifError=FLOW", // attribution finds missing methods, flow analysis incomplete
                    // switches
                    "-classpath",
                    System.getProperty("java.class.path"));
            compiler.getTask(new StringWriter(), files, collector, options, null, sources)
                    .call();
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : collector.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                JavaFileObject source = Objects.requireNonNull(diagnostic.getSource(), diagnostic::toString);
                broken.add(source == changed ? changed.file : relative(Path.of(source.toUri())));
            }
        }
        assertEquals(new TreeSet<>(List.of(expected)), broken);
    }

    private static List<Path> users(Source changed) throws IOException {
        String type = PACKAGE + changed.file.replace(".java", "");
        return TypeUsers.sources(CLASSES, List.of(type)).stream()
                .filter(path -> !path.equals(PACKAGE + changed.file))
                .map(MAIN::resolve)
                .toList();
    }

    private static String relative(Path file) {
        return PROCESSOR.toAbsolutePath().relativize(file).toString().replace('\\', '/');
    }

    /** A source file of the processor with changes in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String file;
        private final String text;

        private Source(String file, String text) {
            super(PROCESSOR.resolve(file).toUri(), Kind.SOURCE);
            this.file = file;
            this.text = text;
        }

        static Source read(String file) throws IOException {
            return new Source(file, Files.readString(PROCESSOR.resolve(file)));
        }

        /** Returns this source with an insertion after the first occurrence of a text. */
        Source after(String anchor, String insertion) {
            assertTrue(text.contains(anchor), () -> file + " has no " + anchor);
            int end = text.indexOf(anchor) + anchor.length();
            return new Source(file, text.substring(0, end) + "\n" + insertion + "\n" + text.substring(end));
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
