package dev.escapement.processor;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Tool;
import dev.escapement.Trigger;
import dev.escapement.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A deployment assistant for {@link TwelveFactorDefectsTest}, without explicit limits. */
@Agent
@SuppressWarnings("ESC040")
final class Deployer {

    /** The calls that ran, in order. */
    final List<Object> done = new CopyOnWriteArrayList<>();

    record Mail(String from, String body) {}

    /** Look at a tag. */
    @Tool
    record LookAt(String tag) {}

    /** Deploy to production. */
    @Tool
    record Deploy(String tag, String newCommit) {}

    /** Done. */
    @Tool
    record Done(String summary) {}

    @Prompt
    String prompt() {
        return "You deploy.";
    }

    @Trigger
    String mail(Mail mail) {
        return mail.body();
    }

    @Gate
    Verdict review(Deploy call) {
        return Verdict.ask("Deploy " + call.tag() + " at " + call.newCommit() + "?");
    }

    @Step(effect = Effect.READ)
    String look(LookAt call) {
        done.add(call);
        return "green";
    }

    @Step(effect = Effect.DESTRUCTIVE)
    void deploy(Deploy call) {
        done.add(call);
    }

    @Step
    Finish<String> done(Done call) {
        return Finish.with(call.summary());
    }
}
