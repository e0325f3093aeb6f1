package dev.escapement.processor.functional.agent.crash;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Context;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import dev.escapement.model.Message;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.Rendering;
import java.util.ArrayList;
import java.util.List;

/** An agent with selected steps, gates on a sealed interface and by annotation, triggers, and context of all kinds. */
@Agent
@SuppressWarnings("ESC040")
final class Releases {

    private final World world;

    Releases(World world) {
        this.world = world;
    }

    record SlackMessage(String from, String text) {}

    /** Calls that change production. */
    sealed interface Production permits Deploy, RollBack {}

    /** The possible calls after a deployment. */
    sealed interface AfterDeploy permits SmokeTest, RollBack {}

    /** Deploy to staging. */
    @Tool
    record Stage(String tag) {}

    /** Promote the version on staging to production. */
    @Tool
    record Promote(String tag) {}

    /** Deploy to production. */
    @Tool
    record Deploy(String tag) implements Production {}

    /** Test the deployment. */
    @Tool
    record SmokeTest(String tag) implements AfterDeploy {}

    /** Restore the previous version. */
    @Tool
    record RollBack(String tag) implements Production, AfterDeploy {}

    /** Announce the release. */
    @Tool
    record Announce(String text) {}

    /** Done. */
    @Tool
    record Done(String summary) {}

    /** A declared failure. */
    static final class Locked extends Exception {
        private static final long serialVersionUID = 1L;

        private Locked(String message) {
            super(message);
        }
    }

    @Prompt
    String prompt() {
        return "You deploy.";
    }

    @Trigger
    String slack(SlackMessage message) {
        return message.from() + " writes: " + message.text();
    }

    @Trigger
    String nightly(int hour) {
        return "It is " + hour + " o'clock.";
    }

    @Prefetch
    List<String> tags() {
        return List.of(world.fetch("tags"));
    }

    @Prefetch
    String onCall() throws Locked {
        world.fetch("on call");
        throw new Locked("The list is locked");
    }

    @Prefetch(Prefetch.When.EACH_REQUEST)
    String inProduction(AgentThread thread) {
        String state = world.fetch("production");
        if (replies(thread) == 1) {
            throw new IllegalStateException("password: 12345");
        }
        return state;
    }

    @Context
    List<Message> context(AgentThread thread, boolean lastRequest) {
        List<Message> messages = new ArrayList<>(Rendering.messages(thread, lastRequest));
        messages.add(new Message.User("Request " + (replies(thread) + 1)));
        return messages;
    }

    @Gate
    Verdict review(Production call, AgentThread thread) {
        world.review("" + call);
        return ((Event.Started) thread.events().get(0)).start().trigger().equals("nightly")
                ? Verdict.deny("Not at night.")
                : Verdict.proceed();
    }

    @Gate
    Verdict review(Deploy call) {
        world.review("deploy " + call.tag());
        return Verdict.ask("Deploy " + call.tag() + "?");
    }

    @Step
    String stage(Stage call, StepContext context) {
        return world.change("staged " + call.tag(), context);
    }

    @Step(effect = Effect.IDEMPOTENT)
    Deploy promote(Promote call, StepContext context) {
        world.change("promoted " + call.tag(), context);
        return new Deploy(call.tag());
    }

    @Step(effect = Effect.DESTRUCTIVE)
    AfterDeploy deploy(Deploy call, StepContext context) {
        world.change("deployed " + call.tag(), context);
        return call.tag().endsWith("-bad") ? new RollBack(call.tag()) : new SmokeTest(call.tag());
    }

    @Step(effect = Effect.READ, offered = false)
    boolean smokeTest(SmokeTest call, StepContext context) {
        return !world.look("smoke of " + call.tag(), context).isEmpty();
    }

    @Step(effect = Effect.DESTRUCTIVE, offered = false)
    @Approval("Go back?")
    void rollBack(RollBack call, StepContext context) {
        world.change("rolled back " + call.tag(), context);
    }

    @Step
    @Approval
    void announce(Announce call, StepContext context) {
        world.change("announced " + call.text(), context);
    }

    @Step
    Finish<String> done(Done call, StepContext context) {
        return Finish.with(world.change(call.summary(), context));
    }

    private static long replies(AgentThread thread) {
        return thread.events().stream()
                .filter(Event.ModelReplied.class::isInstance)
                .count();
    }
}
