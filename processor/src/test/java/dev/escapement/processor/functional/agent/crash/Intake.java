package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.Verdict;

/** An agent with required tool calls, few requests and steps, and a failing gate. */
@Agent(
        maxSteps = 4,
        maxModelCalls = 4,
        maxConsecutiveFailures = 3,
        onFailures = OnFailures.STOP,
        onText = OnText.REJECT)
@SuppressWarnings("ESC040")
final class Intake {

    private final World world;

    Intake(World world) {
        this.world = world;
    }

    /** Look into a drawer. */
    @Tool
    record OpenDrawer(int number) {}

    /** File a paper. */
    @Tool
    record FilePaper(String paper) {}

    /** Destroy a paper. */
    @Tool
    record Shred(String paper) {}

    /** Done. */
    @Tool
    record Done(String summary) {}

    @Prompt
    String prompt() {
        return "You file papers.";
    }

    @Gate
    Verdict mayFile(FilePaper call) {
        world.review("file " + call.paper());
        if (call.paper().equals("secret")) {
            throw new IllegalStateException("password: 12345");
        }
        return Verdict.proceed();
    }

    @Step(effect = Effect.READ)
    String open(OpenDrawer call, StepContext context) {
        return world.look("drawer " + call.number(), context);
    }

    @Step
    String file(FilePaper call, StepContext context) {
        return world.change("filed " + call.paper(), context);
    }

    @Step(effect = Effect.DESTRUCTIVE)
    @Approval
    void shred(Shred call, StepContext context) {
        world.change("shredded " + call.paper(), context);
    }

    @Step
    Finish<String> done(Done call, StepContext context) {
        return Finish.with(world.change(call.summary(), context));
    }
}
