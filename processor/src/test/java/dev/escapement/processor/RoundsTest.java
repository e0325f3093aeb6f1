package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What refers to types that another processor generates waits for them, for as many rounds as it takes. */
class RoundsTest {

    private static final String ADDRESS = """
            package shop;

            public record Address(String street) {}
            """;

    private static final String TOOL = """
            package shop;

            import dev.escapement.Tool;
            import java.util.List;

            /**
             * Moves.
             *
             * @param to where
             */
            @Tool
            record Move(List<Address> to) {}
            """;

    private static final String DESK = """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.OnText;
            import dev.escapement.Prompt;
            import dev.escapement.Step;

            @Agent(onText = OnText.FINISH)
            class Desk {
              @Prompt
              String prompt() {
                return "";
              }

              @Step
              void move(%s call) {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aComponentOfAGeneratedTypeWaitsForIt() throws IOException {
        CompilerUnderTest.Compiled compiled = compile(List.of(TOOL), ADDRESS);

        assertCompiled(compiled, "shop.Address", "shop.MoveSpec");
        assertTrue(compiled.generated().get("shop.MoveSpec").contains("\"street\""));
    }

    @Test
    void aTypeThatRefersToAGeneratedOneWaitsForBothRounds() throws IOException {
        String customer = """
                package shop;

                public record Customer(Address address) {}
                """;
        String tool = TOOL.replace("List<Address>", "Customer").replace("import java.util.List;\n", "");

        CompilerUnderTest.Compiled compiled = compile(List.of(tool), customer, ADDRESS);

        assertCompiled(compiled, "shop.Address", "shop.Customer", "shop.MoveSpec");
        assertTrue(compiled.generated().get("shop.MoveSpec").contains("\"street\""));
    }

    @Test
    void anAgentWaitsForAGeneratedTool() throws IOException {
        String generated = """
                package shop;

                /** Moves. */
                @dev.escapement.Tool
                record GeneratedMove() {}
                """;

        CompilerUnderTest.Compiled compiled = compile(List.of(DESK.formatted("GeneratedMove")), generated);

        assertCompiled(compiled, "shop.DeskLoop", "shop.GeneratedMove", "shop.GeneratedMoveSpec");
    }

    @Test
    void anAgentWithAGeneratedSuperclassIsRead() throws IOException {
        String base = """
                package shop;

                abstract class Base {}
                """;
        String desk = DESK.formatted("Move").replace("class Desk", "class Desk extends Base");

        CompilerUnderTest.Compiled compiled = compile(List.of(desk, TOOL, ADDRESS), base);

        assertCompiled(compiled, "shop.Base", "shop.DeskLoop", "shop.MoveSpec");
    }

    @Test
    void aRecordOfAGeneratedSealedInterfaceIsRead() throws IOException {
        String place = """
                package shop;

                public sealed interface Place permits Address, City {}
                """;
        String city = """
                package shop;

                public record City(String name) implements Place {}
                """;
        String address = ADDRESS.replace(" {}", " implements Place {}");
        String tool = TOOL.replace("Address", "Place");

        CompilerUnderTest.Compiled compiled = compile(List.of(tool, address, city), place);

        assertCompiled(compiled, "shop.MoveSpec", "shop.Place");
        assertTrue(compiled.generated().get("shop.MoveSpec").contains("\"city\""));
    }

    @Test
    void oneThatWaitsDoesNotHoldUpTheOthersOrHideTheirErrors() throws IOException {
        String other = """
                package shop;

                import dev.escapement.Tool;

                @SuppressWarnings("ESC040")
                class Others {
                  @Tool record Fine() {}

                  @Tool record Broken(Object value) {}
                }
                """;

        CompilerUnderTest.Compiled compiled = compile(List.of(TOOL, other), ADDRESS);

        assertEquals(1, compiled.messages().size(), compiled.messages()::toString);
        assertEquals(List.of(withoutSchema("value", "Broken")), compiled.ours());
        assertTrue(compiled.generated().containsKey("shop.Others_FineSpec"));
    }

    @Test
    void aProblemOfATypeThatWaitedIsToldOnce() throws IOException {
        String tool = TOOL.replace("List<Address> to", "Address to, Object value");

        CompilerUnderTest.Compiled compiled = compile(List.of(tool.replace("import java.util.List;\n", "")), ADDRESS);

        assertTrue(compiled.ours().contains(withoutSchema("value", "Move")), compiled.messages()::toString);
        assertEquals(
                1,
                compiled.ours().stream()
                        .filter(text -> text.startsWith("[ESC002]"))
                        .count(),
                compiled.messages()::toString);
    }

    private static String withoutSchema(String component, String record) {
        return ProblemKind.NO_SCHEMA.message(List.of(
                SchemaFault.TYPE.with(Declaration.COMPONENT.with(component, record), "Object"),
                Hint.NONE,
                SchemaRemedy.OTHER_TYPE));
    }

    @Test
    void ofATypeThatNeverComesJavacTellsAndWeDoNot() throws IOException {
        CompilerUnderTest.Compiled compiled = compile(List.of(TOOL));

        assertFalse(compiled.succeeded());
        assertEquals(List.of(), compiled.ours());
        assertEquals(1, compiled.messages().size(), compiled.messages()::toString);
        assertTrue(compiled.messages().get(0).text().contains("cannot find symbol"));
        assertEquals(Set.of(), compiled.generated().keySet());
    }

    /** A record of a library that was compiled against a class which is not on the class path now. */
    @Test
    void ofATypeThatALibraryMissesWeTellBecauseJavacDoesNot() throws IOException {
        Path library = folder.resolve("library");
        String customer = """
                package wares;

                public record Customer(Address address) {}
                """;
        CompilerUnderTest.JAVAC.compile(
                SourceFiles.write(library, customer, ADDRESS.replace("shop", "wares")), library);
        Files.delete(library.resolve("classes/wares/Address.class"));
        String tool = TOOL.replace("List<Address>", "wares.Customer").replace("import java.util.List;\n", "");

        CompilerUnderTest.Compiled compiled = CompilerUnderTest.JAVAC.compile(
                SourceFiles.write(folder, tool),
                folder,
                "-classpath",
                System.getProperty("java.class.path") + File.pathSeparator + library.resolve("classes"));

        assertFalse(compiled.succeeded());
        assertEquals(1, compiled.messages().size(), compiled.messages()::toString);
        CompilerUnderTest.Message message = compiled.messages().get(0);
        assertEquals("Move.java:11", message.file() + ":" + message.line());
        assertEquals(ProblemKind.UNRESOLVED.message(List.of("shop.Move", "wares.Address")), message.text());
    }

    /** What is generated in the last round is not seen by other processors, and javac warns of it. */
    @Test
    void nothingIsGeneratedInTheLastRound() throws IOException {
        CompilerUnderTest.Compiled compiled = compile(List.of(TOOL), ADDRESS);

        assertEquals(List.of(), compiled.messages());
    }

    private CompilerUnderTest.Compiled compile(List<String> sources, String... generated) throws IOException {
        return CompilerUnderTest.JAVAC.compile(
                SourceFiles.write(folder, sources),
                folder,
                List.of("-Xlint:all,-processing", "-Werror"),
                new EscapementProcessor(),
                new SourceGeneratingProcessor(generated));
    }

    private static void assertCompiled(CompilerUnderTest.Compiled compiled, String... generated) {
        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertEquals(List.of(), compiled.messages());
        assertEquals(
                Stream.of(generated).sorted().collect(Collectors.toList()),
                new ArrayList<>(compiled.generated().keySet()));
    }
}
