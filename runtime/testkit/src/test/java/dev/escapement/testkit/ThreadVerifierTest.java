package dev.escapement.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Prefetch;
import dev.escapement.StepContext;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.ContextSource;
import dev.escapement.engine.Flow;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Reducer;
import dev.escapement.model.ModelReply;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import dev.escapement.tool.ToolSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the verification of stored threads. */
class ThreadVerifierTest {

    private static final AgentLoop LOOP = new ContextLoop("Desk", "tags");

    @TempDir
    Path folder;

    /** An agent without tools that fetches context once. */
    private record ContextLoop(String agent, String source) implements AgentLoop {

        @Override
        public String prompt() {
            return "Be brief.";
        }

        @Override
        public List<ToolSpec<?>> tools() {
            return List.of();
        }

        @Override
        public Effect effect(String tool) {
            throw new IllegalArgumentException(tool);
        }

        @Override
        public Flow flow(String tool) {
            throw new IllegalArgumentException(tool);
        }

        @Override
        public List<ContextSource> contextSources() {
            return List.of(new ContextSource(source, Prefetch.When.START));
        }

        @Override
        public Command next(AgentThread thread) {
            return Reducer.next(this, thread);
        }

        @Override
        public Outcome fetch(String name, AgentThread thread) {
            return Outcome.returned();
        }

        @Override
        public Outcome run(Call call, StepContext context) {
            throw new IllegalArgumentException(call.tool());
        }
    }

    private static void start(ThreadStore store, AgentLoop loop, String... ids) {
        Runner runner = Runner.of(loop)
                .model(request -> ModelReply.text("Hello"))
                .store(store)
                .build();
        for (String id : ids) {
            runner.start(id, "Hi");
        }
    }

    @Test
    void folderIsVerified() {
        start(FileThreadStore.in(folder), LOOP, "a", "b");

        VerificationReport report = ThreadVerifier.of(LOOP).folder(folder).assertVerified();

        assertEquals(2, report.verified());
        assertEquals("2 verified, 0 diverged, 0 not compared", report.toString());
    }

    @Test
    void divergenceIsReported() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        start(store, LOOP, "a");
        ThreadVerifier changed = ThreadVerifier.of(new ContextLoop("Desk", "labels"));

        VerificationReport report = changed.store(store);

        assertEquals(Set.of("a"), report.divergences().keySet());
        assertEquals(
                "a: The event 1 (context_fetched) diverges: source. The current code returns FetchContext.\n"
                        + "0 verified, 1 diverged, 0 not compared",
                report.toString());
        assertEquals(
                report.toString(),
                assertThrows(AssertionError.class, report::assertVerified).getMessage());
    }

    @Test
    void damagedFileIsReported() throws Exception {
        start(FileThreadStore.in(folder), LOOP, "a", "b");
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.filter(path -> path.toString().endsWith("a.jsonl"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(file, Files.readString(file).replace("Hello", "Hullo"));
        }

        VerificationReport report = ThreadVerifier.of(LOOP).folder(folder);

        assertEquals(Set.of("a"), report.problems().keySet());
        assertEquals(1, report.verified());
        assertFalse(report.isVerified());
    }

    @Test
    void impossibleEventsAreReported() {
        Event started = new Event.Started(Instant.EPOCH, "Desk", "Hi");
        AgentThread damaged = new AgentThread("a", List.of(started, new Event.StepReturned(Instant.EPOCH, "c1", "1")));

        VerificationReport report = ThreadVerifier.of(LOOP).threads(List.of(damaged));

        assertTrue(report.problems().get("a").contains("c1"), report::toString);
    }

    @Test
    void threadOfAnotherAgentIsReported() {
        InMemoryThreadStore store = new InMemoryThreadStore();
        start(store, LOOP, "a");
        start(store, new ContextLoop("Other", "tags"), "b");

        VerificationReport report = ThreadVerifier.of(LOOP).store(store);

        assertEquals(Set.of("b"), report.problems().keySet());
        assertFalse(report.isVerified());
    }

    @Test
    void emptyFolderIsNotVerified() {
        VerificationReport report = ThreadVerifier.of(LOOP).folder(folder);

        assertThrows(AssertionError.class, report::assertVerified);
    }
}
