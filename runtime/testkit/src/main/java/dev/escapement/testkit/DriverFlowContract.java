package dev.escapement.testkit;

import static dev.escapement.testkit.ContractModel.calls;

import dev.escapement.thread.AgentThread;
import org.junit.jupiter.api.Test;

/** The contract of drivers for each flow of a step, without crashes. */
public abstract class DriverFlowContract extends DriverContract {

    private final ContractStep look = step("look");
    private final ContractStep close = ContractStep.named("close").finishes();

    /** Creates the tests. */
    protected DriverFlowContract() {}

    @Test
    void stepsReturnAndFinish() throws Exception {
        model().script("Lead", calls(look.call("c1", "a")), calls(close.call("c2", "ok")));

        AgentThread thread = run(ContractLoop.of("Lead", look, close));

        assertEvents("""
                started Lead "go"
                model_replied "" [c1 look{"text":"a"}] 15 tokens
                step_started c1 READ returns attempt 1 key #/1/c1
                step_returned c1 "a"
                model_replied "" [c2 close{"text":"ok"}] 15 tokens
                step_started c2 READ finishes attempt 1 key #/2/c2
                finished c2 "ok"
                """, thread);
    }
}
