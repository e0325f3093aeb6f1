package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.thread.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of drivers whose process ends between the start of an action and its outcome. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverCrashContract extends DriverContract {

    private static final String START = "start of book";

    private static final String END = "end of book";

    private final ContractStep book = step("book");
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverCrashContract() {}

    @BeforeEach
    final void writeScript() {
        model().script("Lead", calls(book.call("c1", "room")), calls(close.call("c2", "ok")));
    }

    private ContractLoop loop(Effect effect) {
        return ContractLoop.of("Lead", book.effect(effect), close);
    }

    /** Ends the process at a place in the step, and returns the driver of another process. */
    private AgentDriver restart(String place, ContractLoop loop) throws Exception {
        startAndCrash(place, loop);
        return open(loop);
    }

    /** Ends three processes at the end of the step, and returns the driver of another process. */
    private AgentDriver restartThrice(ContractLoop loop) throws Exception {
        startAndCrash(END, loop);
        for (int i = 0; i < 2; i++) {
            holdAt(END);
            crash(open(loop));
        }
        return open(loop);
    }

    @Test
    void readRunsAgain() throws Exception {
        ContractLoop loop = loop(Effect.READ);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_started c1 READ returns attempt 2 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restart(END, loop));
        assertEquals(List.of("book room", "book room"), effects());
    }

    @Test
    void idempotentStepRunsAgain() throws Exception {
        ContractLoop loop = loop(Effect.IDEMPOTENT);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 IDEMPOTENT returns attempt 1 key #/1/c1
                step_started c1 IDEMPOTENT returns attempt 2 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restart(END, loop));
        assertEquals(List.of("book room", "book room"), effects());
    }

    @Test
    void writeRunsAgainWithTheSameKey() throws Exception {
        ContractLoop loop = loop(Effect.WRITE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_started c1 WRITE returns attempt 2 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restart(END, loop));
        assertEquals(List.of("book room", "book room"), effects());
    }

    @Test
    void destructiveStepDoesNotRunTwice() throws Exception {
        ContractLoop loop = loop(Effect.DESTRUCTIVE);
        AgentDriver driver = restart(END, loop);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void personAnswersForTheDestructiveStep() throws Exception {
        ContractLoop loop = loop(Effect.DESTRUCTIVE);
        AgentDriver driver = restart(END, loop);

        answer(driver, "c1", new Answer.Returned("\"booked\""));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                answered_by_person c1 by alice: Returned[json="booked"]
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void personLetsTheDestructiveStepRunAgain() throws Exception {
        ContractLoop loop = loop(Effect.DESTRUCTIVE);
        startAndCrash(START, loop);
        AgentDriver driver = open(loop);

        answer(driver, "c1", new Answer.RunAgain());

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                answered_by_person c1 by alice: RunAgain[]
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void readFailsAfterThreeAttempts() throws Exception {
        ContractLoop loop = loop(Effect.READ);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_started c1 READ returns attempt 2 key #/1/c1
                step_started c1 READ returns attempt 3 key #/1/c1
                step_failed c1 undeclared: The tool failed for a reason unrelated to the arguments. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restartThrice(loop));
        assertEquals(3, effects().size());
    }

    @Test
    void idempotentStepIsInDoubtAfterThreeAttempts() throws Exception {
        ContractLoop loop = loop(Effect.IDEMPOTENT);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 IDEMPOTENT returns attempt 1 key #/1/c1
                step_started c1 IDEMPOTENT returns attempt 2 key #/1/c1
                step_started c1 IDEMPOTENT returns attempt 3 key #/1/c1
                step_failed c1 undeclared in doubt: The tool failed, but it may have taken effect. Find out before you repeat the call. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restartThrice(loop));
        assertEquals(3, effects().size());
    }

    @Test
    void personDecidesAfterThreeAttemptsOfAWrite() throws Exception {
        ContractLoop loop = loop(Effect.WRITE);
        AgentDriver driver = restartThrice(loop);

        answer(driver, "c1", new Answer.Failed("Fully booked."));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_started c1 WRITE returns attempt 2 key #/1/c1
                step_started c1 WRITE returns attempt 3 key #/1/c1
                answered_by_person c1 by alice: Failed[reason=Fully booked.]
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(3, effects().size());
    }

    @Test
    void requestIsRepeated() throws Exception {
        ContractLoop loop = loop(Effect.WRITE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restart(request("Lead", 1), loop));
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void firstRequestIsRepeated() throws Exception {
        ContractLoop loop = loop(Effect.WRITE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restart(request("Lead", 0), loop));
    }

    /** The outcomes before the crash are not lost, and the others are not skipped. */
    @Test
    void remainingCallsOfTheReplyRun() throws Exception {
        ContractStep pay = step("pay").effect(Effect.WRITE);
        ContractLoop loop = ContractLoop.of("Lead", book.effect(Effect.WRITE), pay, close);
        model().script(
                        "Lead",
                        calls(book.call("c1", "a"), pay.call("c2", "b"), book.call("c3", "c"), close.call("c4", "ok")));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"a"}, c2 pay{"text":"b"}, c3 book{"text":"c"}, c4 close{"text":"ok"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_returned c1 "a"
                step_started c2 WRITE returns attempt 1 key #/1/c2
                step_started c2 WRITE returns attempt 2 key #/1/c2
                step_returned c2 "b"
                step_started c3 WRITE returns attempt 1 key #/1/c3
                step_returned c3 "c"
                step_started c4 READ finishes attempt 1 key #/1/c4
                finished c4 "ok"
                """, restart("end of pay", loop));
        assertEquals(List.of("book a", "pay b", "pay b", "book c"), effects());
    }
}
