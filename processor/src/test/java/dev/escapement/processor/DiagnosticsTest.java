package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the complete diagnostics of a compilation. The cases are the folders below
 * {@code src/test/resources/errors}; see {@link ErrorCase}.
 */
class DiagnosticsTest {

    /** Kinds tested elsewhere: the first by {@link RoundsTest}, the second by {@link InternalErrorTest}. */
    private static final EnumSet<ProblemKind> TESTED_ELSEWHERE = EnumSet.of(
            ProblemKind.HIDDEN_ANNOTATIONS,
            ProblemKind.INVALID_TOOLKIT,
            ProblemKind.MISSING_CODEC,
            ProblemKind.NOT_VISIBLE,
            ProblemKind.UNRESOLVED,
            ProblemKind.INTERNAL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void javacReportsExactlyWhatTheSourcesSay(ErrorCase sources) throws IOException {
        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                sources.sources(), folder, sources.options().toArray(String[]::new));

        List<CompilerHarness.Message> messages = compiled.messages().stream()
                .filter(message -> message.isOurs()
                        || message.kind() == Diagnostic.Kind.ERROR
                        || message.kind() == Diagnostic.Kind.WARNING)
                .filter(message -> message.kind() != Diagnostic.Kind.NOTE || sources.hasNotes())
                .toList();
        assertEquals(sources.wanted(expected -> true), sources.found(messages, false));
        assertEquals(sources.generated(), compiled.generated().keySet());
    }

    /**
     * The Eclipse compiler (3.46) has no positions for records, their components and fields ({@code
     * BaseMessagerImpl.createProblem} has no case for them). The test therefore compares everything but the lines of
     * these elements. That compiler is a library, so that the older JDK of a build is enough.
     */
    @DisabledForJreRange(min = JRE.JAVA_25)
    @ParameterizedTest
    @MethodSource("casesOfBothCompilers")
    void eclipseCompilerReportsTheSameProblems(ErrorCase sources) throws IOException {
        String[] options = sources.options().stream()
                .filter(option -> option.startsWith("-A"))
                .toArray(String[]::new);
        CompilerHarness.Compiled compiled = CompilerHarness.ECLIPSE.compile(sources.sources(), folder, options);

        List<CompilerHarness.Message> messages = compiled.messages().stream()
                .filter(CompilerHarness.Message::isOurs)
                .filter(message -> message.kind() != Diagnostic.Kind.NOTE || sources.hasNotes())
                .toList();
        assertEquals(sources.wanted(expected -> expected.problem().isPresent()), sources.found(messages, true));
    }

    static List<ErrorCase> cases() {
        return ErrorCase.all();
    }

    static List<ErrorCase> casesOfBothCompilers() {
        return cases().stream()
                .filter(sources -> !sources.name().endsWith("_in_javac"))
                .toList();
    }

    @Test
    void everyKindOfProblemHasACase() {
        Set<ProblemKind> tested = cases().stream()
                .flatMap(sources -> sources.expected().stream())
                .flatMap(expected -> expected.problem().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ProblemKind.class)));

        assertEquals(EnumSet.complementOf(TESTED_ELSEWHERE), tested);
    }

    @Test
    void markersStateTheSeverityOfTheProblem() {
        for (ErrorCase sources : cases()) {
            for (ErrorCase.Expected expected : sources.expected()) {
                String severity = expected.problem()
                        .map(ProblemKind::severity)
                        .orElse(Severity.ERROR)
                        .name();
                assertEquals(severity, expected.kind().name(), () -> sources + ": " + expected);
            }
        }
    }

    @Test
    void theNameOfACaseSaysWhichProblemItIsAbout() {
        for (ErrorCase sources : cases()) {
            String id = sources.name().substring(0, sources.name().indexOf('_'));
            boolean mentioned = sources.expected().stream()
                    .flatMap(expected -> expected.problem().stream())
                    .anyMatch(kind -> kind.id().equals(id));
            boolean placesOnly = sources.name().endsWith("_where_java_forbids_them");
            assertTrue(mentioned || placesOnly || id.equals("mixed"), sources.name());
        }
    }
}
