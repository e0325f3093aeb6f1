package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static dev.escapement.testkit.ContractModel.text;

import dev.escapement.engine.Outcome;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.thread.AgentThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The contract of drivers for decisions and messages that arrive while a thread is executed. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverDecisionContract extends DriverContract {

    private final ContractStep look = step("look");
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverDecisionContract() {}

    /** The cancellation does not interrupt the step, whose outcome is recorded after the end. */
    @Test
    void outcomeFollowsACancellation() throws Exception {
        assumeRecordsDuringActions(true);
        model().script("Lead", calls(look.call("c1", "a")));
        ContractLoop loop = ContractLoop.of("Lead", look, close);
        AgentDriver driver = open(loop);
        holdAt("start of look");
        start(driver);
        awaitBarrier(driver);

        driver.inbox().cancel(id("t1"), BOB, "Not needed.");
        releaseBarrier();

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                stopped CANCELLED by bob: Not needed.
                step_returned c1 "a"
                """, driver);
    }

    @Test
    void messageDuringARequestIsUnseen() throws Exception {
        assumeRecordsDuringActions(true);
        model().script("Lead", text("Which?"), calls(close.call("c1", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", close);
        AgentDriver driver = open(loop);
        holdAt(request("Lead", 0));
        start(driver);
        awaitBarrier(driver);

        driver.inbox().message(id("t1"), "red");
        releaseBarrier();

        assertEvents("""
                started Lead "go"
                message_received "red"
                model_replied "Which?" [] 15 tokens, 1 unseen
                model_replied "" [c1 close{"text":"ok"}] 15 tokens
                step_started c1 READ finishes attempt 1 key #/2/c1
                finished c1 "ok"
                """, driver);
    }

    @Test
    void cancellationWaitsForTheOutcome() throws Exception {
        assumeRecordsDuringActions(false);
        ContractStep ask = ContractStep.named("ask").pauses((text, context) -> {
            act("ask", text);
            return new Outcome.Paused(text, ContractLoop.TEXT_SCHEMA);
        });
        model().script("Lead", calls(ask.call("c1", "Which?")));
        AgentDriver driver = open(ContractLoop.of("Lead", ask, close));
        holdAt("start of ask");
        start(driver);
        awaitBarrier(driver);

        decideAndRelease(() -> driver.inbox().cancel(id("t1"), BOB, "Not needed."));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                stopped CANCELLED by bob: Not needed.
                """, driver);
    }

    @Test
    void messageWaitsForTheReply() throws Exception {
        assumeRecordsDuringActions(false);
        model().script("Lead", text("Which?"), calls(close.call("c1", "ok")));
        AgentDriver driver = open(ContractLoop.of("Lead", close));
        holdAt(request("Lead", 0));
        start(driver);
        awaitBarrier(driver);

        decideAndRelease(() -> driver.inbox().message(id("t1"), "red"));

        assertEvents("""
                started Lead "go"
                model_replied "Which?" [] 15 tokens
                message_received "red"
                model_replied "" [c1 close{"text":"ok"}] 15 tokens
                step_started c1 READ finishes attempt 1 key #/2/c1
                finished c1 "ok"
                """, driver);
    }

    /** Continues the action at the place that was set while another Java thread records a decision. */
    private void decideAndRelease(Supplier<AgentThread> decision) throws Exception {
        CompletableFuture<AgentThread> decided = CompletableFuture.supplyAsync(decision);
        releaseBarrier();
        AgentThread unused = decided.get(1, TimeUnit.MINUTES);
    }

    @Test
    void cancellationEndsARepeatedRequest() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        model().before((agent, earlier) -> {
            requests.incrementAndGet();
            throw new ModelUnavailableException(
                    new ModelInfo("test", "model", "", 0), "The model is overloaded.", 529, null, null);
        });
        AgentDriver driver = open(ContractLoop.of("Lead", close));
        start(driver);
        AgentThread unused = await(driver, id("t1"), "has failed", thread -> requests.get() > 0);

        driver.inbox().cancel(id("t1"), BOB, "Not needed.");

        assertEvents("""
                started Lead "go"
                stopped CANCELLED by bob: Not needed.
                """, driver);
    }
}
