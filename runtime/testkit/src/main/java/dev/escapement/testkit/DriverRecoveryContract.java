package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.escapement.Effect;
import dev.escapement.Verdict;
import dev.escapement.engine.Outcome;
import dev.escapement.thread.AgentThread;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of drivers whose process ends during a fetch of context, a pause or an approved step. */
public abstract class DriverRecoveryContract extends DriverContract {

    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverRecoveryContract() {}

    @Test
    void contextIsFetchedAgain() throws Exception {
        ContractStep book = step("book").effect(Effect.WRITE);
        model().script("Lead", calls(book.call("c1", "room")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", book, close).fetching(() -> {
            act("stock", "full");
            return Outcome.returned(ContractStep.STRING, "full");
        });

        startAndCrash("end of stock", loop);

        assertEvents("""
                started Lead "go"
                context_fetched stock "full"
                model_replied "" [c1 book{"text":"room"}] 15 tokens
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_returned c1 "room"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, open(loop));
        assertEquals(List.of("stock full", "stock full", "book room"), effects());
    }

    @Test
    void pauseAsksOnce() throws Exception {
        ContractStep ask = ContractStep.named("ask").pauses((text, context) -> {
            act("ask", text);
            return new Outcome.Paused(text, ContractLoop.TEXT_SCHEMA);
        });
        ContractLoop loop = ContractLoop.of("Lead", ask, close);
        model().script("Lead", calls(ask.call("c1", "Which?")), calls(close.call("c2", "ok")));
        startAndCrash("end of ask", loop);
        AgentDriver driver = open(loop);
        AgentThread unused = awaitRest(driver, loop);

        driver.inbox().reply(id("t1"), "c1", "\"red\"");

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 ask{"text":"Which?"}] 15 tokens
                step_started c1 READ pauses attempt 1 key #/1/c1
                step_started c1 READ pauses attempt 2 key #/1/c1
                reply_asked c1: Which?
                reply_received c1 "red"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, driver);
    }

    @Test
    void approvalHoldsAfterACrash() throws Exception {
        ContractStep pay = step("pay").effect(Effect.WRITE).gate(Verdict.ask("Pay?"));
        model().script("Lead", calls(pay.call("c1", "ten")), calls(close.call("c2", "ok")));
        ContractLoop loop = ContractLoop.of("Lead", pay, close);
        AgentDriver first = run(loop);
        holdAt("end of pay");
        AgentThread unused = first.inbox().approve(id("t1"), "c1", ALICE);
        crash(first);

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 pay{"text":"ten"}] 15 tokens
                approval_asked c1: Pay?
                approved c1 by alice
                gate_passed c1
                step_started c1 WRITE returns attempt 1 key #/1/c1
                step_started c1 WRITE returns attempt 2 key #/1/c1
                step_returned c1 "ten"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, open(loop));
        assertEquals(List.of("pay ten", "pay ten"), effects());
    }
}
