package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.run.ThreadInbox;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.EventKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of drivers for calls that require an approval. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverApprovalContract extends DriverContract {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final ContractStep pay = step("pay").effect(Effect.DESTRUCTIVE).gate(Verdict.ask("Pay?"));
    private final ContractStep close = ContractStep.named("close").finishes();
    private final ContractLoop loop = ContractLoop.of("Lead", pay, close);

    /** Creates the tests. */
    protected DriverApprovalContract() {}

    @BeforeEach
    final void writeScript() {
        model().script("Lead", calls(pay.call("c1", "ten")), calls(close.call("c2", "ok")));
    }

    @Test
    void approvedCallRuns() throws Exception {
        AgentDriver driver = run(loop);

        driver.inbox().approve(id("t1"), "c1", ALICE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                approved c1 by alice
                gate_passed c1
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("pay ten"), effects());
    }

    @Test
    void editedArgumentsRun() throws Exception {
        AgentDriver driver = run(loop);

        driver.inbox().approveEdited(id("t1"), "c1", ALICE, "{\"text\":\"five\"}");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                approved c1 by alice edited {"text":"five"}
                gate_passed c1
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "five"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("pay five"), effects());
    }

    @Test
    void refusedCallDoesNotRun() throws Exception {
        AgentDriver driver = run(loop);

        driver.inbox().refuse(id("t1"), "c1", BOB, "Too much.");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                refused c1 by bob: Too much.
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of(), effects());
    }

    @Test
    void secondApprovalChangesNothing() throws Exception {
        AgentDriver driver = run(loop);
        ThreadInbox inbox = driver.inbox();
        inbox.approve(id("t1"), "c1", ALICE);

        assertThrows(NotWaitingException.class, () -> inbox.approve(id("t1"), "c1", BOB));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                approved c1 by alice
                gate_passed c1
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("pay ten"), effects());
    }

    @Test
    void invalidEditChangesNothing() throws Exception {
        AgentDriver driver = run(loop);
        ThreadInbox inbox = driver.inbox();

        assertThrows(InvalidInputException.class, () -> inbox.approveEdited(id("t1"), "c1", ALICE, "{\"text\":1}"));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                """, driver);
    }

    @Test
    void anotherProcessRecordsTheDecision() throws Exception {
        AgentDriver first = run(loop);
        AgentDriver second = open(loop);

        second.inbox().approve(id("t1"), "c1", ALICE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                approved c1 by alice
                gate_passed c1
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, first);
        assertEquals(List.of("pay ten"), effects());
    }

    @Test
    void oneOfTwoConcurrentDecisionsIsRecorded() throws Exception {
        ThreadInbox first = run(loop).inbox();
        AgentDriver second = open(loop);
        List<Callable<AgentThread>> decisions = List.of(
                () -> first.approve(id("t1"), "c1", ALICE),
                () -> second.inbox().refuse(id("t1"), "c1", BOB, "Too much."));

        List<Boolean> recorded = ConcurrentCalls.of(2, index -> isRecorded(decisions.get(index)));

        AgentThread thread = awaitEnd(second);
        assertEquals(1, recorded.stream().filter(decided -> decided).count());
        EventKind expected = recorded.get(0) ? EventKind.APPROVED : EventKind.REFUSED;
        assertEquals(expected, thread.events().get(3).kind());
        assertEquals(recorded.get(0) ? List.of("pay ten") : List.of(), effects());
    }

    private static boolean isRecorded(Callable<AgentThread> decision) throws Exception {
        try {
            AgentThread unused = decision.call();
            return true;
        } catch (NotWaitingException e) {
            return false;
        }
    }

    @Test
    void crashBetweenQuestionAndApproval() throws Exception {
        AgentDriver first = run(loop);
        end(first);
        AgentDriver second = open(loop);

        second.inbox().approve(id("t1"), "c1", ALICE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                approved c1 by alice
                gate_passed c1
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, second);
        assertEquals(List.of("pay ten"), effects());
    }

    @Test
    void questionExpires() throws Exception {
        ContractStep hurry = pay.gate(Verdict.ask("Pay?").within(SHORT));
        ContractLoop hurried = ContractLoop.of("Lead", hurry, close);
        AgentDriver driver = run(hurried);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1 with deadline: Pay?
                expired c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertThrows(NotWaitingException.class, () -> driver.inbox().approve(id("t1"), "c1", ALICE));
        assertEquals(List.of(), effects());
    }

    @Test
    void deniedCallDoesNotRun() throws Exception {
        assertRun("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                gate_denied c1: Closed.
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", pay.gate(Verdict.deny("Closed.")), close));
        assertEquals(List.of(), effects());
    }

    @Test
    void permittedCallRuns() throws Exception {
        assertRun("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                gate_passed c1
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", pay.gate(Verdict.proceed()), close));
        assertEquals(List.of("pay ten"), effects());
    }

    @Test
    void failedGateIsAnswered() throws Exception {
        ContractStep failing = pay.gate(() -> {
            throw new IllegalStateException("The log contains this text.");
        });

        assertRun("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                gate_failed c1: The check whether the tool may be called failed. Reference: #/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", failing, close));
        assertEquals(List.of(), effects());
    }
}
