package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.thread.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of drivers for threads that another release of the agent continues. */
@SuppressWarnings("this-escape") // a step keeps the contract, whose effects it records when it runs
public abstract class DriverReleaseContract extends DriverContract {

    private final ContractStep book = step("book").effect(Effect.WRITE);
    private final ContractStep ask = ContractStep.named("ask").pauses();
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverReleaseContract() {}

    @Test
    void releaseIsRecorded() throws Exception {
        model().script(
                        "Lead",
                        calls(ask.call("c1", "Which?")),
                        calls(book.call("c2", "room")),
                        calls(close.call("c3", "ok")));
        end(run(ContractLoop.of("Lead", ask, close)));
        ContractLoop release = ContractLoop.of("Lead", ask, book, close);
        AgentDriver driver = open(release);

        driver.inbox().reply(id("t1"), "c1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                reply_received c1 "red"
                agent_updated [ask, book, close]
                model_replied "" [c2 book{"text":"room"}] 15 tokens
                step_started c2 WRITE returns attempt 1 key #/2/c2
                step_returned c2 "room"
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/3/c3
                finished c3 "ok"
                """, driver);
    }

    @Test
    void equalReleaseIsNotRecorded() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", ask, close);
        end(run(loop));
        AgentDriver driver = open(loop);

        driver.inbox().reply(id("t1"), "c1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                reply_received c1 "red"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void removedStepIsNotApproved() throws Exception {
        model().script("Lead", calls(book.call("c1", "room")), calls(close.call("c2", "ok")));
        AgentDriver driver = run(ContractLoop.of("Lead", book.gate(Verdict.ask("Book?")), close));
        end(driver);
        ContractLoop release = ContractLoop.of("Lead", close);
        AgentDriver restarted = open(release);

        restarted.inbox().message(id("t1"), "Go on.");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                approval_asked c1: Book?
                message_received "Go on."
                agent_updated [close]
                call_rejected c1 faulty: Unknown tool book. The tools are: close.
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, restarted);
        assertEquals(List.of(), effects());
    }

    @Test
    void personAnswersForARemovedStepInDoubt() throws Exception {
        model().script("Lead", calls(book.call("c1", "room")), calls(close.call("c2", "ok")));
        startAndCrash("end of book", ContractLoop.of("Lead", book, close));
        ContractLoop release = ContractLoop.of("Lead", close);
        AgentDriver driver = open(release);

        answer(driver, "c1", new Answer.Returned("\"booked\""));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                answered_by_person c1 by alice: Returned[json="booked"]
                agent_updated [close]
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void stricterEffectApplies() throws Exception {
        model().script("Lead", calls(book.call("c1", "room")), calls(close.call("c2", "ok")));
        startAndCrash("end of book", ContractLoop.of("Lead", book.effect(Effect.DESTRUCTIVE), close));
        ContractLoop release = ContractLoop.of("Lead", book.effect(Effect.READ), close);
        AgentDriver driver = open(release);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 DESTRUCTIVE returns attempt 1 key #/1/c1
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void addedGateAppliesToAnOpenCall() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?"), book.call("c2", "room")), calls(close.call("c3", "ok")));
        end(run(ContractLoop.of("Lead", ask, book, close)));
        ContractLoop release = ContractLoop.of("Lead", ask, book.gate(Verdict.deny("Closed.")), close);
        AgentDriver driver = open(release);

        driver.inbox().reply(id("t1"), "c1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}, c2 book{"text":"room"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                reply_received c1 "red"
                gate_denied c2: Closed.
                model_replied "" [c3 close{"text":"ok"}] 15 tokens
                step_started c3 READ finishes attempt 1 key #/2/c3
                finished c3 "ok"
                """, driver);
    }

    /** The execution continues with the request that the old release did not complete. */
    @Test
    void releaseContinuesARunningExecution() throws Exception {
        model().script("Lead", calls(book.call("c1", "room")), calls(close.call("c2", "ok")));
        startAndCrash(request("Lead", 1), ContractLoop.of("Lead", book, close));
        AgentDriver driver = open(ContractLoop.of("Lead", ask, book, close));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_returned c1 "room"
                agent_updated [ask, book, close]
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
        assertEquals(List.of("book room"), effects());
    }

    @Test
    void removedPauseIsRejected() throws Exception {
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        end(run(ContractLoop.of("Lead", ask, close)));
        AgentDriver driver = open(ContractLoop.of("Lead", close));

        driver.inbox().message(id("t1"), "Go on.");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                reply_asked c1: Which?
                message_received "Go on."
                agent_updated [close]
                call_rejected c1: Not answered, because the question was withdrawn. Make the call again if the answer is still needed.
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }
}
