package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.diagnostic.JoinRemedy;
import dev.escapement.processor.diagnostic.ProblemKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the signatures of child agents, which are read from class files and from sources of later rounds, too. */
class ChildAgentsTest {

    private static final Path GOLDEN = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("src/test/resources/goldens/delegates/sources/magazine");

    private static final String CHILD = """
            package wares;

            import dev.escapement.Agent;
            import dev.escapement.Delegate;
            import dev.escapement.Finish;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;

            @SuppressWarnings("ESC040")
            @Agent(name = "stock")
            public class Stock {
              /** Report the stock. */
              @Tool public record Report(int count) {}

              @Prompt String prompt() { return "Report."; }

              @Step Finish<%s> report(Report call) { throw new UnsupportedOperationException(); }
            }
            """;

    private static final String PARENT = """
            package shop;

            import dev.escapement.Agent;
            import dev.escapement.Delegate;
            import dev.escapement.Finish;
            import dev.escapement.Join;
            import dev.escapement.Prompt;
            import dev.escapement.Step;
            import dev.escapement.Tool;
            import wares.*;

            @SuppressWarnings("ESC040")
            @Agent
            class Desk {
              /** Order. */
              @Tool record Order(String item) {}

              /** Close. */
              @Tool record Close() {}

              @Prompt String prompt() { return "Sell."; }

              @Step Delegate<Stock> order(Order call) { return StockLoop.delegate(call.item()); }

              @Join Close counted(Order call, %s stock) { return new Close(); }

              @Step Finish<String> close(Close call) { return Finish.with(""); }
            }
            """;

    private static final String COUNT = """
            package wares;

            public record Count(int number) {}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void childIsReadFromClassFile(CompilerHarness compiler) throws IOException {
        CompilerHarness.Compiled compiled = parentOfCompiledChild(compiler, CHILD.formatted("Count"), "Count");

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        String loop = compiled.generated().get("shop.DeskLoop");
        assertTrue(loop.contains("_AGENT = \"stock\";"), loop);
    }

    @ParameterizedTest
    @EnumSource
    void otherResultIsFoundInClassFile(CompilerHarness compiler) throws IOException {
        CompilerHarness.Compiled compiled = parentOfCompiledChild(compiler, CHILD.formatted("Count"), "String");

        assertEquals(
                List.of(ProblemKind.JOIN_RESULT.message(
                        List.of("counted", "String", "Stock", List.of("Count"), JoinRemedy.TAKE_RESULT.with("Count")))),
                compiled.ours());
    }

    /** The child's loop writes the result, so that its naming applies to types without a codec of their own. */
    @ParameterizedTest
    @EnumSource
    void resultHasTheNamingOfTheChild(CompilerHarness compiler) throws IOException {
        String count = COUNT.replace("int number", "int numberOfItems, Unit unitOfItems");
        String unit = """
                package wares;

                public record Unit(String shortName) {}
                """;
        Path library = folder.resolve("library");
        CompilerHarness.Compiled child = CompilerHarness.JAVAC.compile(
                SourceFiles.write(library, CHILD.formatted("Count"), count, unit),
                library,
                "-Aescapement.naming=snake_case");
        assertTrue(child.succeeded(), child.messages()::toString);

        String loop = compiler.compile(
                        SourceFiles.write(
                                folder,
                                PARENT.formatted("Count")
                                        .replace("Close counted", "Count counted")
                                        .replace("return new Close();", "return stock;")),
                        folder,
                        "-classpath",
                        classPath(library))
                .generated()
                .get("shop.DeskLoop");

        assertEquals(
                List.of("\"number_of_items\"", "\"short_name\"", "\"unit_of_items\""),
                Pattern.compile("\"\\w+_(items|name)\"")
                        .matcher(loop)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .sorted()
                        .toList());
        assertTrue(loop.contains("\"numberOfItems\"") && loop.contains("\"shortName\""), loop);
    }

    @ParameterizedTest
    @EnumSource
    void primitiveParameterReceivesItsClass(CompilerHarness compiler) throws IOException {
        CompilerHarness.Compiled compiled = parentOfCompiledChild(compiler, CHILD.formatted("Integer"), "int");

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
    }

    @ParameterizedTest
    @EnumSource
    void annotationsOnTheResultAreIgnored(CompilerHarness compiler) throws IOException {
        String child = CHILD.formatted("java.util.List<@jakarta.validation.constraints.Size(max = 9) String>");

        CompilerHarness.Compiled compiled = parentOfCompiledChild(compiler, child, "java.util.List<String>");

        assertTrue(compiled.succeeded(), compiled.messages()::toString);
    }

    @Test
    void cycleThroughClassFileIsFound() throws IOException {
        String sales = """
                package wares;

                import dev.escapement.Agent;
                import dev.escapement.Delegate;
                import dev.escapement.Finish;
                import dev.escapement.Prompt;
                import dev.escapement.Step;
                import dev.escapement.Tool;

                @Agent%s
                public class Sales {
                  /** Sell. */
                  @Tool public record Sell() {}

                  /** End. */
                  @Tool public record End() {}

                  @Prompt String prompt() { return "Sell."; }

                  @Step Finish<String> end(End call) { return Finish.with(""); }

                  @Step Delegate<Stock> sell(Sell call) { return StockLoop.delegate("?"); }
                }
                """;
        String stock = CHILD.formatted("Count")
                .replace("(name = \"stock\")", "(maxDepth = 1)")
                .replace("@Prompt", """
                        /** Ask. */
                          @Tool public record AskSales() {}

                          @Step Delegate<Sales> askSales(AskSales call) { return SalesLoop.delegate("?"); }

                          @Prompt""");
        Path library = folder.resolve("library");
        CompilerHarness.Compiled both = CompilerHarness.JAVAC.compile(
                SourceFiles.write(library, stock, COUNT, sales.formatted("(maxDepth = 1)")), library);
        assertTrue(both.succeeded(), both.messages()::toString);

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder, sales.formatted("")), folder, "-classpath", classPath(library));

        assertEquals(
                List.of(ProblemKind.DELEGATION_CYCLE.message(List.of("Sales", List.of("Sales", "Stock", "Sales")))),
                compiled.ours());
    }

    @Test
    void parentWaitsForGeneratedResultOfChild() throws IOException {
        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                SourceFiles.write(folder, CHILD.formatted("Count"), PARENT.formatted("Count")),
                folder,
                List.of(),
                new EscapementProcessor(),
                new SourceGeneratingProcessor(COUNT));

        assertEquals(List.of(), compiled.ours());
        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        assertTrue(compiled.generated().get("shop.DeskLoop").contains("\"number\""));
    }

    /** The type of a delegate contains the agent, and that of its input is the payload of a trigger. */
    @ParameterizedTest
    @CsvSource({
        "StockLoop.delegate(call.item()), true",
        "DepotLoop.delegate(call.item()), false",
        "new StockLoop(new Stock()).delegateOnCounted(new Count(1)), true",
        "new StockLoop(new Stock()).delegateOnCounted(call), false"
    })
    void mismatchWithTheChildIsAnErrorOfJavac(String delegate, boolean isValid) throws IOException {
        String stock = CHILD.formatted("Count").replace("@Prompt", """
                @dev.escapement.Trigger String counted(Count count) { return "Count."; }

                  @Prompt""");
        String depot = CHILD.formatted("Count").replace("Stock", "Depot").replace("\"stock\"", "\"depot\"");
        String desk = PARENT.formatted("Count").replace("StockLoop.delegate(call.item())", delegate);

        CompilerHarness.Compiled compiled =
                CompilerHarness.JAVAC.compile(SourceFiles.write(folder, stock, depot, COUNT, desk), folder);

        long line = 1 + desk.lines().takeWhile(each -> !each.contains(delegate)).count();
        List<String> expected = isValid ? List.of() : List.of("ERROR Desk.java:" + line);
        assertEquals(List.of(), compiled.ours());
        assertEquals(
                expected,
                compiled.complaints().stream()
                        .map(each -> each.kind() + " " + each.file() + ":" + each.line())
                        .toList());
        assertEquals(isValid, compiled.succeeded());
    }

    @Test
    void bothCompilersGenerateTheSameDelegates() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(GOLDEN)) {
            sources = files.sorted().toList();
        }

        CompilerHarness.Compiled eclipse = CompilerHarness.ECLIPSE.compile(sources, folder.resolve("eclipse"));
        CompilerHarness.Compiled javac = CompilerHarness.JAVAC.compile(sources, folder.resolve("javac"));

        assertTrue(eclipse.succeeded(), eclipse.messages()::toString);
        assertTrue(javac.generated().containsKey("magazine.ChiefEditorLoop"));
        assertEquals(javac.generated(), eclipse.generated());
    }

    private CompilerHarness.Compiled parentOfCompiledChild(CompilerHarness compiler, String child, String result)
            throws IOException {
        Path library = folder.resolve("library");
        CompilerHarness.Compiled compiled =
                CompilerHarness.JAVAC.compile(SourceFiles.write(library, child, COUNT), library);
        assertTrue(compiled.succeeded(), compiled.messages()::toString);
        return compiler.compile(
                SourceFiles.write(folder, PARENT.formatted(result)), folder, "-classpath", classPath(library));
    }

    private static String classPath(Path library) {
        return System.getProperty("java.class.path") + File.pathSeparator + library.resolve("classes");
    }
}
