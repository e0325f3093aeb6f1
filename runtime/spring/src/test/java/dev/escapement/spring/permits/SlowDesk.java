package dev.escapement.spring.permits;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import java.util.concurrent.CountDownLatch;

/** An agent whose step waits. */
@Agent(name = "slow")
public final class SlowDesk {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch permitted = new CountDownLatch(1);

    @Prompt
    String prompt() {
        return "Take your time.";
    }

    @Step(effect = Effect.IDEMPOTENT)
    Finish<String> close(CloseOffice call) throws InterruptedException {
        entered.countDown();
        permitted.await();
        return Finish.with(call.remark());
    }

    /** Returns the latch that the step opens when it is called. */
    public CountDownLatch entered() {
        return entered;
    }

    /** Returns the latch for which the step waits. */
    public CountDownLatch permitted() {
        return permitted;
    }
}
