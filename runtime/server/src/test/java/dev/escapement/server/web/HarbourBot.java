package dev.escapement.server.web;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Pause;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Verdict;
import jakarta.validation.constraints.Pattern;

/** An agent that requests an approval or a reply, for tests of the inbox. */
@Agent(name = "acme.HarbourBot")
final class HarbourBot {

    /**
     * Deploys a tag to production. Users see the new version at once.
     *
     * @param tag The tag, like v1.4.2
     */
    @Tool
    record DeployTag(
            @Pattern(regexp = "v\\d+\\.\\d+\\.\\d+") String tag) {}

    /**
     * Asks how far a tag shall go.
     *
     * @param question The question
     */
    @Tool
    record AskForTarget(String question) {}

    /**
     * Ends the work.
     *
     * @param text The summary
     */
    @Tool
    record ReportOutcome(String text) {}

    /**
     * A reply of a person.
     *
     * @param target how far the tag shall go
     */
    record TargetReply(Target target) {}

    /** An environment. */
    enum Target {
        STAGING,
        PRODUCTION
    }

    @Prompt
    String prompt() {
        return "You deploy tags.";
    }

    @Gate
    Verdict review(DeployTag call) {
        return Verdict.ask("Deploy " + call.tag() + " to production? v1.4.0 runs there now.");
    }

    @Step(effect = Effect.DESTRUCTIVE)
    String deploy(DeployTag call) {
        return call.tag();
    }

    @Step
    Pause<TargetReply> ask(AskForTarget call) {
        return Pause.asking(call.question());
    }

    @Step
    Finish<String> report(ReportOutcome call) {
        return Finish.with(call.text());
    }
}
