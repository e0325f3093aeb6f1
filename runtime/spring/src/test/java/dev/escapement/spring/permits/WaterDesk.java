package dev.escapement.spring.permits;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import java.util.concurrent.atomic.AtomicInteger;

/** An agent whose instances are counted, and that a proxy can extend. */
@Agent(name = "water")
public class WaterDesk {

    private final AtomicInteger prompts = new AtomicInteger();

    @Prompt
    String prompt() {
        prompts.incrementAndGet();
        return "Answer questions about water.";
    }

    /** Returns the number of calls for the prompt. */
    public int prompts() {
        return prompts.get();
    }

    @Step
    Finish<String> close(CloseOffice call) {
        return Finish.with(call.remark());
    }
}
