package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.engine.Outcome;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.thread.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The contract of drivers for faults that would recur on each attempt, which must not be repeated without end, and for a
 * model that is unavailable for a time.
 */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverFaultContract extends DriverContract {

    private final ContractStep look = step("look");
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverFaultContract() {}

    /** Returns a step whose method throws an exception that it does not declare. */
    private ContractStep failing(Effect effect) {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));
        return look.effect(effect).body((text, context) -> {
            addEffect("look " + text);
            throw new IllegalStateException("The log contains this text.");
        });
    }

    @Test
    void failedReadIsAnswered() throws Exception {
        ContractLoop loop = ContractLoop.of("Lead", failing(Effect.READ), close);

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_failed c1 undeclared: The tool failed for a reason unrelated to the arguments. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, loop);
        assertEquals(List.of("look a"), effects());
    }

    @Test
    void idempotentStepIsRepeated() throws Exception {
        ContractLoop loop = ContractLoop.of("Lead", failing(Effect.IDEMPOTENT), close);

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 IDEMPOTENT returns attempt 1 key #/1/c1
                step_in_doubt c1 java.lang.IllegalStateException
                step_started c1 IDEMPOTENT returns attempt 2 key #/1/c1
                step_in_doubt c1 java.lang.IllegalStateException
                step_started c1 IDEMPOTENT returns attempt 3 key #/1/c1
                step_in_doubt c1 java.lang.IllegalStateException
                step_failed c1 undeclared in doubt: The tool failed, but it may have taken effect. Find out before you repeat the call. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, loop);
        assertEquals(List.of("look a", "look a", "look a"), effects());
    }

    @Test
    void failedWriteMayHaveTakenEffect() throws Exception {
        ContractLoop loop = ContractLoop.of("Lead", failing(Effect.WRITE), close);

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_in_doubt c1 java.lang.IllegalStateException
                step_failed c1 undeclared in doubt: The tool failed, but it may have taken effect. Find out before you repeat the call. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, loop);
        assertEquals(List.of("look a"), effects());
    }

    @Test
    void personDecidesAboutDestructiveStep() throws Exception {
        ContractLoop loop = ContractLoop.of("Lead", failing(Effect.DESTRUCTIVE), close);
        AgentDriver driver = run(loop);

        answer(driver, "c1", new Answer.Returned("\"done\""));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                step_in_doubt c1 java.lang.IllegalStateException
                answered_by_person c1 by alice: Returned[json="done"]
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("look a"), effects());
    }

    @Test
    void undeclaredErrorIsAnswered() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));
        ContractStep failing = look.body((text, context) -> {
            throw new AssertionError("The log contains this text.");
        });

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_failed c1 undeclared: The tool failed for a reason unrelated to the arguments. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", failing, close));
    }

    @Test
    void failingPromptWaitsForAPerson() throws Exception {
        model().script("Lead", calls(close.call("c1", "ok")));
        AtomicBoolean repaired = new AtomicBoolean();
        ContractLoop loop = ContractLoop.of("Lead", close).prompting(() -> {
            if (repaired.get()) {
                return "Lead";
            }
            throw new IllegalStateException("The log contains this text.");
        });
        AgentDriver driver = run(loop);
        repaired.set(true);

        driver.inbox().message(id("t1"), "The prompt is repaired.");

        assertEvents("""
                started Lead "go"
                request_failed PROMPT: the prompt method failed, reference #/1
                request_failed PROMPT: the prompt method failed, reference #/2
                request_failed PROMPT: the prompt method failed, reference #/3
                message_received "The prompt is repaired."
                model_replied "" [c1 close{"text":"ok"}] 15 tokens
                step_started c1 READ finishes attempt 1 key #/1/c1
                finished c1 "ok"
                """, driver);
    }

    @Test
    void failingModelWaitsForAPerson() throws Exception {
        model().script("Lead"); // a request without a reply is a defect of the model
        AgentDriver driver = run(ContractLoop.of("Lead", close));
        model().script("Lead", calls(close.call("c1", "ok")));

        driver.inbox().message(id("t1"), "The model is repaired.");

        assertEvents("""
                started Lead "go"
                request_failed PROVIDER: the model failed, reference #/1
                request_failed PROVIDER: the model failed, reference #/2
                request_failed PROVIDER: the model failed, reference #/3
                message_received "The model is repaired."
                model_replied "" [c1 close{"text":"ok"}] 15 tokens
                step_started c1 READ finishes attempt 1 key #/1/c1
                finished c1 "ok"
                """, driver);
    }

    @Test
    void unavailableModelIsRepeated() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));
        AtomicInteger requests = new AtomicInteger();
        model().before((agent, earlier) -> {
            if (earlier == 1 && requests.incrementAndGet() <= 2) {
                throw new ModelUnavailableException(
                        new ModelInfo("test", "model", "", 0), "The model is overloaded.", 529, null, null);
            }
        });

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", look, close));
        assertEquals(3, requests.get());
    }

    @Test
    void nullOutcomeIsAnswered() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));
        ContractStep broken = look.body((text, context) -> Outcome.returned(ContractStep.STRING, nothing()));

        assertRun("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_failed c1 undeclared: The tool ran, but its result cannot be shown. Reference: #/1/c1
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, ContractLoop.of("Lead", broken, close));
    }

    @SuppressWarnings("NullAway") // a step of an agent that is not checked
    private static String nothing() {
        return null;
    }

    @Test
    void failedContextPrecedesTheRequest() throws Exception {
        model().script("Lead", calls(close.call("c1", "ok")));

        assertRun("""
                started Lead "go"
                context_failed stock undeclared: It could not be fetched. Reference: #/stock
                model_replied "" [c1 close{"text":"ok"}] 15 tokens
                step_started c1 READ finishes attempt 1 key #/1/c1
                finished c1 "ok"
                """, ContractLoop.of("Lead", close).fetching(() -> {
            throw new IllegalStateException("The log contains this text.");
        }));
    }
}
