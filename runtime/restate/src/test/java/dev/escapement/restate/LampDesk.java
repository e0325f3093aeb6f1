package dev.escapement.restate;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** An agent with a step that takes some time, an approval and an end. */
@Agent(name = "acme.LampDesk")
final class LampDesk {

    /** The number of times that {@link #model} requests the first step for the input {@code busy}. */
    static final int BUSY = 200;

    private final Duration stepTime;

    LampDesk(Duration stepTime) {
        this.stepTime = stepTime;
    }

    /**
     * Look at the lamp.
     *
     * @param lamp The name of the lamp
     */
    @Tool
    record LookAtLamp(String lamp) {}

    /**
     * Refund the lamp.
     *
     * @param lamp The name of the lamp
     */
    @Tool
    record RefundLamp(String lamp) {}

    /**
     * Close the case.
     *
     * @param summary The result
     */
    @Tool
    record CloseLampCase(String summary) {}

    /** Requests a refund and then the end, or for the input {@code busy} the first step again and again. */
    static ModelReply model(ModelRequest request) {
        long answers = request.messages().stream()
                .filter(message -> message instanceof Message.ToolAnswer)
                .count();
        boolean isBusy = request.messages().get(0) instanceof Message.User user
                && user.content().toString().contains("busy");
        if (isBusy && answers < BUSY) {
            return ModelReply.call("c" + answers, "look_at_lamp", "{\"lamp\":\"red\"}");
        }
        return answers == 0
                ? ModelReply.call("c0", "refund_lamp", "{\"lamp\":\"red\"}")
                : ModelReply.call("c" + answers, "close_lamp_case", "{\"summary\":\"refunded\"}");
    }

    @Prompt
    String prompt() {
        return "You refund lamps.";
    }

    @Step(effect = Effect.READ)
    String look(LookAtLamp call) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(stepTime.toMillis());
        return call.lamp();
    }

    @Gate
    Verdict review(RefundLamp call) {
        return Verdict.ask("Refund " + call.lamp() + "?");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String refund(RefundLamp call) {
        return call.lamp();
    }

    @Step
    Finish<String> close(CloseLampCase call) {
        return Finish.with(call.summary());
    }
}
