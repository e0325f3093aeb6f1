package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.model.Usage;
import dev.escapement.run.HookedStore.Moment;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateEnded;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.thread.StopCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the end of a thread cancels the threads below it, also after a crash, and does not wait for them. */
class TreeCancellationTest {

    private final TestStep hand = TestStep.named("hand").delegates("Aide", false);
    private final TestStep dig = TestStep.named("dig").delegates("Clerk", false);
    private final TestStep risky = TestStep.named("risky").effect(Effect.READ).asking("May I?");
    private final TestStep close = TestStep.named("close").finishes();
    private final TeamLoop lead = TeamLoop.of("Lead", hand, close);
    private final TeamLoop aide = TeamLoop.of("Aide", dig, close);
    private final TeamLoop clerk = TeamLoop.of("Clerk", risky, close);
    private final TeamModel model = new TeamModel()
            .script(
                    "Lead",
                    new ModelReply("", List.of(hand.call("c1", "one"), hand.call("c2", "two")), new Usage(1, 1)))
            .script(
                    "Aide",
                    new ModelReply("", List.of(dig.call("d1", "deep")), new Usage(2, 2)),
                    ModelReply.calls(dig.call("d2", "deep")))
            .script("Clerk", new ModelReply("", List.of(risky.call("r1", "x")), new Usage(3, 3)));
    private final InMemoryThreadStore store = new InMemoryThreadStore(DeskRunners.CLOCK);

    private Runner runner(ThreadStore used, TeamLoop first, TeamLoop... more) {
        return Runner.of(first, more)
                .model(model)
                .store(used)
                .ids(() -> "t1")
                .clock(DeskRunners.CLOCK)
                .build();
    }

    private void start() {
        AgentThread thread = runner(store, lead, aide, clerk).start("go");
        assertFalse(thread.hasEnded());
        assertEquals(5, tree().size());
    }

    private List<AgentThread> tree() {
        List<AgentThread> tree = new ArrayList<>(List.of(store.load("t1").orElseThrow()));
        for (int i = 0; i < tree.size(); i++) {
            for (DelegateStarted child : events(tree.get(i), DelegateStarted.class)) {
                store.load(child.threadId()).ifPresent(tree::add);
            }
        }
        return tree;
    }

    private void assertAllStopped() {
        for (AgentThread thread : tree()) {
            assertEquals(StopCause.CANCELLED, ((Event.Stopped) thread.end().orElseThrow()).cause(), thread::toString);
            assertEquals(
                    Standing.of(Standing.Phase.STOPPED),
                    store.entry(thread.id()).orElseThrow().standing());
            assertEquals(Map.of(), thread.state().delegates());
        }
    }

    @Test
    void inboxWithoutLoopsCancelsTheWholeTree() {
        start();

        AgentThread unused = ThreadInbox.of(store).cancel("t1", "enough");

        assertAllStopped();
        AgentThread root = tree().get(0);
        assertEquals(2, events(root, DelegateEnded.class).size());
        assertEquals(2 + 2 * (4 + 6), root.usage().tokens(), "the usage of all threads");
    }

    @Test
    void runnerWithoutTheChildrensLoopsCancelsThem() {
        start();

        assertTrue(runner(store, lead).cancel("t1", "enough").hasEnded());

        assertAllStopped();
    }

    @Test
    void runningChildDoesNotDelayTheCancellation() {
        start();
        String clerkThread = tree().get(3).id();
        ThreadStore.Lease running =
                store.lease(clerkThread, Duration.ofSeconds(30)).orElseThrow();

        AgentThread unused = ThreadInbox.of(store).cancel("t1", "enough");

        assertAllStopped();
        running.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void workersCompleteACancellationAfterACrash(int appends) {
        start();
        DyingStore dying = new DyingStore(store, appends);
        assertThrows(DyingStore.Death.class, () -> ThreadInbox.of(dying).cancel("t1", "enough"));

        driveAll(runner(store, lead), runner(store, aide), runner(store, clerk));

        assertAllStopped();
        assertEquals(2, events(tree().get(0), DelegateEnded.class).size());
    }

    /** The process that appended the end of the child crashed before it cancelled the threads below it. */
    @Test
    void stoppedChildReportsAfterItsOwnChildrenHaveEnded() {
        start();
        AgentThread child = tree().get(1);
        Event.Stopped stopped = new Event.Stopped(DeskRunners.AT, "", StopCause.CANCELLED, "enough");
        store.append(Append.of(child, stopped, ThreadStanding.decided(store, child.with(stopped))));

        driveAll(runner(store, aide));

        AgentThread ended = store.load(child.id()).orElseThrow();
        assertEquals(1, events(ended, DelegateEnded.class).size());
        assertEquals(1, events(tree().get(0), DelegateEnded.class).size());
        assertEquals(
                Standing.of(Standing.Phase.STOPPED),
                store.entry(child.id()).orElseThrow().standing());
    }

    private void driveAll(Runner... runners) {
        for (int i = 0; i < 5; i++) {
            for (Runner runner : runners) {
                for (ThreadQueue.Claim claim : store.claim(Set.copyOf(runner.agents()), 10, Duration.ofSeconds(30))) {
                    AgentThread unused = runner.drive(claim.lease());
                }
            }
        }
    }

    @Test
    void childIsNotCreatedAfterTheCancellation() {
        HookedStore hooked = new HookedStore(store, Moment.AFTER_APPEND);
        model.script("Lead", ModelReply.calls(hand.call("c1", "one")));
        cancelAfter(hooked, DelegateStarted.class);

        AgentThread thread = runner(hooked, lead, aide, clerk).start("go");

        assertTrue(thread.hasEnded());
        assertEquals(2, tree().size());
        assertAllStopped();
        assertEquals(2, tree().get(1).events().size(), "the child was stopped before its creation");
        assertEquals("", model.shown("Aide"));
    }

    /** Cancels the root thread directly after an event of a type was appended to it. */
    private void cancelAfter(HookedStore hooked, Class<? extends Event> type) {
        hooked.next(() -> {
            if (type.isInstance(store.load("t1").orElseThrow().last())) {
                AgentThread unused = ThreadInbox.of(store).cancel("t1", "enough");
            } else {
                cancelAfter(hooked, type);
            }
        });
    }

    @Test
    void childThatIsDrivenByAnotherRunnerReportsOnce() {
        start();
        AgentThread clerkThread = tree().get(3);
        AgentThread unused = ThreadInbox.of(store).cancel(clerkThread.id(), "enough");

        driveAll(runner(store, clerk), runner(store, aide));

        assertEquals(1, events(tree().get(1), DelegateEnded.class).size());
        assertFalse(tree().get(0).hasEnded());
    }
}
