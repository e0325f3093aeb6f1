package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of annotations and types that the compiler rejects. The processor does not report them again. */
class ErroneousSourcesTest {

    private static final String TYPE = """
            package shop;
            import com.fasterxml.jackson.annotation.*;
            import dev.escapement.*;
            import jakarta.validation.constraints.*;
            import java.util.*;
            @SuppressWarnings("ESC040")
            class E {
              static String variable = notConstant();
              static String notConstant() { return ""; }
              @Tool record Ok(String o) {}
              %s
            }
            """;

    /** Wrong declarations, one on each line. */
    private static final String DECLARATIONS = """
            @Tool(name = MISSING) record A1(String o) {}
            @Tool(nam = "x") record A2(String o) {}
            @Tool(name = 5) record A3(String o) {}
            @Tool(naming = Naming.NOPE) record A4(String o) {}
            @Tool(lenient = Leniency.NOPE) record A5(String o) {}
            @Tool(lenient = {Leniency.NOPE, MISSING}) record A6(String o) {}
            @Tool record A7(@Size(min = MISSING) String o) {}
            @Tool record A8(@Size(mi = 1) String o) {}
            @Tool record A9(@Pattern String o) {}
            @Tool record B1(@JsonProperty(MISSING) String o) {}
            @Tool record B2(@JsonProperty(valu = "x") String o) {}
            @Tool record B3(@JsonProperty(defaultValue = MISSING) String o) {}
            @Tool record B4(@JsonProperty(value = "a", value = "b") String o) {}
            @Tool record B5(@Missing String o) {}
            @Tool record B6(List<@Missing String> o) {}
            @Tool record B7(@Describe(MISSING) String o) {}
            @Tool record B8(@Describe String o) {}
            @Describe @Tool record B9(String o) {}
            @Codec @JsonSubTypes(@JsonSubTypes.Type(value = Missing.class, name = "x")) sealed interface C1 { record Q(int i) implements C1 {} }
            @Codec @JsonTypeInfo(use = JsonTypeInfo.Id.NOPE) sealed interface C2 { record Q(int i) implements C2 {} }
            @Codec enum C3 { @JsonProperty(MISSING) A }
            @Tool record C4(@Min("x") int o) {}
            @Tool record C5(@Min(Missing.X) int o) {}
            @Tool record C6(@Size(min = 1 / 0) String o) {}
            @Tool record C7(@JsonFormat(shape = JsonFormat.Shape.NOPE) String o) {}
            @Tool record C8(@JsonDeserialize(using = Missing.class) String o) {}
            @Tool record C9(@NotNull(groups = Missing.class) String o) {}
            @Tool(name = notConstant()) record D1(String o) {}
            @Tool(name = variable) record D2(@JsonProperty(variable) String o) {}
            @Tool record D3(Missing<String> o) {}
            @Tool record D4(Map<Missing, List<Missing>> o) {}
            @Tool record D5(ArrayList<Missing> o) {}
            @Tool record D6(Missing.Inner o) {}
            @Tool record D7(String.Missing o) {}
            @Agent(name = MISSING, maxSteps = MISSING, onText = OnText.NOPE) static class F1 { @Prompt String p() { return ""; } @Step Finish<String> f(Ok ok) { return null; } }
            @Agent(bogus = 1) static class F2 { @Prompt String p() { return ""; } @Step Finish<String> f(Ok ok) { return null; } }
            @Agent static class F3 { @Prompt String p() { return ""; } @Step(effect = Effect.NOPE) Finish<String> f(Ok ok) { return null; } }
            @Agent static class F4 { @Prompt String p() { return ""; } @Step(attempts = MISSING, offered = MISSING) Finish<String> f(Ok ok) { return null; } }
            @Agent static class F5 { @Prompt String p() { return ""; } @Approval(MISSING) @Step Finish<String> f(Ok ok) { return null; } }
            @Agent static class F6 { @Prompt String p() { return ""; } @Step Finish<Missing> f(Ok ok) { return null; } }
            @Agent static class F7 { @Prompt String p() { return ""; } @Step Finish<String> f(Missing ok) { return null; } }
            @Agent static class F8 { @Prompt Missing p() { return ""; } @Step Finish<String> f(Ok ok) throws Missing { return null; } }
            @Agent static class F9 { @Prompt String p() { return ""; } @Step Finish<String> f(Ok ok) { return null; } @Prefetch(MISSING) String q() { return ""; } @Prefetch(Prefetch.When.NOPE) String r() { return ""; } }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void onlyTheCompilerReportsThem(CompilerHarness compiler) throws IOException {
        int processed = 0;
        for (String declaration : DECLARATIONS.lines().toList()) {
            Path into = Files.createTempDirectory(folder, "e");
            Path source = Files.writeString(into.resolve("E.java"), TYPE.formatted(declaration));

            CompilerHarness.Compiled compiled = compiler.compile(List.of(source), into);

            assertFalse(compiled.succeeded(), declaration);
            assertEquals(List.of(), compiled.ours(), declaration);
            processed += compiled.generated().containsKey("shop.E_OkSpec") ? 1 : 0;
        }
        assertTrue(processed > 25, "javac calls processors only after recoverable errors: " + processed);
    }

    @Test
    void aConstantOfAnotherProcessorIsAwaited() throws IOException {
        Path source = Files.writeString(folder.resolve("Ask.java"), """
                package shop;

                /** Ask. */
                @dev.escapement.Tool(name = Names.ASK) record Ask() {}
                """);

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(
                List.of(source), folder, List.of(), new EscapementProcessor(), new SourceGeneratingProcessor("""
                        package shop;

                        class Names { static final String ASK = "ask_a_person"; }
                        """));

        assertEquals(List.of(), compiled.complaints());
        assertTrue(compiled.generated().get("shop.AskSpec").contains("ask_a_person"));
    }

    @Test
    void aTextLikeAMarkerIsAllowed() throws IOException {
        Path source = Files.writeString(folder.resolve("Ask.java"), """
                package shop;

                @dev.escapement.Describe("<error>") @dev.escapement.Tool record Ask() {}
                """);

        CompilerHarness.Compiled compiled = CompilerHarness.JAVAC.compile(List.of(source), folder);

        assertEquals(List.of(), compiled.complaints());
        assertTrue(compiled.generated().get("shop.AskSpec").contains("<error>"));
    }
}
