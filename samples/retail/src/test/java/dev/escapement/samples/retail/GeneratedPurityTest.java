package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.testing.Purity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that the decision of a generated loop about the next command does not access clocks, randomness, input or
 * output, settings, Java threads, or mutable static state, and that the generated code it calls does not either.
 */
class GeneratedPurityTest {

    private static final Path CORE = Path.of("..", "..", "runtime", "core", "target", "classes");
    private static final Path AGENTS = Path.of(
            "..", "..", "processor", "target", "test-classes", "dev", "escapement", "processor", "functional", "agent");

    @ParameterizedTest
    @CsvSource({
        "retail, dev.escapement.samples.retail.RetailDeskLoop",
        "retail, dev.escapement.samples.retail.FrontDeskLoop",
        "quickstart, dev.escapement.samples.quickstart.RefundDeskLoop",
        "deploybot, dev.escapement.samples.deploybot.DeployBotLoop",
        "newsroom, dev.escapement.samples.newsroom.NewsroomLoop"
    })
    void nextIsPureInSamples(String sample, String loop) {
        assertPure(Path.of("..", sample, "target", "classes"), loop);
    }

    /** Covers every feature of an agent with agents of the processor tests. */
    @ParameterizedTest
    @CsvSource({
        "AllControlsLoop",
        "AllFlowsLoop",
        "crash.ConciergeLoop",
        "crash.DigestLoop",
        "crash.IntakeLoop",
        "crash.OrderDeskLoop",
        "crash.ReleasesLoop"
    })
    void nextIsPureInProcessorTests(String loop) {
        assertPure(AGENTS, "dev.escapement.processor.functional.agent." + loop);
    }

    @Test
    void allThatIsGeneratedForDecidingWasLookedAt() {
        String loop = "dev.escapement.processor.functional.agent.crash.ReleasesLoop";
        String spec = "dev.escapement.processor.functional.agent.crash.Releases_DeploySpec";
        List<String> reached = Purity.reached(built(AGENTS), loop, "next");

        List<String> missing = Stream.of(
                        loop + ".tools",
                        loop + ".offered",
                        loop + ".effect",
                        loop + ".flow",
                        loop + ".gated",
                        loop + ".contextSources",
                        "dev.escapement.processor.functional.agent.crash.DigestLoop.policy",
                        spec + ".name",
                        spec + ".read",
                        spec + ".write",
                        "dev.escapement.tool.ToolSpec.decode",
                        "dev.escapement.tool.ToolSpec.arguments")
                .filter(method -> !reached.contains(method))
                .toList();
        assertEquals(List.of(), missing);
    }

    /** Verifies the test itself: a step reads the clock, and the test finds it. */
    @Test
    void whatIsNotPureIsFound() {
        List<String> findings =
                Purity.findings(built(AGENTS), "dev.escapement.processor.functional.agent.crash.ScenarioWorker", "run");

        assertTrue(findings.stream().anyMatch(finding -> finding.contains("java.time.Clock")), findings::toString);
    }

    private static void assertPure(Path classes, String loop) {
        assertEquals(List.of(), Purity.findings(built(classes), loop, "next"));
    }

    private static List<Path> built(Path classes) {
        for (Path directory : List.of(CORE, classes)) {
            assumeTrue(Files.isDirectory(directory), () -> "skipped: " + directory + " has not been built");
        }
        return List.of(CORE, classes);
    }
}
