package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.processor.diagnostic.ProblemKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that annotations on the types of members are honoured or rejected, whether the member is compiled from source or
 * read from a class file.
 */
class MemberAnnotationsTest {

    private static final String TOOL = """
            package shop;

            /** Moves. */
            @SuppressWarnings("ESC040")
            @dev.escapement.Tool
            public record Move(%s) %s
            """;

    private static final String TAGGED = """
            package wares;

            import jakarta.validation.constraints.Size;
            import java.util.List;

            public interface Tagged {
              List<@Size(max = 2) String> tags();
            }
            """;

    private static final String PART = """
            package wares;

            import jakarta.validation.constraints.Size;
            import java.util.List;

            public record Part(List<String> tags, List<@Size(max = 9) String> codes) {
              public Part(List<@Size(max = 2) String> tags, List<@Size(max = 9) String> codes) {
                this.tags = tags;
                this.codes = codes;
              }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void annotationOfAnInterfaceInAClassFileIsRejected(CompilerHarness compiler) throws IOException {
        String tool = TOOL.formatted("java.util.List<String> tags", "implements wares.Tagged {}");

        assertEquals(List.of("Size: the method Tagged.tags()"), refused(compiler, List.of(tool), TAGGED));
        assertEquals(List.of("Size: the method Tagged.tags()"), refused(compiler, List.of(tool, TAGGED)));
    }

    @ParameterizedTest
    @EnumSource
    void annotationOfAParameterInAClassFileIsRejected(CompilerHarness compiler) throws IOException {
        String tool = TOOL.formatted("wares.Part part", "{}");

        assertEquals(1, refused(compiler, List.of(tool), PART).size());
        assertEquals(1, refused(compiler, List.of(tool, PART)).size());
    }

    @ParameterizedTest
    @EnumSource
    void annotationOfAnOverloadInAClassFileIsNotThatOfTheOthers(CompilerHarness compiler) throws IOException {
        String bag = """
                package wares;

                import java.util.List;
                import java.util.Map;
                import org.jspecify.annotations.Nullable;

                public record Bag<T extends Comparable<T>>(T first, List<String> tags, int[] counts) {
                  public Bag(@Nullable Integer code, Map<String, @Nullable String> tags, int[] @Nullable [] counts) {
                    this((T) null, List.of(), new int[0]);
                  }
                }
                """;
        String tool = TOOL.formatted("wares.Bag<String> bag", "{}");

        assertEquals(List.of(), refused(compiler, List.of(tool), bag));
        assertEquals(List.of(), refused(compiler, List.of(tool, bag)));
    }

    @ParameterizedTest
    @EnumSource
    void nullableOnlyOnAnAccessorOrAParameterIsRejected(CompilerHarness compiler) throws IOException {
        String tool = TOOL.formatted("String text, java.util.List<String> tags", """
                {
                  public Move(@Nullable String text, java.util.List<@Nullable String> tags) {
                    this.text = text == null ? "" : text;
                    this.tags = tags;
                  }

                  public @Nullable String text() {
                    return text;
                  }
                }
                """)
                .replace("@Nullable", "@org.jspecify.annotations.Nullable");

        assertEquals(
                List.of(
                        // ecj does not distinguish explicit accessors from others
                        compiler == CompilerHarness.JAVAC
                                ? "Nullable: the method Move.text()"
                                : "Nullable: the component Move.text",
                        "Nullable: the parameter \"tags\" of a constructor of Move",
                        "Nullable: the parameter \"text\" of a constructor of Move"),
                refused(compiler, List.of(tool)));
    }

    @ParameterizedTest
    @EnumSource
    void nullableThatRepeatsAComponentIsHonoured(CompilerHarness compiler) throws IOException {
        String tool = TOOL.formatted("@Nullable String text, java.util.List<@Nullable String> tags", """
                {
                  public Move(@Nullable String text, java.util.List<@Nullable String> tags) {
                    this.text = text;
                    this.tags = tags;
                  }

                  public Move(@Nullable String other) {
                    this(other, java.util.List.of());
                  }

                  public @Nullable String text() {
                    return text;
                  }
                }
                """)
                .replace("@Nullable", "@org.jspecify.annotations.Nullable");

        assertEquals(List.of(), refused(compiler, List.of(tool)));
        assertEquals(
                List.of(),
                refused(
                        compiler,
                        List.of(TOOL.replace("Move", "Other").formatted("Move move", "{}")),
                        tool.replace("@dev.escapement.Tool", "")));
    }

    @ParameterizedTest
    @EnumSource
    void compactConstructorRepeatsItsComponents(CompilerHarness compiler) throws IOException {
        String tool = TOOL.formatted(
                        "@Nullable String text, java.util.List<@Nullable String> tags",
                        "{ @Deprecated public Move {} @Deprecated public @Nullable String text() { return text; } }")
                .replace("@Nullable", "@org.jspecify.annotations.Nullable");

        assertEquals(List.of(), refused(compiler, List.of(tool)));
    }

    /** Returns the rejected annotations with their places, of sources that are compiled against a library. */
    private List<String> refused(CompilerHarness compiler, List<String> sources, String... library) throws IOException {
        Path into = Files.createTempDirectory(folder, "library");
        if (library.length > 0) {
            compiler.compile(SourceFiles.write(into, library), into, List.of("-proc:none"));
        }
        Path from = Files.createTempDirectory(folder, "application");
        String classPath = into.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
        CompilerHarness.Compiled compiled = compiler.compile(
                SourceFiles.write(from, sources), from, List.of("-classpath", classPath), new EscapementProcessor());
        String begin = "[" + ProblemKind.UNSUPPORTED_ANNOTATION.id() + "] @";
        return compiled.complaints().stream()
                .filter(CompilerHarness.Message::isOurs)
                .map(CompilerHarness.Message::text)
                .map(text -> text.startsWith(begin)
                        ? text.substring(begin.length(), text.indexOf(" is not supported"))
                                .replace(" on ", ": ")
                        : text)
                .sorted()
                .toList();
    }
}
