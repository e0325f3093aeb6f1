package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.ProblemKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the compiler says, complete: a case fails for a message that is missing, one too many, on another line, or with
 * other words. The cases are the folders below {@code src/test/resources/errors}; see {@link ErrorCase}.
 */
class DiagnosticsTest {

    /** {@link RoundsTest} provokes the first, {@link InternalErrorTest} the second. */
    private static final Set<ProblemKind> TESTED_ELSEWHERE = Set.of(ProblemKind.UNRESOLVED, ProblemKind.INTERNAL);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void javacReportsExactlyWhatTheSourcesSay(ErrorCase sources) throws IOException {
        CompilerUnderTest.Compiled compiled = CompilerUnderTest.JAVAC.compile(
                sources.sources(), folder, sources.options().toArray(String[]::new));

        List<CompilerUnderTest.Message> messages = compiled.messages().stream()
                .filter(message -> message.isOurs()
                        || message.kind() == Diagnostic.Kind.ERROR
                        || message.kind() == Diagnostic.Kind.WARNING)
                .toList();
        assertEquals(sources.wanted(expected -> true), sources.found(messages, false));
        assertEquals(sources.generated(), compiled.generated().keySet());
    }

    /**
     * The compiler of Eclipse (3.46) knows no place for records, their components and fields
     * ({@code BaseMessagerImpl.createProblem} has no case for them). So it says no line there, but must say the rest.
     */
    @ParameterizedTest
    @MethodSource("casesOfBothCompilers")
    void theEclipseCompilerReportsTheSameAndOnTheSameLinesWhereItKnowsThem(ErrorCase sources) throws IOException {
        String[] options = sources.options().stream()
                .filter(option -> option.startsWith("-A"))
                .toArray(String[]::new);
        CompilerUnderTest.Compiled compiled = CompilerUnderTest.ECLIPSE.compile(sources.sources(), folder, options);

        List<CompilerUnderTest.Message> messages = compiled.messages().stream()
                .filter(CompilerUnderTest.Message::isOurs)
                .toList();
        assertEquals(sources.wanted(expected -> !expected.id().equals("JAVAC")), sources.found(messages, true));
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
        Set<String> tested = cases().stream()
                .flatMap(sources -> sources.expected().stream())
                .map(ErrorCase.Expected::id)
                .filter(id -> !id.equals("JAVAC"))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> all = Arrays.stream(ProblemKind.values())
                .filter(kind -> !TESTED_ELSEWHERE.contains(kind))
                .map(ProblemKind::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, tested);
    }

    @Test
    void theNameOfACaseSaysWhichProblemItIsAbout() {
        for (ErrorCase sources : cases()) {
            String id = sources.name().substring(0, sources.name().indexOf('_'));
            boolean mentioned = sources.expected().stream()
                    .anyMatch(expected -> expected.id().equals(id));
            boolean placesOnly = sources.name().endsWith("_where_java_forbids_them");
            assertTrue(mentioned || placesOnly || id.equals("mixed"), sources.name());
        }
    }
}
