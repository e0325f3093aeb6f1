package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.testing.BytecodeRules;
import dev.escapement.testing.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the generated code of the samples does not use reflection. The tests of the runtime check the runtime. */
class GeneratedCodeTest {

    @ParameterizedTest
    @CsvSource({
        "retail, dev.escapement.samples.retail.RetailDeskLoop",
        "retail, dev.escapement.samples.retail.FrontDeskLoop",
        "quickstart, dev.escapement.samples.quickstart.RefundDeskLoop",
        "newsroom, dev.escapement.samples.newsroom.NewsroomLoop"
    })
    void nothingUsesReflection(String sample, String loop) throws IOException {
        Path classes = Path.of("..", sample, "target", "classes");
        assumeTrue(Files.isDirectory(classes), () -> "skipped: " + sample + " has not been built");

        List<String> read = BytecodeRules.uses(classes).stream().map(Use::user).toList();
        assertTrue(read.contains(loop), () -> "the generated loop is not among the classes that were read: " + read);
        assertEquals(List.of(), BytecodeRules.reflection(classes));
    }
}
