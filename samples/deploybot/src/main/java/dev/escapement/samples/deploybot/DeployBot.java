package dev.escapement.samples.deploybot;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import java.util.List;

/** An agent that deploys tags to staging without approval, and to production after a person's approval. */
@Agent(maxSteps = 20, maxModelCalls = 20)
final class DeployBot {

    private final Repository repository;
    private final Deployments deployments;

    DeployBot(Repository repository, Deployments deployments) {
        this.repository = repository;
        this.deployments = deployments;
    }

    @Prompt
    String prompt() {
        return """
                You deploy the tags that people request, to staging first and then, on request, to production.
                Ask if a request does not state how far a tag shall go. Finish with a summary.""";
    }

    @Trigger
    String slack(SlackMessage message) {
        return message.user() + " in " + message.channel() + ": " + message.text();
    }

    @Prefetch
    List<Tag> tags() {
        return repository.tags();
    }

    @Step(effect = Effect.IDEMPOTENT)
    Deployment deployToStaging(DeployToStaging call, StepContext context) throws UnknownTag {
        Tag tag = repository.find(call.tag());
        return deployments.deploy(Environment.STAGING, tag.name(), tag.commit(), context.idempotencyKey());
    }

    @Gate
    Verdict review(DeployToProduction call) {
        try {
            Deployment tried = tried(call.tag());
            String now = deployments.current(Environment.PRODUCTION).tag();
            return Verdict.ask("Deploy " + tried.tag() + " (commit " + tried.commit() + ") to production? " + now
                    + " runs there now.");
        } catch (NotOnStaging denied) {
            return Verdict.deny(denied.getMessage());
        }
    }

    @Step(effect = Effect.DESTRUCTIVE)
    RunSmokeTest deployToProduction(DeployToProduction call, StepContext context) throws NotOnStaging {
        Deployment tried = tried(call.tag()); // checked again: days may have passed since the gate
        deployments.deploy(Environment.PRODUCTION, tried.tag(), tried.commit(), context.idempotencyKey());
        return new RunSmokeTest(tried.tag());
    }

    @Step(effect = Effect.READ, offered = false)
    SmokeTestReport smokeTest(RunSmokeTest call) {
        String running = deployments.current(Environment.PRODUCTION).tag();
        return new SmokeTestReport(running, running.equals(call.tag()));
    }

    @Step
    Pause<Clarification> ask(AskForClarification call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<Summary> done(Done call) {
        return Finish.with(new Summary(
                call.text(),
                deployments.current(Environment.STAGING).tag(),
                deployments.current(Environment.PRODUCTION).tag()));
    }

    /**
     * Returns the latest deployment of a tag to staging. It contains the deployed commit, even if the tag has moved
     * since.
     */
    private Deployment tried(String tag) throws NotOnStaging {
        return deployments.latest(Environment.STAGING, tag).orElseThrow(() -> new NotOnStaging(tag));
    }
}
