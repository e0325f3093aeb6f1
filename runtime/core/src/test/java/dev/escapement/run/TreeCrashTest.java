package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.OnText;
import dev.escapement.engine.DelegateStart;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.AgentUpdated;
import dev.escapement.thread.Budget;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.Start;
import dev.escapement.tool.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a tree of threads whose process dies at any append of any of its threads ends as if it had not: after a
 * restart of the root thread, and after the restart of two workers, neither of which has the loops of all agents.
 */
class TreeCrashTest {

    private final TestStep hand = TestStep.named("hand")
            .delegates((text, context) -> start("Aide", text, false))
            .effect(Effect.READ);
    private final TestStep send = TestStep.named("send")
            .delegates((text, context) -> start("Aide", text, true))
            .effect(Effect.READ);
    private final TestStep note = TestStep.named("note").effect(Effect.IDEMPOTENT);
    private final TestStep close = TestStep.named("close").effect(Effect.READ).finishes();
    private final TestStep dig = TestStep.named("dig")
            .delegates((text, context) -> start("Clerk", text, false))
            .effect(Effect.READ);
    private final TestStep done = TestStep.named("done").effect(Effect.READ).finishes();
    private final TeamLoop lead = TeamLoop.of("Lead", hand, send, note, close)
            .joining(result -> Outcome.selected(note.tool(), result))
            .with(policy(OnText.WAIT));
    private final TeamLoop aide = TeamLoop.of("Aide", dig, note, done).with(policy(OnText.WAIT));
    private final TeamLoop clerk = TeamLoop.of("Clerk").with(policy(OnText.FINISH));
    private final TeamModel model = new TeamModel()
            .script(
                    "Lead",
                    reply(hand.call("c1", "one"), send.call("c2", "two"), close.call("c3", "early")),
                    reply(close.call("c4", "ok")))
            .script("Aide", "one", reply(note.call("d1", "x")), reply(done.call("d2", "first")))
            .script("Aide", "two", reply(dig.call("d1", "deep")), reply(done.call("d2", "second")))
            .script("Clerk", new ModelReply("gold", List.of(), new Usage(3, 4)));

    @TempDir
    private Path directory;

    private static Policy policy(OnText onText) {
        return new Policy(Budget.UNLIMITED.withSteps(20).withTokens(10_000), 3, Policy.DEFAULT.onFailures(), onText);
    }

    /** Returns the start of a child with the budget of its agent, as generated code does. */
    private static Outcome start(String agent, String text, boolean joins) {
        DelegateStart<Object> start = new DelegateStart<>(
                agent, Start.of(text), Budget.UNLIMITED, policy(OnText.WAIT).budget());
        return Outcome.delegated(agent, start, joins);
    }

    private static ModelReply reply(Call... calls) {
        return new ModelReply("", List.of(calls), new Usage(10, 5));
    }

    private ThreadStore memory() {
        return new InMemoryThreadStore(DeskRunners.CLOCK);
    }

    private Runner runner(ThreadStore store, TeamLoop first, TeamLoop... more) {
        return Runner.of(first, more)
                .model(model)
                .store(store)
                .ids(() -> "t1")
                .clock(DeskRunners.CLOCK)
                .build();
    }

    @TestFactory
    Stream<DynamicTest> restartOfTheRootInMemory() {
        return eachDeath(name -> memory(), this::restartRoot);
    }

    @TestFactory
    Stream<DynamicTest> restartOfTheRootInFiles() {
        return eachDeath(name -> FileThreadStore.in(directory.resolve(name)), this::restartRoot);
    }

    @TestFactory
    Stream<DynamicTest> restartOfTwoWorkersInMemory() {
        return eachDeath(name -> memory(), this::restartWorkers);
    }

    @TestFactory
    Stream<DynamicTest> restartOfTwoWorkersInFiles() {
        return eachDeath(name -> FileThreadStore.in(directory.resolve(name)), this::restartWorkers);
    }

    private Stream<DynamicTest> eachDeath(Function<String, ThreadStore> stores, Function<ThreadStore, Object> restart) {
        ThreadStore whole = memory();
        DyingStore counter = new DyingStore(whole, Integer.MAX_VALUE);
        AgentThread finished = runner(counter, lead, aide, clerk).start("go");
        assertTrue(finished.hasEnded());
        Map<String, List<String>> expected = tree(whole, "t1");
        assertEquals(4, expected.size());
        int appends = counter.appends();
        return IntStream.rangeClosed(1, appends)
                .mapToObj(number -> DynamicTest.dynamicTest("after append " + number, () -> {
                    ThreadStore store = stores.apply("" + number);
                    DyingStore dying = new DyingStore(store, number);
                    assertThrows(
                            DyingStore.Death.class,
                            () -> runner(dying, lead, aide, clerk).start("go"));
                    dying.expire();
                    Object unused = restart.apply(store);
                    assertEquals(expected, tree(store, "t1"));
                    int more = restartWorkers(store);
                    assertEquals(List.of(), unfinished(store, expected.keySet()), () -> "after " + more + " drives");
                }));
    }

    private AgentThread restartRoot(ThreadStore store) {
        return runner(store, lead, aide, clerk).resume("t1");
    }

    /** Executes due threads as two workers with different loops do, until none is due. */
    private int restartWorkers(ThreadStore store) {
        ThreadQueue queue = (ThreadQueue) store;
        List<Runner> runners = List.of(runner(store, lead, clerk), runner(store, aide));
        int drives = 0;
        boolean progress = true;
        while (progress && drives < 100) {
            progress = false;
            for (Runner runner : runners) {
                for (ThreadQueue.Claim claim : queue.claim(Set.copyOf(runner.agents()), 10, Duration.ofSeconds(30))) {
                    AgentThread unused = runner.drive(claim.lease());
                    drives++;
                    progress = true;
                }
            }
        }
        return drives;
    }

    private static List<String> unfinished(ThreadStore store, Set<String> ids) {
        ThreadIndex index = (ThreadIndex) store;
        return ids.stream()
                .filter(id -> index.entry(id).orElseThrow().standing().phase() != Standing.Phase.FINISHED)
                .toList();
    }

    /**
     * Returns the events of a thread and of the threads below it, without restarts, in an order without the time. The
     * versions of a child's steps are recorded at its start or by its first driver, so they are not compared.
     */
    private static Map<String, List<String>> tree(ThreadStore store, String root) {
        Map<String, List<String>> tree = new TreeMap<>();
        List<String> ids = new ArrayList<>(List.of(root));
        for (int i = 0; i < ids.size(); i++) {
            AgentThread thread = store.load(ids.get(i)).orElseThrow();
            ScriptedRun.events(thread, DelegateStarted.class).forEach(child -> ids.add(child.threadId()));
            tree.put(
                    thread.id(),
                    ScriptedRun.withoutRestarts(thread).stream()
                            .filter(event -> !(event instanceof AgentUpdated))
                            .map(TreeCrashTest::text)
                            .sorted(Comparator.naturalOrder())
                            .toList());
        }
        return tree;
    }

    private static String text(Event event) {
        return event instanceof Event.Started start
                ? start.toString().replace("versions=" + start.versions(), "")
                : event.toString();
    }
}
