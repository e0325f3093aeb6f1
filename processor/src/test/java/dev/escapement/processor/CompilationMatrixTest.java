package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that a tool has the same schema and the same decoder whether its types are compiled from source, read from a jar
 * or compiled by an earlier incremental build, or that the difference is reported: by a compiler error, or by the error
 * for stale code. Runs with javac of each installed JDK and with ecj.
 */
class CompilationMatrixTest {

    private static final Map<String, String> SOURCES = Map.of(
            "Line", """
            import jakarta.validation.constraints.Size;
            import java.util.List;
            import java.util.Map;
            import org.jspecify.annotations.Nullable;

            public record Line(
                @Nullable String note,
                @Size(max = 5) String text,
                List<@Size(max = 3) @Nullable String> names,
                @Nullable String @Nullable [] array,
                Map<String, List<@Nullable String>> codes) {}
            """,
            "Page", """
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            public record Page<T>(@Nullable T first, List<@Nullable T> all) {}
            """,
            "Money", """
            @dev.escapement.Codec
            public record Money(@jakarta.validation.constraints.Positive long amount, Currency currency) {
              public enum Currency { EUR, GBP }
            }
            """,
            "Status", """
            @dev.escapement.Codec
            public enum Status { OPEN, CLOSED }
            """,
            "Event", """
            @dev.escapement.Codec
            public sealed interface Event permits Event.Sent, Event.Lost {
              record Sent(String to) implements Event {}

              record Lost() implements Event {}
            }
            """,
            "Node", """
            @dev.escapement.Codec
            public record Node(java.util.List<Peer> peers) {}
            """,
            "Peer", """
            @dev.escapement.Codec
            public record Peer(java.util.Optional<Node> node, int weight) {}
            """,
            "PlaceOrder", """
            /** Places an order. */
            @SuppressWarnings({"ESC040", "ESC050", "ESC053"})
            @dev.escapement.Tool
            public record PlaceOrder(
                Line line, Page<String> page, Money money, Status status, Event event, Node node) {}
            """);

    private static final String[] LIBRARY = {"Line", "Page", "Money", "Status", "Event", "Node", "Peer"};

    private static final List<MatrixCompiler> COMPILERS = MatrixCompiler.all();

    private static final String TOOL = "PlaceOrder";

    private static final String SPEC = "PlaceOrderSpec";

    /**
     * A change of one type.
     *
     * @param type the type, which is the only one that is compiled again
     * @param from the changed part of its source
     * @param to the new part
     */
    private record Change(String type, String from, String to) {}

    private static final List<Change> CHANGES = List.of(
            new Change("Money", "long amount", "long cents"),
            new Change("Money", "long amount", "int amount"),
            new Change("Money", "@jakarta.validation.constraints.Positive ", ""),
            new Change("Money", "long amount,", "@dev.escapement.Describe(\"in cents\") long amount,"),
            new Change("Money", "EUR, GBP", "GBP, EUR"),
            new Change("Money", "Currency currency)", "Currency currency, java.util.Optional<String> note)"),
            new Change("Status", "OPEN", "OPENED"),
            new Change("Event", "String to", "@org.jspecify.annotations.Nullable String to"),
            new Change("Event", "Lost() implements Event {}", "Lost(int days) implements Event {}"),
            new Change("Peer", "int weight", "long weight"),
            new Change("Line", "String text", "String title"),
            new Change("Line", "List<@Size(max = 3) @Nullable String> names", "java.util.Set<String> names"),
            new Change("Page", "@Nullable T first, List<@Nullable T> all", "List<@Nullable T> all, @Nullable T first"));

    /** A process for each compilation takes seconds, and the build runs this test with each JDK. */
    private static final int CHANGES_IN_OTHER_JDKS = 2;

    @TempDir
    private static Path shared;

    private static final Map<MatrixCompiler, MatrixProject> UNCHANGED = new HashMap<>();

    @TempDir
    private Path folder;

    static List<MatrixCompiler> compilers() {
        return COMPILERS;
    }

    static Stream<Arguments> changes() {
        return compilers().stream()
                .flatMap(compiler -> CHANGES.stream()
                        .limit(compiler instanceof MatrixCompiler.Forked ? CHANGES_IN_OTHER_JDKS : CHANGES.size())
                        .map(change -> Arguments.of(compiler, change)));
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void everySourceOfATypeYieldsTheSameTool(MatrixCompiler compiler) throws IOException {
        MatrixProject source = project(compiler, "source");
        source.copy(unchanged(compiler));
        String expected = unchanged(compilers().get(0)).outcome(SPEC);
        assertTrue(expected.contains("Accepted") && expected.contains("Rejected"), expected);
        assertEquals(expected, source.outcome(SPEC), "source");

        MatrixProject library = project(compiler, "library");
        assertEquals("", library.compile(LIBRARY));
        MatrixProject application = project(compiler, "application");
        application.addToClassPath(library.jar());
        assertEquals("", application.compile(TOOL));
        assertEquals(expected, application.outcome(SPEC, library.jar()), "jar");

        assertEquals("", source.compile(TOOL));
        assertEquals(expected, source.outcome(SPEC), "only the tool compiled again");

        for (String type : LIBRARY) {
            assertEquals("", source.compile(type), type);
        }
        assertEquals(expected, source.outcome(SPEC), "only the other types compiled again");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void typeRecompiledAloneIsDetected(MatrixCompiler compiler, Change change) throws IOException {
        MatrixProject changed = project(compiler, "changed");
        changed.copy(unchanged(compiler));
        changed.change(change.type(), change.from(), change.to());

        String errors = changed.compile(change.type());

        String outcome = errors.isEmpty() ? changed.outcome(SPEC) : "";
        boolean reported = outcome.contains("StaleCodeError")
                && Stream.of("shop.PlaceOrder", "shop.Node", "shop.Peer").anyMatch(outcome::contains)
                && outcome.contains("shop." + change.type());
        assertTrue(reported || errors.contains("[ESC"), () -> change + "\n" + errors + outcome);
    }

    /** Node and Peer contain each other, and each checks the form of the other when its class is initialized. */
    @Test
    void mutuallyRecursiveCodecsAreInitializedConcurrently() throws IOException, InterruptedException {
        MatrixProject project = unchanged(COMPILERS.get(0));
        for (int i = 0; i < 50; i++) {
            try (URLClassLoader loader = project.loader()) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Object> initialized = new CopyOnWriteArrayList<>();
                List<Thread> threads = Stream.of("shop.NodeCodec", "shop.PeerCodec")
                        .map(codec -> new Thread(() -> initialized.add(initialize(codec, loader, together))))
                        .toList();
                for (Thread thread : threads) {
                    thread.setDaemon(true);
                    thread.start();
                }
                for (Thread thread : threads) {
                    thread.join(60_000);
                }
                assertEquals(2, initialized.size(), "the two Java threads wait for each other");
            }
        }
    }

    private static Object initialize(String codec, ClassLoader loader, CyclicBarrier together) {
        try {
            together.await();
            return Class.forName(codec, true, loader).getField("INSTANCE").get(null);
        } catch (ReflectiveOperationException | InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the classes of all types, which each compiler compiles once. */
    private static MatrixProject unchanged(MatrixCompiler compiler) throws IOException {
        MatrixProject project = UNCHANGED.get(compiler);
        if (project == null) {
            project = new MatrixProject(compiler, Files.createTempDirectory(shared, "unchanged"), SOURCES);
            assertEquals("", project.compileAll());
            UNCHANGED.put(compiler, project);
        }
        return project;
    }

    private MatrixProject project(MatrixCompiler compiler, String name) {
        return new MatrixProject(compiler, folder.resolve(name), SOURCES);
    }
}
