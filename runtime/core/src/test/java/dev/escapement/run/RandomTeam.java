package dev.escapement.run;

import dev.escapement.Effect;
import dev.escapement.codegen.JsonWriter;
import dev.escapement.engine.AgentLoop;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Reducer;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.ModelReply;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Three agents, of which the first delegates to the second and the second to the third, with random replies of the model.
 * The first agent joins its children. The steps count their runs by idempotency key.
 */
final class RandomTeam {

    private static final List<String> AGENTS = List.of("Lead", "Aide", "Clerk");
    private static final int MAX_ATTEMPTS = 1_000;
    private static final Approver ALICE = Approver.of("alice");

    private final Random random;
    private final TeamModel model = new TeamModel();
    private final Map<String, Integer> runs = new TreeMap<>();
    private final List<TeamLoop> loops = new ArrayList<>();
    private int texts;

    private final TestStep hand;
    private final TestStep note;
    private final TestStep ask;
    private final TestStep close;

    RandomTeam(long seed) {
        this.random = new Random(seed);
        this.note = counted("note");
        this.ask = counted("ask").asking("May I?");
        this.close =
                TestStep.named("close").finishes().effect(Effect.IDEMPOTENT).attempts(MAX_ATTEMPTS);
        this.hand = TestStep.named("hand").effect(Effect.IDEMPOTENT).attempts(MAX_ATTEMPTS);
        for (int level = 0; level < AGENTS.size(); level++) {
            boolean isLast = level == AGENTS.size() - 1;
            TestStep[] steps = isLast
                    ? new TestStep[] {note, ask, close}
                    : new TestStep[] {hand.delegates(AGENTS.get(level + 1), level == 0), note, ask, close};
            TeamLoop loop = TeamLoop.of(AGENTS.get(level), steps);
            loops.add(level == 0 ? loop.joining(this::joined) : loop);
        }
        script(0, "go");
    }

    private TestStep counted(String tool) {
        return TestStep.named(tool)
                .effect(Effect.IDEMPOTENT)
                .attempts(MAX_ATTEMPTS)
                .body((text, context) -> {
                    runs.merge(context.idempotencyKey(), 1, Integer::sum);
                    return Outcome.returned(JsonWriter::writeString, text);
                });
    }

    /** Selects a step, or returns the result of the child. */
    private Outcome joined(String result) {
        return result.length() % 2 == 0
                ? Outcome.selected(note.tool(), result)
                : Outcome.returned(JsonWriter::writeString, result);
    }

    /** Sets the replies of a thread that starts with a text, and those of its children. */
    private void script(int level, String input) {
        List<ModelReply> replies = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        int calls = 0;
        for (int i = 0; i < count; i++) {
            List<Call> reply = new ArrayList<>();
            for (int j = random.nextInt(3); j >= 0; j--) {
                String text = "text " + texts++;
                TestStep step = List.of(hand, note, ask).get(level < AGENTS.size() - 1 ? random.nextInt(3) : 1 + j % 2);
                reply.add(step.call("c" + calls++, text));
                if (step.equals(hand)) {
                    script(level + 1, text);
                }
            }
            replies.add(ModelReply.calls(reply.toArray(Call[]::new)));
        }
        replies.add(ModelReply.calls(close.call("c" + calls, "done with " + input)));
        model.script(AGENTS.get(level), input, replies.toArray(ModelReply[]::new));
    }

    /** Returns the names of the agents, the root's first. */
    List<String> agents() {
        return AGENTS;
    }

    /** Returns the number of runs of each step by idempotency key. */
    Map<String, Integer> runs() {
        return runs;
    }

    /** Returns a runner of all agents. */
    Runner runner(ThreadStore store) {
        return Runner.of(loops.get(0), loops.subList(1, loops.size()).toArray(TeamLoop[]::new))
                .model(model)
                .store(store)
                .build();
    }

    /** Returns a runner of one agent. */
    Runner runner(ThreadStore store, String agent) {
        return Runner.of(loops.get(AGENTS.indexOf(agent)))
                .model(model)
                .store(store)
                .build();
    }

    /** Approves the first open call of the tree, and returns whether there was one. */
    boolean approve(ThreadStore store, Runner runner, String root) {
        for (AgentThread thread : tree(store, root)) {
            AgentLoop loop = loops.get(AGENTS.indexOf(thread.agent()));
            for (Command.AwaitForCall question : Reducer.questions(loop, thread)) {
                if (question.call().tool().equals(ask.tool().name())) {
                    AgentThread unused =
                            runner.approve(thread.id(), question.call().id(), ALICE);
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the stored thread and those below it; not the children that do not exist yet. */
    static List<AgentThread> tree(ThreadStore store, String root) {
        List<AgentThread> threads = new ArrayList<>();
        store.load(root).ifPresent(thread -> {
            threads.add(thread);
            for (Event event : thread.events()) {
                if (event instanceof DelegateStarted started) {
                    threads.addAll(tree(store, started.threadId()));
                }
            }
        });
        return threads;
    }
}
