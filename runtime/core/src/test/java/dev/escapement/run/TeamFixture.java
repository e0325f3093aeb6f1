package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.events;

import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;

/** An agent {@code Lead} that delegates to an agent {@code Aide}, and their runners on one store. */
abstract class TeamFixture {

    static final Approver ALICE = Approver.of("alice");

    final TestStep hand = TestStep.named("hand").delegates("Aide", false);
    final TestStep note = TestStep.named("note");
    final TestStep close = TestStep.named("close").finishes();
    final TestStep done = TestStep.named("done").finishes();
    final TestStep risky = TestStep.named("risky").asking("May I?");
    final TeamLoop lead = TeamLoop.of("Lead", hand, note, close);
    final TeamLoop aide = TeamLoop.of("Aide", risky, done);
    final TeamModel model = new TeamModel();
    final InMemoryThreadStore store = new InMemoryThreadStore(DeskRunners.CLOCK);

    Runner runner(TeamLoop first, TeamLoop... more) {
        return Runner.of(first, more)
                .model(model)
                .store(store)
                .ids(() -> "t1")
                .clock(DeskRunners.CLOCK)
                .build();
    }

    AgentThread child() {
        return store.load(started().threadId()).orElseThrow();
    }

    DelegateStarted started() {
        return events(stored(), DelegateStarted.class).get(0);
    }

    AgentThread stored() {
        return store.load("t1").orElseThrow();
    }

    Standing standing(String id) {
        return store.entry(id).orElseThrow().standing();
    }

    void leadHandsOver() {
        model.script("Lead", ModelReply.calls(hand.call("c1", "find it")), ModelReply.calls(close.call("c2", "ok")));
    }
}
