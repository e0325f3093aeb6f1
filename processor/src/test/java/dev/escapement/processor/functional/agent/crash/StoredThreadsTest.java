package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.escapement.engine.Replay;
import dev.escapement.engine.ReplayResult;
import dev.escapement.run.FileThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that this release continues the threads that earlier releases have stored. The folder {@code before-delegates}
 * was written by the last release without sub-agents and recorded versions, with {@link StoredScenarios#main}.
 */
@ExtendWith(QuietLog.class)
class StoredThreadsTest {

    private static final Path STORED = Path.of("src/test/resources/stored-threads/before-delegates");

    /** The kinds of events that the release of the files did not have. */
    private static final Set<EventKind> LATER =
            EnumSet.of(EventKind.DELEGATE_STARTED, EventKind.DELEGATE_ENDED, EventKind.AGENT_UPDATED);

    @Test
    void eachStoredThreadHasScenario() throws IOException {
        Set<String> scenarios =
                new TreeSet<>(stored().map(StoredScenarios::folder).toList());
        try (Stream<Path> files = Files.list(STORED)) {
            List<String> folders = files.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertEquals(scenarios, new TreeSet<>(folders));
        }
    }

    @Test
    void everyKindOfEventIsStored(@TempDir Path folder) {
        Set<EventKind> kinds = EnumSet.copyOf(stored().flatMap(scenario -> load(scenario, folder).events().stream())
                .map(Event::kind)
                .toList());
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(LATER)), kinds);
    }

    @TestFactory
    Stream<DynamicTest> storedThreadIsReadAndWrittenUnchanged(@TempDir Path folder) {
        return stored().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
            String json = Files.readString(STORED.resolve(StoredScenarios.folder(scenario) + ".json"));

            AgentThread thread = AgentThread.fromJson(json);

            assertEquals(thread, load(scenario, folder));
            assertEquals(json, thread.toJson() + "\n");
        }));
    }

    @TestFactory
    Stream<DynamicTest> storedThreadIsVerified(@TempDir Path folder) {
        return stored().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
            AgentThread thread = load(scenario, folder);

            assertEquals(new ReplayResult.Verified(thread.events().size(), 0), verify(scenario, thread));
        }));
    }

    /** Verifies a thread with the code of this release. */
    private static ReplayResult verify(Scenario scenario, AgentThread thread) {
        return Replay.verify(scenario.agent().apply(new World()), thread);
    }

    /** Each prefix of the file is the file of a process that ended while it wrote. */
    @TestFactory
    Stream<DynamicTest> threadStoredToAnyLineEndsAsBefore(@TempDir Path folder) {
        return stored().flatMap(scenario -> {
            AgentThread whole = load(scenario, folder);
            return IntStream.rangeClosed(2, lines(file(scenario)).size())
                    .mapToObj(lines -> DynamicTest.dynamicTest(scenario + ", " + lines + " lines stored", () -> {
                        FileThreadStore store = store(scenario, folder.resolve(scenario + " " + lines), lines);

                        assertEndsAsBefore(scenario, whole, store);
                    }));
        });
    }

    private static void assertEndsAsBefore(Scenario scenario, AgentThread whole, FileThreadStore store) {
        List<Event> stored = store.load(ScenarioWorker.ID).orElseThrow().events();
        int size = stored.size();
        World world = worldAfter(scenario, size);

        AgentThread thread = new ScenarioWorker(scenario, world, store, UncertainStepDecision.LOOK_IT_UP).run();

        assertEquals(whole.events().subList(0, size), stored);
        assertEquals(stored, thread.events().subList(0, size));
        assertEquals(
                timeless(withoutUpdate(Restarts.after(whole.events(), index -> index == size - 1))),
                timeless(withoutUpdate(thread.events())));
        assertEquals(scenario.changes(), List.copyOf(world.changes().values()));
        assertEquals(thread, store.load(ScenarioWorker.ID).orElseThrow());
        assertTrue(
                verify(scenario, thread).isVerified(),
                () -> verify(scenario, thread).toString());
    }

    /** Returns the events without an update of the agent, and without the gates' decisions, which it requests again. */
    private static List<Event> withoutUpdate(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind() != EventKind.AGENT_UPDATED && event.kind() != EventKind.GATE_PASSED)
                .toList();
    }

    private static String timeless(List<Event> events) {
        return ExpectedThread.timeless(events).replaceAll("\"deadline\":\"[^\"]*\",?", "");
    }

    /** Returns the world of a process that stored a number of events. */
    private static World worldAfter(Scenario scenario, int events) {
        World world = new World();
        try {
            new ScenarioWorker(scenario, world, FragileStore.after(events), UncertainStepDecision.LOOK_IT_UP).run();
        } catch (RuntimeException e) {
            Crash.require(e);
            return world;
        }
        throw new AssertionError(scenario + " has fewer than " + events + " events");
    }

    private static Stream<Scenario> stored() {
        return StoredScenarios.all().stream()
                .filter(scenario -> Files.isDirectory(STORED.resolve(StoredScenarios.folder(scenario))));
    }

    private static AgentThread load(Scenario scenario, Path folder) {
        return store(scenario, folder.resolve(scenario.name()), Integer.MAX_VALUE)
                .load(ScenarioWorker.ID)
                .orElseThrow();
    }

    /** Returns a store with a copy of the first lines of a stored file. */
    private static FileThreadStore store(Scenario scenario, Path folder, int lines) {
        Path file = file(scenario);
        List<String> all = lines(file);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file.getFileName()), all.subList(0, Math.min(all.size(), lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FileThreadStore.in(folder);
    }

    private static Path file(Scenario scenario) {
        try (Stream<Path> files = Files.list(STORED.resolve(StoredScenarios.folder(scenario)))) {
            return files.collect(Collectors.reducing((one, other) -> fail(scenario + " has several files")))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
