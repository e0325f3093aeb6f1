package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Context;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Rendering;
import java.time.Duration;

/** An agent whose result is the model's text, with narrow budgets of every kind and its own rendering. */
@Agent(maxSteps = 4, maxModelCalls = 0, maxTokens = 1000, maxCost = "1.00", maxTime = "PT1H", onText = OnText.FINISH)
@SuppressWarnings("ESC040")
final class Digest {

    private final World world;

    Digest(World world) {
        this.world = world;
    }

    /** Read a page. */
    @Tool
    record ReadPage(int page) {}

    /** Print. */
    @Tool
    record Print(int copies) {}

    /** Done. */
    @Tool
    record Done(String digest) {}

    @Prompt
    String prompt() {
        return "You digest.";
    }

    @Context
    String context(AgentThread thread, boolean lastRequest) {
        return Rendering.text(thread) + (lastRequest ? "\nFinish now." : "");
    }

    @Step(effect = Effect.READ)
    String read(ReadPage call, StepContext context) {
        return world.look("page " + call.page(), context);
    }

    @Step
    void print(Print call, StepContext context) {
        world.change("printed " + call.copies(), context);
        world.pass(Duration.ofHours(call.copies()));
    }

    @Step
    Finish<String> done(Done call, StepContext context) {
        return Finish.with(world.change(call.digest(), context));
    }
}
