package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that the next command depends only on the events of a thread: {@code Reducer.next} does not reach a clock,
 * randomness, input or output, a setting, a Java thread, or mutable static state in core. {@link Purity} describes
 * the limits of the analysis.
 */
class PurityTest {

    private static final String REDUCER = "dev.escapement.engine.Reducer";

    @TempDir
    Path classes;

    @Test
    void whatComesNextDependsOnNothingButTheThread() throws Exception {
        assertEquals(List.of(), Purity.findings(List.of(Compiled.core()), REDUCER, "next"));
    }

    /** The conversion of outcomes to events must be pure, too, because durable engines replay it. */
    @ParameterizedTest
    @CsvSource({"replied", "reviewed", "started", "ran", "fetched", "finished", "fault", "argumentsSha256", "nextCallId"
    })
    void whatIsRecordedDependsOnNothingButWhatHappened(String method) throws Exception {
        assertEquals(
                List.of(), Purity.findings(List.of(Compiled.core()), "dev.escapement.engine.EventFactory", method));
    }

    @ParameterizedTest
    @CsvSource({"messages", "text"})
    void whatTheModelIsShownDependsOnNothingButTheThread(String method) throws Exception {
        assertEquals(List.of(), Purity.findings(List.of(Compiled.core()), "dev.escapement.thread.Rendering", method));
    }

    @Test
    void limitedRenderingDependsOnNothingButTheThread() throws Exception {
        assertEquals(
                List.of(),
                Purity.findings(List.of(Compiled.core()), "dev.escapement.thread.BoundedRendering", "messages"));
    }

    @Test
    void allOfTheRulesAndTheReadingOfArgumentsWereLookedAt() throws Exception {
        List<String> reached = Purity.reached(List.of(Compiled.core()), REDUCER, "next");

        assertTrue(
                reached.containsAll(List.of(
                        "dev.escapement.engine.OpenCalls.next",
                        "dev.escapement.engine.OpenCall.permission",
                        "dev.escapement.engine.EffectRules.recovery",
                        "dev.escapement.thread.BudgetUsage.turnExhausted",
                        "dev.escapement.thread.BudgetUsage.threadExhausted",
                        "dev.escapement.engine.CallCheck.argumentsSha256",
                        "dev.escapement.tool.ToolSpec.decode",
                        "dev.escapement.codegen.JsonReader.decode",
                        "dev.escapement.internal.json.JsonSyntax.<clinit>",
                        "dev.escapement.json.Feedback.render")),
                () -> "reached: " + reached);
    }

    /** A control: the analysis finds the clock of the runner. */
    @Test
    void theRunnerIsNotPure() throws Exception {
        List<String> findings =
                Purity.findings(List.of(Compiled.core()), "dev.escapement.run.InProcessRunner", "resume");

        assertTrue(
                findings.contains("dev.escapement.run.RunnerConfig.now -> java.time.Clock.instant"),
                () -> "findings: " + findings);
    }

    @ParameterizedTest
    @CsvSource({
        "Clock, .next -> java.time.Instant.now",
        "Nanos, .next -> java.lang.System.nanoTime",
        "Settings, .next -> java.lang.System.getProperty",
        "Logger, .next -> java.lang.System.getLogger",
        "Dice, .next -> java.util.UUID.randomUUID",
        "Files, .next -> java.nio.file.Files.exists",
        "OtherThread, .next -> java.lang.Thread",
        "Lambda, .lambda$next$0 -> java.lang.System.nanoTime",
        "Reference, .next -> java.time.Instant.now",
        "Deep, .two -> java.lang.System.nanoTime",
        "Initialiser, $Started.<clinit> -> java.lang.System.nanoTime",
        "Override, $Late.value -> java.lang.System.nanoTime",
        "Inherited, $Base.value -> java.lang.System.nanoTime",
        "Callback, .toString -> java.lang.System.nanoTime",
        "Sorted, .compareTo -> java.lang.System.nanoTime",
        "Counter, .next -> dev.escapement.testing.PlantedImpurities$Counter.count",
        "Cache, .next -> dev.escapement.testing.PlantedImpurities$Cache.CACHE",
        "Array, .next -> dev.escapement.testing.PlantedImpurities$Array.COUNTS",
        "Holder, .next -> dev.escapement.testing.PlantedImpurities$Holder.ONLY"
    })
    void findsAPlantedImpurity(String planted, String finding) throws Exception {
        assertEquals(
                PlantedImpurities.class.getName() + "$" + planted + finding,
                findings(planted).get(0));
    }

    @Test
    void findsNothingInAPureFunction() throws Exception {
        assertEquals(List.of(), findings("Harmless"));
    }

    @Test
    void aMethodThatIsNotThereProvesNothing() {
        assertThrows(
                IllegalArgumentException.class, () -> Purity.findings(List.of(Compiled.core()), REDUCER, "renamed"));
    }

    /** Returns the findings in one nested class of {@link PlantedImpurities} and its nested classes. */
    private List<String> findings(String planted) throws Exception {
        Path compiled = Path.of(
                PlantedImpurities.class.getResource("PlantedImpurities.class").toURI());
        Path target = Files.createDirectories(classes.resolve("dev/escapement/testing"));
        String pattern = "PlantedImpurities$" + planted + "{,$*}.class";
        try (var files = Files.newDirectoryStream(compiled.getParent(), pattern)) {
            for (Path file : files) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return Purity.findings(List.of(classes), PlantedImpurities.class.getName() + "$" + planted, "next");
    }
}
