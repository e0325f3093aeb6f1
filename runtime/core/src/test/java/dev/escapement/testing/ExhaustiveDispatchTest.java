package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a new command, event, answer or delta causes a compile error wherever it must be handled. The result depends
 * on the sources only, so that the older JDK of a build is enough.
 */
@DisabledForJreRange(min = JRE.JAVA_25)
class ExhaustiveDispatchTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CLASSES = Path.of("target/classes");
    private static final String PACKAGE = "dev/escapement/";

    @TempDir
    private Path classes;

    @Test
    void newCommandWithoutDispatchDoesNotCompile() throws IOException {
        Set<String> broken = brokenBy(
                Map.of("engine/Command.java", source -> withMember(source, "record Delay() implements Command {}")));

        assertEquals(Set.of("engine/Command.java"), broken);
    }

    @Test
    void newCommandBreaksEveryPlaceThatHandlesCommands() throws IOException {
        Set<String> broken = brokenBy(Map.of(
                "engine/Command.java",
                source -> withMember(
                        source,
                        "record Delay() implements Command {"
                                + " @Override public <R> R accept(CommandVisitor<R> visitor)"
                                + " { return visitor.delay(this); } }"),
                "engine/CommandVisitor.java",
                source -> withMember(source, "R delay(Command.Delay command);")));

        assertEquals(Set.of("run/AttemptExecution.java", "run/ThreadExecution.java"), broken);
    }

    @Test
    void newEventBreaksEveryPlaceThatHandlesEvents() throws IOException {
        Set<String> broken = brokenBy(Map.of(
                "thread/Event.java",
                source -> withMember(source, "record Delayed(Instant at) implements Event {}"),
                "thread/EventKind.java",
                source -> source.replace(" STARTED(", " DELAYED(Event.Delayed.class), STARTED(")));

        assertEquals(
                Set.of(
                        "engine/EventVisitor.java",
                        "run/PeoplesEvents.java",
                        "run/ThreadDescription.java",
                        "thread/AnswerText.java",
                        "thread/BudgetUsage.java",
                        "thread/CallProgress.java",
                        "thread/CallResult.java",
                        "thread/Event.java",
                        "thread/EventCodecs.java",
                        "thread/EventLog.java",
                        "thread/RenderedEvent.java",
                        "thread/UnsentFiles.java",
                        "thread/ReplyProgress.java",
                        "thread/ThreadState.java",
                        "thread/ThreadText.java"),
                broken);
    }

    @Test
    void newMethodOfTheEventVisitorBreaksItsImplementations() throws IOException {
        Set<String> broken = brokenBy(
                Map.of("engine/EventVisitor.java", source -> withMember(source, "R delayed(Event.Started event);")));

        assertEquals(Set.of("engine/ReplayCheck.java", "run/EventLines.java"), broken);
    }

    @Test
    void newDeltaBreaksEveryPlaceThatHandlesDeltas() throws IOException {
        Set<String> broken = brokenBy(Map.of(
                "model/Delta.java",
                source -> withMember(
                                source,
                                "record Delayed() implements Delta {"
                                        + " @Override public <R> R accept(Visitor<R> visitor)"
                                        + " { return visitor.delayed(this); } }")
                        .replace("interface Visitor<R> {", "interface Visitor<R> { R delayed(Delayed delta);")));

        assertEquals(Set.of("run/ThreadPrinter.java"), broken);
    }

    /** The rules of an effect are in one class and in the codec of events, which has a name for each constant. */
    @Test
    void newEffectBreaksTheRulesOfEffects() throws IOException {
        Set<String> broken = brokenBy(Map.of("Effect.java", source -> source.replaceFirst("READ,", "READ, DELAYED,")));

        assertEquals(Set.of("engine/EffectRules.java"), broken);
    }

    @Test
    void newFlowBreaksTheRulesOfFlows() throws IOException {
        Set<String> broken =
                brokenBy(Map.of("engine/Flow.java", source -> source.replaceFirst("RETURNS,", "RETURNS, DELAYS,")));

        assertEquals(
                Set.of(
                        "engine/ChildThreads.java",
                        "engine/Flow.java",
                        "engine/OpenCall.java",
                        "engine/StepVersions.java",
                        "engine/StrandedThreads.java",
                        "run/AgentInvoker.java"),
                broken);
    }

    @Test
    void newAnswerWithoutKindDoesNotCompile() throws IOException {
        Set<String> broken = brokenBy(
                Map.of("thread/Answer.java", source -> withMember(source, "record Delayed() implements Answer {}")));

        assertEquals(Set.of("thread/Answer.java"), broken);
    }

    @Test
    void newAnswerBreaksEveryPlaceThatHandlesAnswers() throws IOException {
        Set<String> broken = brokenBy(
                Map.of("thread/Answer.java", source -> source.replaceFirst("RETURNED,", "RETURNED, DELAYED,")));

        assertEquals(
                Set.of(
                        "run/EventLines.java",
                        "run/OpenQuestion.java",
                        "run/RunMessages.java",
                        "run/StoreInbox.java",
                        "run/ThreadDescription.java",
                        "thread/AnswerCodec.java",
                        "thread/AnswerText.java",
                        "thread/CallProgress.java",
                        "thread/CallResult.java",
                        "thread/ThreadText.java"),
                broken);
    }

    private static String withMember(String source, String member) {
        return source.substring(0, source.lastIndexOf('}')) + member + "\n}\n";
    }

    /** A change of the text of a source file. */
    private interface Change {
        String apply(String source);
    }

    /**
     * Compiles the sources of core that can be affected by changes: those of the classes that refer to a changed type. The
     * other types are those of the build.
     *
     * @param changes the changes by path below {@code dev/escapement}
     * @return the paths of the files with errors, in the form of the changes' keys
     */
    private Set<String> brokenBy(Map<String, Change> changes) throws IOException {
        List<JavaFileObject> units = new ArrayList<>();
        List<String> types = changes.keySet().stream()
                .map(name -> PACKAGE + name.replace(".java", ""))
                .toList();
        for (String path : TypeUsers.sources(CLASSES, types)) {
            String name = path.substring(PACKAGE.length());
            String source = Files.readString(SOURCES.resolve(path));
            String changed = changes.getOrDefault(name, unchanged -> unchanged).apply(source);
            assertFalse(changes.containsKey(name) && changed.equals(source), name);
            units.add(new Source(name, changed));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xmaxerrs",
                "1000",
                "-XDshould-stop.ifError=FLOW",
                "-XDshould-stop.ifNoError=FLOW");
        javac.getTask(null, null, found, options, null, units).call();
        Set<String> broken = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : found.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() instanceof Source source) {
                broken.add(source.name);
            }
        }
        return broken;
    }

    /** A source file in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///dev/escapement/" + name), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
