package dev.escapement.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What the README shows of tools and agents is true. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** What the examples use and do not show. */
    private static final String AROUND = """
            package shop;

            import dev.escapement.*;
            import dev.escapement.json.*;
            import dev.escapement.codegen.*;
            import dev.escapement.engine.*;
            import dev.escapement.thread.*;
            import dev.escapement.model.*;
            import dev.escapement.run.*;
            import dev.escapement.tool.*;
            import java.nio.file.Path;
            import java.util.Optional;

            class RefundRefused extends Exception {
              private static final long serialVersionUID = 1L;
            }

            interface Bank {
              static String refund(String orderId, long amountCents, String key) throws RefundRefused {
                throw new RefundRefused();
              }
            }

            class Uses {
              void run(Model model, String callId) {
                %s
                %s
              }

              void decode(String argumentsFromAnyModel) {
                %s
              }
            }

            %s
            """;

    private final List<String> blocks =
            JAVA_BLOCK.matcher(readme()).results().map(block -> block.group(1)).toList();

    private final Compilation compilation = Compiler.javac()
            .withProcessors(new EscapementProcessor())
            .withOptions("-Xlint:all,-auxiliaryclass", "-Werror")
            .compile(JavaFileObjects.forSourceString(
                    "shop.Uses", String.format(AROUND, blocks.get(1), blocks.get(2), blocks.get(5), blocks.get(0))));

    @Test
    void theExamplesCompile() {
        assertEquals(6, blocks.size(), "examples in the README; those below belong to the modules that they show");
        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void theLoopIsGeneratedAsShown() throws IOException {
        assertShown(blocks.get(3), "RefundDeskLoop");
    }

    @Test
    void theSchemaIsGeneratedAsShown() throws IOException {
        assertShown(blocks.get(4), "IssueRefundSpec");
    }

    private void assertShown(String block, String generated) throws IOException {
        JavaFileObject file = compilation
                .generatedFile(StandardLocation.SOURCE_OUTPUT, "shop", generated + ".java")
                .orElseThrow();
        String text = file.getCharContent(false).toString();
        assertTrue(text.contains(block), () -> "the README shows\n" + block + "\nbut " + generated + " is\n" + text);
    }

    private static String readme() {
        try {
            String readme = Files.readString(Path.of("..", "README.md"), StandardCharsets.UTF_8);
            return readme.substring(0, readme.indexOf("\n## Models\n"));
        } catch (IOException e) {
            throw new IllegalStateException("the tests run in the module's folder, beside the README", e);
        }
    }
}
