package dev.escapement.run;

import static dev.escapement.run.ScriptedRun.ALICE;
import static dev.escapement.run.ScriptedRun.events;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Verdict;
import dev.escapement.engine.Command;
import dev.escapement.engine.Outcome;
import dev.escapement.engine.Policy;
import dev.escapement.fixture.RecordedLog;
import dev.escapement.fixture.TestLoop;
import dev.escapement.fixture.TestStep;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.Usage;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Budget;
import dev.escapement.thread.Event;
import dev.escapement.tool.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of rule 4: each call of a reply receives exactly one answer, so that the next request is well formed for
 * every provider. {@link AnsweredCallsTest} covers the texts of the answers.
 */
class OneAnswerPerCallTest {

    private static final TestStep WORK = TestStep.named("work");
    private static final TestStep READ = TestStep.named("read").effect(Effect.READ);
    private static final TestStep VOID = TestStep.named("void").body((text, context) -> Outcome.returned());
    private static final TestStep DECLARED =
            TestStep.named("declared").body((text, context) -> Outcome.failed(new IllegalArgumentException("no")));
    private static final TestStep BROKEN = TestStep.named("broken").body((text, context) -> {
        throw new IllegalStateException("defect");
    });
    private static final TestStep DENIED =
            TestStep.named("denied").gate((text, thread) -> Verdict.deny("Not on Fridays"));
    private static final TestStep REVIEWED = TestStep.named("reviewed").asking("Run it?");
    private static final TestStep ASK = TestStep.named("ask").pauses();
    private static final TestStep HIDDEN = TestStep.named("hidden").hidden();
    private static final TestStep CHAIN = TestStep.named("chain").selects(HIDDEN);
    private static final TestStep BROKEN_CHAIN = TestStep.named("broken_chain").selects(BROKEN);
    private static final TestStep LOST_CHAIN = TestStep.named("lost_chain").selects(TestStep.named("nowhere"));
    private static final TestStep CLOSE = TestStep.named("close").finishes();
    private static final TestStep ABANDON = TestStep.named("abandon").finishes();

    private static final TestLoop LOOP = TestLoop.of(
                    WORK,
                    READ,
                    VOID,
                    DECLARED,
                    BROKEN,
                    DENIED,
                    REVIEWED,
                    ASK,
                    HIDDEN,
                    CHAIN,
                    BROKEN_CHAIN,
                    LOST_CHAIN,
                    CLOSE,
                    ABANDON)
            .with(new Policy(Budget.UNLIMITED, 0, OnFailures.STOP, OnText.WAIT));

    /** Returns one call for each possible course of a call. */
    static Stream<Call> calls() {
        return Stream.concat(
                LOOP.steps().stream().map(step -> step.call("c1", "x")),
                Stream.of(
                        new Call("c1", "nowhere", "{}"),
                        new Call("c1", "", ""),
                        new Call("c1", "work", ""),
                        new Call("c1", "work", "{"),
                        new Call("c1", "work", "[]"),
                        new Call("c1", "close", "{\"text\":5}")));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallHasOneAnswerWhateverBecomesOfIt(Call call) {
        AgentThread thread = driven(List.of(ModelReply.calls(call)));

        assertEquals(
                1,
                events(thread, Event.CallAnswer.class).stream()
                        .filter(answer -> answer.callId().equals("c1"))
                        .count());
    }

    @Test
    void allCallsOfAReplyAreAnswered() {
        List<Call> all = new ArrayList<>();
        calls().forEach(call -> all.add(new Call("c" + all.size(), call.tool(), call.arguments())));

        AgentThread thread = driven(List.of(ModelReply.calls(all.toArray(Call[]::new))));

        assertWellFormed(LOOP.messages(thread, false));
    }

    /** Runs two hundred seeded threads of up to six replies with up to four calls each. */
    @Test
    void everyRequestIsWellFormedWhateverTheModelCalls() {
        List<Call> possible = calls().toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<ModelReply> script = new ArrayList<>();
            for (int reply = random.nextInt(6); reply >= 0; reply--) {
                List<Call> calls = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    Call call = possible.get(random.nextInt(possible.size()));
                    calls.add(new Call("c" + i, call.tool(), call.arguments()));
                }
                String text = random.nextBoolean() ? "" : "Well";
                script.add(new ModelReply(text, calls, Usage.NONE));
            }
            driven(script);
        }
    }

    /** Runs a thread, responds to everything that it waits for, and checks each request. */
    private static AgentThread driven(List<ModelReply> script) {
        List<ModelReply> left = new ArrayList<>(script);
        ThreadStore store = new InMemoryThreadStore();
        Runner runner = DeskRunners.builder(LOOP, request -> replied(request, left))
                .store(store)
                .build();
        RecordedLog quiet = RecordedLog.of(AgentInvoker.class);
        try (quiet) {
            AgentThread thread = runner.start("go");
            Command waits = LOOP.next(thread);
            while (waits instanceof Command.Await && !(waits instanceof Command.AwaitMessage && left.isEmpty())) {
                thread = decided(runner, waits);
                waits = LOOP.next(thread);
            }
            return thread;
        }
    }

    private static ModelReply replied(ModelRequest request, List<ModelReply> left) {
        assertWellFormed(request.messages());
        return left.isEmpty() ? ModelReply.text("done") : left.remove(0);
    }

    private static AgentThread decided(Runner runner, Command waits) {
        if (waits instanceof Command.AwaitApproval approval) {
            return runner.refuse("t1", approval.call().id(), ALICE, "too dear");
        } else if (waits instanceof Command.AwaitReply reply) {
            return runner.reply("t1", reply.call().id(), "\"yes\"");
        }
        return runner.reply("t1", "go on");
    }

    /**
     * Asserts that each call of a reply has one answer, directly after the reply and in its order, and that ids are
     * unique.
     */
    static void assertWellFormed(List<Message> messages) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i) instanceof Message.Assistant reply) {
                for (Call call : reply.calls()) {
                    i++;
                    assertTrue(ids.add(call.id()), () -> "twice: " + call.id() + " in " + messages);
                    String answered = i < messages.size() && messages.get(i) instanceof Message.ToolAnswer answer
                            ? answer.callId()
                            : "";
                    assertEquals(call.id(), answered, messages::toString);
                }
            } else {
                assertTrue(messages.get(i) instanceof Message.User, messages::toString);
            }
        }
    }
}
