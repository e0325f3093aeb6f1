package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.engine.Outcome;
import dev.escapement.thread.Budget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of drivers for threads whose budget is used up. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverBudgetContract extends DriverContract {

    private final ContractStep look = step("look");
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverBudgetContract() {}

    @Test
    void spentTurnWaitsForAMessage() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(look.call("c2", "b")), calls(close.call("c3", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", look, close).with(Budget.UNLIMITED.withModelCalls(2));
        AgentDriver driver = run(loop);

        driver.inbox().message(id("t1"), "Go on.");

        assertEvents("""
                started Lead "go" [calls=2]
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 look{"text":"b"}] 15 tokens
                call_rejected c2 faulty: Not run, because the rest of the budget is reserved for finishing.
                person_asked The budget of 2 requests to the model is used up. Send a message to begin the next turn, or extend the budget.
                message_received "Go on."
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/3/c3
                finished c3 "ok"
                """, driver);
    }

    @Test
    void extensionContinuesASpentTurn() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(look.call("c2", "b")), calls(close.call("c3", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", look, close).with(Budget.UNLIMITED.withModelCalls(2));
        AgentDriver driver = run(loop);

        driver.inbox().extend(id("t1"), ALICE, Budget.UNLIMITED.withModelCalls(1));

        assertEvents("""
                started Lead "go" [calls=2]
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 look{"text":"b"}] 15 tokens
                call_rejected c2 faulty: Not run, because the rest of the budget is reserved for finishing.
                person_asked The budget of 2 requests to the model is used up. Send a message to begin the next turn, or extend the budget.
                budget_extended [calls=1] by alice
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/3/c3
                finished c3 "ok"
                """, driver);
    }

    @Test
    void extensionContinuesASpentThread() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(look.call("c2", "b")), calls(close.call("c3", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", look, close).with(Budget.UNLIMITED.withTokens(30));
        AgentDriver driver = run(loop);

        driver.inbox().extend(id("t1"), ALICE, Budget.UNLIMITED.withTokens(20));

        assertEvents("""
                started Lead "go" [tokens=30]
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 look{"text":"b"}] 15 tokens
                step_started c2 READ returns attempt 1 key #/2/c2
                step_returned c2 "b"
                stopped BUDGET: The budget of 30 tokens is used up.
                budget_extended [tokens=20] by alice
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/3/c3
                finished c3 "ok"
                """, driver);
    }

    @Test
    void lastStepIsReservedForFinishing() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(look.call("c2", "b")), calls(close.call("c3", "ok")));

        assertRun("""
                started Lead "go" [steps=2]
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 look{"text":"b"}] 15 tokens
                call_rejected c2 faulty: Not run, because the rest of the budget is reserved for finishing.
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/3/c3
                finished c3 "ok"
                """, ContractLoop.of("Lead", look, close).with(Budget.UNLIMITED.withSteps(2)));
    }

    @Test
    void spentTimeWaitsForAMessage() throws Exception {
        ContractStep slow = look.body((text, context) -> {
            Thread.sleep(2); // more than the limit
            return Outcome.returned(ContractStep.STRING, text);
        });
        model().script("Lead", calls(look.call("c1", "a")));

        assertRun("""
                started Lead "go" [time=PT0.001S]
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                person_asked The budget of a working time of PT0.001S is used up. Send a message to begin the next turn, or extend the budget.
                """, ContractLoop.of("Lead", slow, close).with(Budget.UNLIMITED.withTime(Duration.ofMillis(1))));
    }

    @Test
    void limitOfTheChildStopsIt() throws Exception {
        ContractLoop aide = ContractLoop.of("Aide", look, close);
        ContractStep hand = ContractStep.named("hand")
                .delegates(
                        "Aide",
                        (text, context) -> Outcome.delegated(
                                "Aide", ContractStep.start(aide, text).maxTokens(15), false));
        model().script("Lead", calls(hand.call("c1", "room")), calls(close.call("c2", "ok")))
                .script("Aide", calls(look.call("d1", "a")), calls(close.call("d2", "booked")));
        AgentDriver driver = open(ContractLoop.of("Lead", hand, close), aide);
        start(driver);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room" [tokens=15]
                delegate_ended c1 failed: The agent Aide used up its budget before it had a result., 15 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void usageOfTheChildCountsForItsParent() throws Exception {
        ContractLoop aide = ContractLoop.of("Aide", look, close);
        ContractStep hand = ContractStep.named("hand").delegates(aide, false);
        model().script(
                        "Lead",
                        calls(hand.call("c1", "room")),
                        calls(look.call("c2", "a")),
                        calls(close.call("c3", "ok")))
                .script("Aide", calls(look.call("d1", "a")), calls(close.call("d2", "booked")));
        AgentDriver driver =
                open(ContractLoop.of("Lead", hand, look, close).with(Budget.UNLIMITED.withTokens(45)), aide);
        start(driver);

        assertEvents("""
                started Lead "go" [tokens=45]
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room" [tokens=30]
                delegate_ended c1 "booked" of close, 30 tokens
                stopped BUDGET: The budget of 45 tokens is used up.
                """, driver);
        assertEquals(List.of("look a"), effects());
    }
}
