package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.run.InboxQuestion;
import dev.escapement.thread.Answer;
import dev.escapement.thread.DelegateStarted;
import dev.escapement.tool.Call;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of drivers for threads that delegate to another agent. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverTreeContract extends DriverContract {

    private final ContractStep book = step("book").effect(Effect.WRITE);
    private final ContractStep pay = step("pay").effect(Effect.WRITE).gate(Verdict.ask("Pay?"));
    private final ContractStep done = ContractStep.named("done").finishes();
    private final ContractLoop aide = ContractLoop.of("Aide", book, pay, done);
    private final ContractStep hand = ContractStep.named("hand").delegates(aide, false);
    private final ContractStep close = ContractStep.named("close").finishes();
    private final ContractLoop lead = ContractLoop.of("Lead", hand, close);

    /** Creates the tests. */
    protected DriverTreeContract() {}

    @BeforeEach
    final void writeScript() {
        model().script("Lead", calls(hand.call("c1", "room")), calls(close.call("c2", "ok")))
                .script("Aide", calls(book.call("d1", "room")), calls(done.call("d2", "booked")));
    }

    private String child(AgentDriver driver, String callId) {
        return driver.inbox().thread(id("t1")).events().stream()
                .filter(event ->
                        event instanceof DelegateStarted start && start.callId().equals(callId))
                .map(event -> ((DelegateStarted) event).threadId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void resultOfTheChildAnswersTheCall() throws Exception {
        AgentDriver driver = open(lead, aide);
        start(driver);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "booked" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 book{"text":"room"}] 15 tokens
                step_started d1 WRITE returns attempt 1 key #/1/d1
                step_returned d1 "room"
                model_replied "" [d2 done{"text":"booked"}] 15 tokens
                step_started d2 READ finishes attempt 1 key #/2/d2
                finished d2 "booked"
                """, driver, child(driver, "c1"));
    }

    @Test
    void failedChildAnswersTheCall() throws Exception {
        Call unknown = new Call("d1", "unknown", "{}");
        model().script("Aide", calls(unknown), calls(unknown), calls(unknown));
        AgentDriver driver = open(lead, aide);
        start(driver);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 failed: The agent Aide stopped after repeated failures, without a result., 45 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void personDecidesInTheChild() throws Exception {
        model().script("Aide", calls(pay.call("d1", "ten")), calls(done.call("d2", "paid")));
        AgentDriver driver = open(lead, aide);
        InboxQuestion question = startAndAwaitQuestion(driver);

        driver.inbox().approve(question.threadId(), "d1", ALICE);

        assertEquals(List.of("Lead", "Aide"), question.path());
        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "paid" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 pay{"text":"ten"}] 15 tokens
                approval_asked d1: Pay?
                approved d1 by alice
                gate_passed d1
                step_started d1 WRITE returns attempt 1 key #/1/d1
                step_returned d1 "ten"
                model_replied "" [d2 done{"text":"paid"}] 15 tokens
                step_started d2 READ finishes attempt 1 key #/2/d2
                finished d2 "paid"
                """, driver, child(driver, "c1"));
    }

    @Test
    void cancellationStopsTheChild() throws Exception {
        model().script("Aide", calls(pay.call("d1", "ten")));
        AgentDriver driver = open(lead, aide);
        InboxQuestion question = startAndAwaitQuestion(driver);

        driver.inbox().cancel(id("t1"), BOB, "Not needed.");

        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 pay{"text":"ten"}] 15 tokens
                approval_asked d1: Pay?
                stopped CANCELLED: The thread that started this one does not wait for it any more.
                """, driver, question.threadId());
        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                stopped CANCELLED by bob: Not needed.
                delegate_ended c1 failed: The agent Aide was cancelled before it had a result., 15 tokens
                """, driver);
        assertEquals(List.of(), effects());
    }

    @Test
    void personAnswersForTheChild() throws Exception {
        model().script("Aide", calls(pay.call("d1", "ten")));
        AgentDriver driver = open(lead, aide);
        InboxQuestion question = startAndAwaitQuestion(driver);

        answer(driver, "c1", new Answer.Returned("\"by hand\""));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                answered_by_person c1 by alice: Returned[json="by hand"]
                delegate_ended c1 failed: The agent Aide was cancelled before it had a result., 15 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 pay{"text":"ten"}] 15 tokens
                approval_asked d1: Pay?
                stopped CANCELLED: The thread that started this one does not wait for it any more.
                """, driver, question.threadId());
    }

    @Test
    void crashInAStepOfTheChild() throws Exception {
        startAndCrash("end of book", lead, aide);
        AgentDriver driver = open(lead, aide);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "booked" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEvents("""
                started Aide "room" child of c1 in [Lead]
                model_replied "" [d1 book{"text":"room"}] 15 tokens
                step_started d1 WRITE returns attempt 1 key #/1/d1
                step_started d1 WRITE returns attempt 2 key #/1/d1
                step_returned d1 "room"
                model_replied "" [d2 done{"text":"booked"}] 15 tokens
                step_started d2 READ finishes attempt 1 key #/2/d2
                finished d2 "booked"
                """, driver, child(driver, "c1"));
    }

    @Test
    void crashInARequestOfTheChild() throws Exception {
        startAndCrash(request("Aide", 1), lead, aide);
        AgentDriver driver = open(lead, aide);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "booked" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void crashAfterTheEndOfTheChild() throws Exception {
        startAndCrash(request("Lead", 1), lead, aide);
        AgentDriver driver = open(lead, aide);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 hand{"text":"room"}] 15 tokens
                step_started c1 READ delegates attempt 1 key #/1/c1
                delegate_started c1 Aide "room"
                delegate_ended c1 "booked" of done, 30 tokens
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }
}
