package deploy;

import dev.escapement.Agent;
import dev.escapement.Approval;
import dev.escapement.Context;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.ModelOptions;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Pause;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import dev.escapement.model.Message;
import dev.escapement.thread.AgentThread;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A deployment agent with triggers, schedules, context, gates, approvals, selections and pauses. */
@Agent(
        name = "deploybot",
        maxSteps = 20,
        maxTokens = 200_000,
        maxCost = "0.50",
        maxTime = "PT10M",
        onFailures = OnFailures.ASK_PERSON,
        onText = OnText.REJECT)
@ModelOptions(model = "large", temperature = 0.2)
public final class Deploybot {

    @Prompt
    String prompt() {
        return "You deploy the backend.";
    }

    @Trigger
    String slack(SlackMessage message) {
        return message.user() + ": " + message.text();
    }

    @Trigger
    String nightly(int hour) {
        return "It is " + hour + ". Deploy the newest tag to staging.";
    }

    @Trigger(schedule = "0 9 * * MON-FRI", zone = "Europe/Berlin")
    String morning(Instant tick) {
        return "It is " + tick + ". List the deployments that wait.";
    }

    @Trigger(schedule = "0 0 1 * *")
    String monthly() {
        return "A month is over. Remove old tags.";
    }

    @Prefetch
    List<GitTag> tags() throws DeployFailed {
        return List.of();
    }

    @Prefetch(Prefetch.When.EACH_REQUEST)
    String onCall(AgentThread thread) {
        return "alice";
    }

    @Context
    List<Message> context(AgentThread thread, boolean lastRequest) {
        return List.of(new Message.User(lastRequest ? "Finish." : "Go on."));
    }

    @Step(attempts = 5, maxResultLength = 2_000)
    void stage(DeployToStaging call) throws DeployFailed {}

    @Step
    DeployToProduction promote(Promote call) {
        return new DeployToProduction("v1");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    AfterDeploy deploy(DeployToProduction call, StepContext context) throws DeployFailed {
        return new RunSmokeTest(call.tag());
    }

    @Step(effect = Effect.READ, offered = false)
    @ModelOptions(effort = "high", maxOutputTokens = 16_000)
    boolean smokeTest(RunSmokeTest call) {
        return true;
    }

    @Approval("Go back to the tag before?")
    @Step(effect = Effect.DESTRUCTIVE)
    void rollBack(RollBack call) {}

    @Step
    Pause<Clarification> ask(AskPerson call) throws DeployFailed {
        return Pause.asking(call.question());
    }

    @Approval
    @Step(effect = Effect.TRANSACTIONAL)
    Pause<Boolean> urgent(AskWhetherUrgent call) {
        return Pause.asking("Is the deployment urgent?");
    }

    @Step
    Finish<String> done(Done call) {
        return Finish.with(call.summary());
    }

    @Gate
    Verdict review(DeployToProduction call) {
        return Verdict.ask("Deploy " + call.tag() + "?");
    }

    @Gate
    Verdict review(Production call, AgentThread thread) {
        return Verdict.proceed();
    }

    @Gate
    Verdict review(Production call) {
        return Verdict.proceed();
    }

    @Gate
    Verdict known(DeployToStaging call) throws IOException {
        return call.tag().isEmpty() ? Verdict.deny("Name a tag.") : Verdict.proceed();
    }
}
