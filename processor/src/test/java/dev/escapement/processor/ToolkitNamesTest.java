package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of toolkits whose simple names are keywords in lower case, or names of {@code java.lang}. */
class ToolkitNamesTest {

    private static final List<String> NAMES =
            List.of("Yield", "Record", "Class", "Switch", "Sealed", "Var", "Permits", "Object", "String", "Default");

    @TempDir
    private Path folder;

    private static String toolkit(String name) {
        return """
                package shop;

                import dev.escapement.*;

                @Toolkit
                public class %1$s {
                  /** Runs. */
                  @Tool public record Run%1$s() {}

                  /** Counts. */
                  @Tool public record Count%1$s() {}

                  @Step public void run(Run%1$s call) {}

                  @Step public int count(Count%1$s call) { return 1; }

                  @Gate public Verdict check(Run%1$s call) { return Verdict.proceed(); }

                  @Prefetch public int context%1$s() { return 2; }
                }
                """.formatted(name);
    }

    @ParameterizedTest
    @EnumSource
    void keywordsAreNamesOfToolkits(CompilerHarness compiler) throws IOException {
        List<String> sources =
                new ArrayList<>(NAMES.stream().map(ToolkitNamesTest::toolkit).toList());
        sources.add("""
                package shop;

                import dev.escapement.*;

                @Agent(toolkits = {%s}, onText = OnText.FINISH)
                public class Desk {
                  @Prompt java.lang.String prompt() { return ""; }
                }
                """.formatted(NAMES.stream().map(name -> name + ".class").collect(Collectors.joining(", "))));

        CompilerHarness.Compiled compiled =
                compiler.compile(SourceFiles.write(folder, sources.toArray(new String[0])), folder);

        assertTrue(compiled.succeeded(), () -> compiled.messages().toString());
        assertEquals(List.of(), compiled.complaints());
    }
}
