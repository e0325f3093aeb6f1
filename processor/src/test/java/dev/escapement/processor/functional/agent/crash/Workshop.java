package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.Verdict;

/** An agent with one step of each kind, for events of people that arrive while the step runs. */
@Agent(maxTokens = 1000)
@SuppressWarnings("ESC040")
final class Workshop {

    private final World world;

    Workshop(World world) {
        this.world = world;
    }

    /** Inspect a part. */
    @Tool
    record Inspect(String part) {}

    /** Clean a part. */
    @Tool
    record Clean(String part) {}

    /** Paint a part. */
    @Tool
    record Paint(String part) {}

    /** Scrap a part. */
    @Tool
    record Scrap(String part) {}

    /** Select what to paint. */
    @Tool
    record Plan(String part) {}

    /** Ask for the colour. */
    @Tool
    record AskColour(String part) {}

    /** Drill a part. */
    @Tool
    record Drill(String part) {}

    /** Sign a paper. */
    @Tool
    record Sign(String paper) {}

    /** Deliver. */
    @Tool
    record Deliver(String to) {}

    @Prompt
    String prompt() {
        return "You repair.";
    }

    @Prefetch(Prefetch.When.EACH_REQUEST)
    String stock() {
        return world.fetch("stock");
    }

    @Gate
    Verdict review(Drill call) {
        world.review("drill " + call.part());
        return Verdict.proceed();
    }

    @Step(effect = Effect.READ)
    String inspect(Inspect call, StepContext context) {
        return world.look("inspected " + call.part(), context);
    }

    @Step(effect = Effect.IDEMPOTENT)
    String clean(Clean call, StepContext context) {
        return world.change("cleaned " + call.part(), context);
    }

    @Step
    String paint(Paint call, StepContext context) {
        return world.change("painted " + call.part(), context);
    }

    @Step(effect = Effect.DESTRUCTIVE)
    @Approval
    String scrap(Scrap call, StepContext context) {
        return world.change("scrapped " + call.part(), context);
    }

    @Step
    Paint plan(Plan call, StepContext context) {
        world.change("planned " + call.part(), context);
        return new Paint("planned " + call.part());
    }

    @Step
    Pause<String> askColour(AskColour call, StepContext context) {
        return Pause.asking(world.change("asked about " + call.part(), context));
    }

    @Step
    String drill(Drill call, StepContext context) {
        return world.change("drilled " + call.part(), context);
    }

    @Step
    @Approval
    String sign(Sign call, StepContext context) {
        return world.change("signed " + call.paper(), context);
    }

    @Step
    Finish<String> deliver(Deliver call, StepContext context) {
        return Finish.with(world.change("delivered to " + call.to(), context));
    }
}
