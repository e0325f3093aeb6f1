package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.run.InvalidInputException;
import dev.escapement.run.NotWaitingException;
import dev.escapement.thread.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of drivers for questions with deadlines, messages and cancellation. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverQuestionContract extends DriverContract {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final ContractStep ask = ContractStep.named("ask").pauses();
    private final ContractStep pay = step("pay").effect(Effect.WRITE).gate(Verdict.ask("Pay?"));
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverQuestionContract() {}

    private static ContractStep asking(Optional<String> fallback) {
        return ContractStep.named("ask")
                .pauses((text, context) ->
                        new Outcome.Paused(text, ContractLoop.TEXT_SCHEMA, Optional.of(SHORT), fallback));
    }

    // Deadlines

    @Test
    void fallbackRepliesAfterTheDeadline() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        AgentDriver driver = run(ContractLoop.of("Lead", asking(Optional.of("\"blue\"")), close));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1 with deadline with fallback "blue": Which?
                expired c1 fallback "blue"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void questionWithoutFallbackExpires() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        AgentDriver driver = run(ContractLoop.of("Lead", asking(Optional.empty()), close));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1 with deadline: Which?
                expired c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void deadlinePassesWhileNoDriverRuns() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", asking(Optional.of("\"blue\"")), close);
        end(run(loop));

        AgentDriver restarted = open(loop);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1 with deadline with fallback "blue": Which?
                expired c1 fallback "blue"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restarted);
    }

    // Replies and messages

    @Test
    void invalidReplyChangesNothing() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", ask, close);
        AgentDriver driver = run(loop);

        assertThrows(InvalidInputException.class, () -> driver.inbox().reply(id("t1"), "c1", "1"));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                """, driver);
    }

    @Test
    void messageDoesNotAnswerAQuestion() throws Exception {
        model().script("Lead", calls(pay.call("c1", "ten")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", pay, close);
        AgentDriver driver = run(loop);

        driver.inbox().message(id("t1"), "Hurry.");
        driver.inbox().approve(id("t1"), "c1", ALICE);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                message_received "Hurry."
                approved c1 by alice
                gate_passed c1
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    // Ends by people

    @Test
    void cancelledThreadDoesNotContinue() throws Exception {
        model().script("Lead", calls(pay.call("c1", "ten")));
        ContractLoop loop = ContractLoop.of("Lead", pay, close);
        AgentDriver driver = run(loop);

        driver.inbox().cancel(id("t1"), BOB, "Not needed.");

        assertThrows(NotWaitingException.class, () -> driver.inbox().approve(id("t1"), "c1", ALICE));
        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                stopped CANCELLED by bob: Not needed.
                """, driver);
        assertEquals(List.of(), effects());
    }

    @Test
    void personAnswersAnApproval() throws Exception {
        model().script("Lead", calls(pay.call("c1", "ten")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", pay, close);
        AgentDriver driver = run(loop);

        answer(driver, "c1", new Answer.Returned("\"paid by hand\""));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                answered_by_person c1 by alice: Returned[json="paid by hand"]
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of(), effects());
    }
}
