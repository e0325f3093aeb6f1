package dev.escapement.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Prefetch;
import dev.escapement.engine.Command;
import dev.escapement.engine.ContextSource;
import dev.escapement.fixture.Replies;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.StopReason;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Rendering;
import dev.escapement.tool.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A thread that grew event by event has the same state as a thread that is folded from the first event: the same next
 * command, the same messages and the same budget usage. The property {@code histories} sets the number of random
 * histories.
 */
class IncrementalStateTest {

    private static final int HISTORIES = Integer.getInteger("histories", 50);
    private static final int MAX_DECISIONS = 12;

    private static final TestStep READ = TestStep.named("read").effect(Effect.READ);
    private static final TestStep NOTE = TestStep.named("note");
    private static final TestStep GATED = TestStep.named("gated").asking("May it run?");
    private static final TestStep CHAIN = TestStep.named("chain").selects(NOTE);
    private static final TestStep PAUSE = TestStep.named("pause").pauses();
    private static final TestStep FINISH = TestStep.named("finish").finishes();
    private static final List<TestStep> STEPS = List.of(READ, NOTE, GATED, CHAIN, PAUSE, FINISH);

    private static final TestLoop LOOP = TestLoop.of(STEPS.toArray(TestStep[]::new))
            .with(
                    new ContextSource("start", Prefetch.When.START),
                    new ContextSource("request", Prefetch.When.EACH_REQUEST));

    @Test
    void eachVersionEqualsAThreadFoldedFromItsEvents() {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (int seed = 0; seed < HISTORIES; seed++) {
            for (AgentThread version : versions(new Random(seed))) {
                AgentThread folded = AgentThread.fromJson(version.toJson());
                assertEquals(LOOP.next(folded), LOOP.next(version), "seed " + seed);
                assertEquals(Rendering.messages(folded, false), Rendering.messages(version, false), "seed " + seed);
                assertEquals(folded.usage(), version.usage(), "seed " + seed);
                kinds.add(version.last().kind());
            }
        }
        assertTrue(kinds.size() >= 15, () -> "The histories contain only " + kinds);
    }

    /** Returns all versions of a thread with random replies and decisions. */
    private static List<AgentThread> versions(Random random) {
        List<AgentThread> versions = new ArrayList<>();
        Model model = request -> reply(random);
        Runner runner = Runner.of(LOOP)
                .model(model)
                .clock(new TickingClock(Instant.EPOCH, Duration.ofSeconds(1)))
                .listener((thread, event) -> versions.add(thread))
                .build();
        AgentThread thread = runner.start("t1", "hello");
        for (int i = 0; i < MAX_DECISIONS && !thread.hasEnded(); i++) {
            thread = decide(runner, thread, random);
        }
        return versions;
    }

    private static ModelReply reply(Random random) {
        if (random.nextInt(8) == 0) {
            return ModelReply.text(random.nextInt(4) == 0 ? "" : "A text.");
        }
        List<Call> calls = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            TestStep step = STEPS.get(random.nextInt(random.nextInt(4) == 0 ? STEPS.size() : STEPS.size() - 1));
            String tool = random.nextInt(12) == 0 ? "invented" : step.tool().name();
            String arguments = random.nextInt(10) == 0 ? "{" : "{\"text\":\"a" + i + "\"}";
            calls.add(new Call("c" + i, tool, arguments));
        }
        StopReason stop = random.nextInt(20) == 0 ? StopReason.LENGTH : StopReason.COMPLETE;
        ModelReply complete = new ModelReply("", calls, Usage.NONE);
        return Replies.stopped(stop, complete);
    }

    private static AgentThread decide(Runner runner, AgentThread thread, Random random) {
        Command command = LOOP.next(thread);
        if (command instanceof Command.AwaitApproval wait) {
            String call = wait.call().id();
            return switch (random.nextInt(3)) {
                case 0 -> runner.approve("t1", call, Approver.of("alice"));
                case 1 -> runner.approveEdited("t1", call, Approver.of("alice"), "{\"text\":\"edited\"}");
                default -> runner.refuse("t1", call, Approver.of("alice"), "no");
            };
        } else if (command instanceof Command.AwaitReply wait) {
            return runner.reply("t1", wait.call().id(), "\"a reply\"");
        } else if (command instanceof Command.AwaitMessage) {
            return runner.reply("t1", "And then?");
        }
        throw new IllegalStateException("The thread waits for an unexpected decision: " + command);
    }
}
