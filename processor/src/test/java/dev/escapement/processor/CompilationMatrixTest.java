package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
                Line line, Page<String> page, Money money, Status status, Event event, Node node) {
              @dev.escapement.Upcast(from = "0123456789abcdef")
              static dev.escapement.json.JsonText ofText(dev.escapement.json.JsonText old) { return old; }
            }
            """,
            "Form", """
            public class Form {
              public static String schema() { return MoneyCodec.SCHEMA; }
            }
            """);

    /** An agent whose loop writes types without a generated class. A change of such a type may also change its value. */
    private static final Map<String, String> AGENT_SOURCES = Map.of(
            "Receipt", """
            public record Receipt(long amount, Reason reason, java.util.Map<Place, Integer> counts) {
              static Receipt create() {
                return new Receipt(1, Reason.create(), java.util.Map.of(Place.create(), 2));
              }

              /** The reply of a clerk. */
              public record Approval(boolean given) {
                @dev.escapement.Upcast(from = "0123456789abcdef")
                static dev.escapement.json.JsonText ofText(dev.escapement.json.JsonText old) { return old; }
              }
            }
            """,
            "Reason", """
            public enum Reason {
              LATE, BROKEN;

              static Reason create() { return values()[0]; }
            }
            """,
            "Place", """
            public enum Place {
              SHOP, DEPOT;

              static Place create() { return values()[0]; }
            }
            """,
            "Grade", """
            import com.fasterxml.jackson.annotation.JsonProperty;

            public enum Grade {
              @JsonProperty("first") A, @JsonProperty("second") B;

              static Grade create() { return values()[0]; }
            }
            """,
            "Side", """
            import com.fasterxml.jackson.annotation.JsonProperty;
            import com.fasterxml.jackson.annotation.JsonValue;

            public enum Side {
              @JsonProperty("heads") HEADS, @JsonProperty("tails") TAILS;

              @JsonValue
              public String text() { return name().toLowerCase(java.util.Locale.ROOT); }

              static Side create() { return values()[0]; }
            }
            """,
            "Result", """
            public sealed interface Result {
              static Result create() { return new Paid(1); }

              record Paid(int amount) implements Result {}

              record Refused() implements Result {}
            }
            """,
            "AfterPayment", """
            public sealed interface AfterPayment
                permits Ship, Cancel { static AfterPayment create() { return new Cancel(); } }
            """,
            "Ship", """
            /** Ships the order. */
            @dev.escapement.Tool
            public record Ship(String to) implements AfterPayment {}
            """,
            "Cancel", """
            /** Cancels the order. */
            @dev.escapement.Tool
            public record Cancel() implements AfterPayment {}
            """,
            "Desk", """
            import com.fasterxml.jackson.annotation.JsonProperty;
            import dev.escapement.Finish;
            import dev.escapement.Pause;
            import dev.escapement.Step;
            import dev.escapement.Tool;
            import java.util.List;

            @dev.escapement.Agent
            public class Desk {
              /** Prints the receipt. */
              @Tool
              public record PrintReceipt(@JsonProperty(defaultValue = "[\\"BROKEN\\"]") List<Reason> reasons) {}

              /** Takes the payment. */
              @Tool
              public record TakePayment() {}

              /** Grades the order. */
              @Tool
              public record GradeOrder() {}

              /** Asks the clerk. */
              @Tool
              public record AskClerk() {}

              /** Tosses a coin. */
              @Tool
              public record TossCoin() {}

              @dev.escapement.Prompt
              public String prompt() { return "Sell."; }

              @Step
              public Receipt print(PrintReceipt call) { return Receipt.create(); }

              @Step
              public Pause<Receipt.Approval> ask(AskClerk call) { return Pause.asking("Approve?"); }

              @Step
              public Side toss(TossCoin call) { return Side.create(); }

              @Step
              public Grade grade(GradeOrder call) { return Grade.create(); }

              @Step
              public AfterPayment pay(TakePayment call) { return AfterPayment.create(); }

              @Step
              public void ship(Ship call) {}

              @Step
              public Finish<Result> cancel(Cancel call) { return Finish.with(Result.create()); }
            }
            """);

    /** A tool with sealed interfaces that have no permits clause, or have one. Their subtypes are not sorted by name. */
    private static final Map<String, String> SEALED_SOURCES = Map.of(
            "Nested", """
            public sealed interface Nested {
              record Zebra(int a) implements Nested {}

              sealed interface Middle extends Nested {
                record Yak() implements Middle {}

                record Ant() implements Middle, Nested {}
              }

              enum Color implements Nested { RED }

              class Holder {
                record Deep() implements Nested {}

                record Ape() implements Nested {}
              }

              record Bee() implements Nested {}
            }
            """,
            "Outer", """
            public class Outer {
              public sealed interface Inner {}

              public record Two() implements Inner {}

              public record One() implements Inner {}
            }
            """,
            "SameFile", """
            record Zed() implements SameFile {}

            record Alone() implements SameFile {}

            public sealed interface SameFile {
              record Part() implements SameFile {}

              record Inside() implements SameFile {}
            }

            class OtherHolder extends BaseHolder {
              record Held() implements SameFile {}
            }

            class BaseHolder {
              record Based() implements SameFile {}
            }

            record Below() implements SameFile {}
            """,
            "Written", """
            public sealed interface Written permits Written.Second, Written.First, Written.Third {
              record First() implements Written {}

              record Second() implements Written {}

              record Third() implements Written {}
            }
            """,
            "Files", """
            public sealed interface Files permits Files.Late, OtherFile, Files.Early {
              record Early() implements Files {}

              record Late() implements Files {}
            }
            """,
            "OtherFile", """
            public record OtherFile() implements Files {}
            """,
            "PlaceOrder", """
            /** Places an order. */
            @SuppressWarnings({"ESC040", "ESC050", "ESC053"})
            @dev.escapement.Tool
            public record PlaceOrder(
                Nested nested, Outer.Inner inner, SameFile file, Written written, Files files) {}
            """);

    private static final String[] LIBRARY = {"Line", "Page", "Money", "Status", "Event", "Node", "Peer"};

    private static final String[] SEALED_LIBRARY = {"Nested", "Outer", "SameFile", "Written", "Files", "OtherFile"};

    private static final List<MatrixCompiler> COMPILERS = MatrixCompiler.all();

    private static final String TOOL = "PlaceOrder";

    private static final String SPEC = "PlaceOrderSpec";

    private static final String AGENT = "Desk";

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

    private static final List<Change> AGENT_CHANGES = List.of(
            new Change("Receipt", "long amount", "long cents"),
            new Change(
                    "AfterPayment",
                    "Cancel { static AfterPayment create() { return new Cancel()",
                    "Cancel, AfterPayment.Hold { record Hold() implements AfterPayment {}"
                            + " static AfterPayment create() { return new Hold()"),
            new Change("Receipt", "long amount", "int amount"),
            new Change("Reason", "LATE", "LOST, LATE"),
            new Change("Reason", "LATE", "LATER"),
            new Change("Place", "SHOP", "HARBOUR, SHOP"),
            new Change("Grade", "@JsonProperty(\"first\")", "@JsonProperty(\"best\") S, @JsonProperty(\"first\")"),
            new Change(
                    "Result",
                    "static Result create() { return new Paid(1)",
                    "record Free() implements Result {} static Result create() { return new Free()"),
            new Change("Side", ", @JsonProperty(\"tails\") TAILS", ""),
            new Change("Side", "String text()", "String label()"),
            new Change("Result", "int amount", "long amount"),
            new Change("Ship", "String to", "String address"),
            new Change("Cancel", "record Cancel()", "record Cancel(java.util.Optional<String> reason)"),
            new Change("Receipt", "ofText", "fromText"),
            new Change("Reason", "BROKEN", "DAMAGED"));

    /** A process for each compilation takes seconds, and the build runs this test with each JDK. */
    private static final int CHANGES_IN_OTHER_JDKS = 2;

    @TempDir
    private static Path shared;

    private static final Map<List<Object>, MatrixProject> UNCHANGED = new HashMap<>();

    @TempDir
    private Path folder;

    static List<MatrixCompiler> compilers() {
        return COMPILERS;
    }

    static Stream<Arguments> changes() {
        return each(CHANGES);
    }

    static Stream<Arguments> agentChanges() {
        return each(AGENT_CHANGES);
    }

    private static Stream<Arguments> each(List<Change> changes) {
        return compilers().stream()
                .flatMap(compiler -> changes.stream()
                        .limit(compiler instanceof MatrixCompiler.Forked ? CHANGES_IN_OTHER_JDKS : changes.size())
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
    @MethodSource("compilers")
    void permittedTypesHaveTheSameOrderFromEverySource(MatrixCompiler compiler) throws IOException {
        String expected = unchanged(COMPILERS.get(0), SEALED_SOURCES).outcome(SPEC);
        MatrixProject source = unchanged(compiler, SEALED_SOURCES);
        assertOrder(expected, "late", "other_file", "early");
        assertEquals(expected, source.outcome(SPEC), "source");

        for (MatrixCompiler other : COMPILERS) {
            MatrixProject library = new MatrixProject(other, folder.resolve("library of " + other), SEALED_SOURCES);
            assertEquals("", library.compile(SEALED_LIBRARY));
            MatrixProject application =
                    new MatrixProject(compiler, folder.resolve("application with " + other), SEALED_SOURCES);
            application.addToClassPath(library.jar());
            assertEquals("", application.compile(TOOL));
            assertEquals(expected, application.outcome(SPEC, library.jar()), "jar compiled by " + other);
        }

        MatrixProject incremental = new MatrixProject(compiler, folder.resolve("incremental"), SEALED_SOURCES);
        incremental.copy(source);
        assertEquals("", incremental.compile("Files", "OtherFile"));
        assertEquals("", incremental.compile(TOOL));
        assertEquals(expected, incremental.outcome(SPEC), "compiled again");
    }

    private static void assertOrder(String outcome, String... names) {
        int position = -1;
        for (String name : names) {
            int next = outcome.indexOf('"' + name + '"');
            assertTrue(next > position, () -> name + " is missing or precedes the name before it\n" + outcome);
            position = next;
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void typeRecompiledAloneIsDetected(MatrixCompiler compiler, Change change) throws IOException {
        MatrixProject changed = project(compiler, "changed");
        changed.copy(unchanged(compiler));
        changed.change(change.type(), change.from(), change.to());

        String errors = changed.compile(change.type());

        assertEquals("", errors, change.toString());
        assertIsStale(changed.outcome(SPEC), change, "shop.PlaceOrder", "shop.Node", "shop.Peer");
    }

    @ParameterizedTest
    @MethodSource("agentChanges")
    void aTypeOfAnAgentThatAloneIsCompiledAgainIsNoticed(MatrixCompiler compiler, Change change) throws IOException {
        MatrixProject unchanged = unchanged(compiler, AGENT_SOURCES);
        MatrixProject changed = new MatrixProject(compiler, folder.resolve("changed"), AGENT_SOURCES);
        changed.copy(unchanged);
        changed.change(change.type(), change.from(), change.to());

        String errors = changed.compile(change.type());

        assertEquals("", errors, change.toString());
        assertFalse(unchanged.outcomeOfAgent(AGENT).contains("StaleCodeError"));
        assertIsStale(changed.outcomeOfAgent(AGENT), change, "shop.Desk");
    }

    @ParameterizedTest
    @MethodSource("compilers")
    void missingGeneratedClassIsDetected(MatrixCompiler compiler) throws IOException {
        MatrixProject agent = new MatrixProject(compiler, folder.resolve("agent"), AGENT_SOURCES);
        agent.copy(unchanged(compiler, AGENT_SOURCES));
        Files.delete(agent.classes().resolve("shop/CancelSpec.class"));
        MatrixProject tool = project(compiler, "tool");
        tool.copy(unchanged(compiler));
        Files.delete(tool.classes().resolve("shop/MoneyCodec.class"));

        assertIsStale(agent.outcomeOfAgent(AGENT), new Change("Cancel", "", ""), "shop.Desk");
        assertIsStale(tool.outcome(SPEC), new Change("Money", "", ""), "shop.PlaceOrder");
    }

    /** The spec can be older than the tool only if the tool was compiled without the processor. */
    @Test
    void missingUpcastMethodOfAToolIsDetected() throws IOException {
        MatrixProject tool = project(COMPILERS.get(0), "tool");
        tool.copy(unchanged(COMPILERS.get(0)));
        tool.change(TOOL, "ofText", "fromText");

        String errors = tool.compileWithoutProcessor(TOOL);

        assertEquals("", errors);
        assertIsStale(tool.outcome(SPEC), new Change(TOOL, "", ""), "shop.PlaceOrder");
    }

    @Test
    void schemaOfACodecIsNotCopiedIntoOtherClasses() throws IOException, ReflectiveOperationException {
        MatrixProject changed = project(COMPILERS.get(0), "changed");
        changed.copy(unchanged(COMPILERS.get(0)));
        changed.change("Money", "long amount", "long cents");

        String errors = changed.compile("Money");

        assertEquals("", errors);
        try (URLClassLoader loader = changed.loader()) {
            Object schema = loader.loadClass("shop.Form").getMethod("schema").invoke(null);
            assertTrue(schema.toString().contains("\"cents\""), schema::toString);
        }
    }

    /** The error names the type, or only the member if the virtual machine does not name the type, as in Java 17. */
    private static void assertIsStale(String outcome, Change change, String... users) {
        assertTrue(
                outcome.contains("StaleCodeError")
                        && Stream.of(users).anyMatch(outcome::contains)
                        && (outcome.contains("shop." + change.type()) || outcome.contains("(" + change.from() + ")")),
                () -> change + "\n" + outcome);
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
        return unchanged(compiler, SOURCES);
    }

    private static MatrixProject unchanged(MatrixCompiler compiler, Map<String, String> sources) throws IOException {
        MatrixProject project = UNCHANGED.get(List.of(compiler, sources));
        if (project == null) {
            project = new MatrixProject(compiler, Files.createTempDirectory(shared, "unchanged"), sources);
            assertEquals("", project.compileAll());
            UNCHANGED.put(List.of(compiler, sources), project);
        }
        return project;
    }

    private MatrixProject project(MatrixCompiler compiler, String name) {
        return new MatrixProject(compiler, folder.resolve(name), SOURCES);
    }
}
