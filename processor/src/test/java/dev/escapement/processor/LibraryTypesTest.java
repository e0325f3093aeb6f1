package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.Declaration;
import dev.escapement.processor.diagnostic.Hint;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.SchemaFault;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests of problems in class files: a class file has no source position, so problems are reported on the type that
 * refers to it.
 */
class LibraryTypesTest {

    private static final String ADDRESS = """
            package shop;

            public record Address(String street, Object country) {}
            """;

    private static final String TOOLS = """
            package shop;

            import dev.escapement.Tool;

            @SuppressWarnings("ESC040")
            class Tools {
              @Tool record Move(Address to) {}

              @Tool record Send(String text, Address to) {}
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void compileTheLibrary() throws IOException {
        CompilerHarness.JAVAC.compile(SourceFiles.write(folder.resolve("library"), ADDRESS), folder.resolve("library"));
    }

    @Test
    void eachTypeThatLeadsThereIsTold() throws IOException {
        assertEquals(
                List.of("Tools.java:7 " + withoutSchema("Move"), "Tools.java:9 " + withoutSchema("Send")),
                compile(TOOLS));
    }

    private static String withoutSchema(String tool) {
        return ProblemKind.NO_SCHEMA.message(List.of(
                SchemaFault.TYPE.with(Declaration.COMPONENT.with("country", "Address"), "Object"),
                Hint.PATH.with(List.of(tool, "to", "country")),
                SchemaRemedy.OBJECT));
    }

    /** The package is compiled in this run, but the type is not. */
    @Test
    void thatThePackageIsCompiledNowDoesNotMatter() throws IOException {
        Path packageInfo = folder.resolve("shop/package-info.java");
        List<Path> sources = new ArrayList<>(SourceFiles.write(folder, TOOLS));
        sources.add(Files.writeString(packageInfo, "/** A shop. */\npackage shop;\n"));

        assertEquals(compile(TOOLS), compile(sources));
    }

    /** The texts of the constants are read from the class file. */
    @ParameterizedTest
    @EnumSource
    void anEnumMayTurnItsConstantsIntoTextItself(CompilerHarness compiler) throws IOException {
        String reason = """
                package library;

                import com.fasterxml.jackson.annotation.*;

                public enum Reason {
                    @JsonProperty("late") LATE;

                    @JsonValue public String text() { return "late"; }

                    @JsonCreator public static Reason of(String text) { return LATE; }
                }
                """;
        String refund = """
                package shop;

                /** Refund. */
                @dev.escapement.Tool public record Refund(@dev.escapement.Describe("why") library.Reason reason) {}
                """;
        Path library = folder.resolve("library");
        compiler.compile(SourceFiles.write(library, reason), library);

        CompilerHarness.Compiled compiled = compiler.compile(
                SourceFiles.write(folder, refund),
                folder,
                "-classpath",
                System.getProperty("java.class.path") + File.pathSeparator + library.resolve("classes"));

        assertEquals(List.of(), compiled.complaints());
        String spec = compiled.generated().get("shop.RefundSpec");
        assertTrue(spec.contains("requireWritten(constant, text, constant.text())"), spec);
        assertTrue(spec.contains("requireRead(constant, text, Reason.of(text))"), spec);
    }

    private List<String> compile(String... sources) throws IOException {
        return compile(SourceFiles.write(folder, sources));
    }

    private List<String> compile(List<Path> sources) throws IOException {
        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                sources,
                folder,
                "-classpath",
                System.getProperty("java.class.path") + File.pathSeparator + folder.resolve("library/classes"));
        return compiled.messages().stream()
                .map(message -> message.file() + ":" + message.line() + " " + message.text())
                .toList();
    }
}
