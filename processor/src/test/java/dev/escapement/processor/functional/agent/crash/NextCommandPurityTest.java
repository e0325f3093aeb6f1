package dev.escapement.processor.functional.agent.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.thread.AgentThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that the next command is a pure function of the thread. */
@ExtendWith(QuietLog.class)
class NextCommandPurityTest {

    private static List<ScenarioThreads.ScenarioThread> threads;

    @BeforeAll
    static void collectThreads() {
        threads = ScenarioThreads.all();
    }

    @Test
    void theSameThreadGivesTheSameCommand() {
        for (ScenarioThreads.ScenarioThread recorded : threads) {
            AgentLoop loop = recorded.loop();
            for (AgentThread thread : recorded.prefixes()) {
                assertEquals(loop.next(thread), loop.next(thread));
            }
        }
    }

    @Test
    void storedThreadGivesTheSameCommandInAnotherLoop() {
        for (ScenarioThreads.ScenarioThread recorded : threads) {
            AgentLoop loop = recorded.loop();
            for (AgentThread thread : recorded.prefixes()) {
                assertEquals(loop.next(thread), recorded.loop().next(AgentThread.fromJson(thread.toJson())));
            }
        }
    }

    @Test
    void itDoesNotMatterWhatWasAskedBefore() {
        for (ScenarioThreads.ScenarioThread recorded : threads) {
            AgentLoop loop = recorded.loop();
            List<Command> forwards =
                    recorded.prefixes().stream().map(loop::next).toList();
            List<AgentThread> backwards = new ArrayList<>(recorded.prefixes());
            Collections.reverse(backwards);
            List<Command> commands =
                    new ArrayList<>(backwards.stream().map(loop::next).toList());
            Collections.reverse(commands);
            assertEquals(forwards, commands);
        }
    }

    @Test
    void nothingOfTheAgentIsAsked() {
        for (ScenarioThreads.ScenarioThread recorded : threads) {
            World world = new World();
            AgentLoop loop = recorded.scenario().agent().apply(world);
            recorded.prefixes().forEach(loop::next);
            assertEquals(List.of(), world.journal());
        }
    }

    @Test
    void manyThreadsAtOnceGetTheSameCommands() throws Exception {
        List<AgentLoop> loops =
                threads.stream().map(ScenarioThreads.ScenarioThread::loop).toList();
        List<List<Command>> expected = commands(loops);
        int askers = 8;
        CyclicBarrier start = new CyclicBarrier(askers);
        ExecutorService executor = Executors.newFixedThreadPool(askers);
        try {
            List<Callable<List<List<Command>>>> work = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                work.add(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return commands(loops);
                });
            }
            for (Future<List<List<Command>>> commands : executor.invokeAll(work)) {
                assertEquals(expected, commands.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<List<Command>> commands(List<AgentLoop> loops) {
        List<List<Command>> commands = new ArrayList<>();
        for (int i = 0; i < threads.size(); i++) {
            commands.add(
                    threads.get(i).prefixes().stream().map(loops.get(i)::next).toList());
        }
        return commands;
    }
}
