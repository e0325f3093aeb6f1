package dev.escapement.spring.permits;

import dev.escapement.Agent;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;

/** An agent with an interface. */
@Agent(name = "fire")
public class FireDesk implements Runnable {

    @Override
    public void run() {}

    @Prompt
    String prompt() {
        return "Answer questions about fires.";
    }

    @Step
    Finish<String> close(CloseOffice call) {
        return Finish.with(call.remark());
    }
}
