package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.LockText;
import dev.escapement.json.Upcasts;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the processor writes the lock files that the loop describes at run time. */
class LockFilesTest {

    private static final String READ = "-Aescapement.lock=";
    private static final String WRITE = "-Aescapement.lock.write=";
    private static final String FILE = "shop.Desk.lock";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            names = {
                "LOCKED_STEP_REMOVED",
                "LOCKED_FLOW_CHANGED",
                "LOCKED_ARGUMENTS_CHANGED",
                "LOCKED_REPLY_CHANGED",
                "LOCKED_RESULT_CHANGED",
                "LOCK_OUTDATED"
            })
    void writtenFileIsTheTextOfTheLoop(ProblemKind kind) throws Exception {
        Path locks = folder.resolve("locks");

        assertTrue(compile(ProblemExample.of(kind).fixed(), WRITE + locks).succeeded());

        assertEquals(withLoop(LockText::of), Files.readString(locks.resolve(FILE)));
    }

    @Test
    void fingerprintsAreThoseOfTheSchemas() throws Exception {
        assertTrue(compile(ProblemExample.of(ProblemKind.LOCKED_RESULT_CHANGED).fixed())
                .succeeded());

        assertEquals(withLoop(LockFilesTest::computed), withLoop(LockFilesTest::generated));
    }

    private static Map<String, String> generated(AgentLoop loop) {
        Map<String, String> fingerprints = new TreeMap<>();
        for (ToolSpec<?> tool : loop.tools()) {
            fingerprints.put(tool.name(), tool.structureFingerprint() + loop.resultFingerprint(tool.name()));
        }
        return fingerprints;
    }

    private static Map<String, String> computed(AgentLoop loop) {
        Map<String, String> fingerprints = new TreeMap<>();
        for (ToolSpec<?> tool : loop.tools()) {
            String name = tool.name();
            String result = switch (loop.flow(name)) {
                case PAUSES -> Upcasts.fingerprint(loop.replySchema(name));
                case FINISHES -> Upcasts.fingerprint(loop.resultSchema(name));
                case RETURNS, SELECTS, DELEGATES -> "";
            };
            fingerprints.put(name, Upcasts.fingerprint(tool.schema(Dialect.JSON_SCHEMA)) + result);
        }
        return fingerprints;
    }

    private <T> T withLoop(Function<AgentLoop, T> function) throws Exception {
        URL classes = folder.resolve("classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            Constructor<?> desk = loader.loadClass("shop.Desk").getDeclaredConstructor();
            Constructor<?> loop = loader.loadClass("shop.DeskLoop").getDeclaredConstructors()[0];
            desk.setAccessible(true);
            loop.setAccessible(true);
            return function.apply((AgentLoop) loop.newInstance(desk.newInstance()));
        }
    }

    @Test
    void errorsPreventWriting() throws IOException {
        ProblemExample example = ProblemExample.of(ProblemKind.LOCKED_RESULT_CHANGED);
        Path locks = Files.createDirectory(folder.resolve("locks"));
        Path locked = example.wrong().get(0).resolveSibling("locks").resolve(FILE);
        Files.copy(locked, locks.resolve(FILE));

        assertFalse(compile(example.wrong(), READ + locks, WRITE + locks).succeeded());
        assertEquals(Files.readString(locked), Files.readString(locks.resolve(FILE)));
    }

    @Test
    void bothOptionsUpdateTheFileWithoutNotes() throws IOException {
        ProblemExample example = ProblemExample.of(ProblemKind.LOCK_OUTDATED);
        Path locks = Files.createDirectory(folder.resolve("locks"));

        CompilerHarness.Compiled first = compile(example.fixed(), READ + locks, WRITE + locks);
        String written = Files.readString(locks.resolve(FILE));
        CompilerHarness.Compiled second = compile(example.fixed(), READ + locks, WRITE + locks);

        assertEquals(List.of(), first.ours());
        assertEquals(List.of(), second.ours());
        assertEquals(written, Files.readString(locks.resolve(FILE)));
        try (Stream<Path> files = Files.list(locks)) {
            assertEquals(List.of(locks.resolve(FILE)), files.toList());
        }
    }

    private CompilerHarness.Compiled compile(List<Path> sources, String... options) throws IOException {
        return CompilerHarness.JAVAC.compile(sources, folder, options);
    }
}
