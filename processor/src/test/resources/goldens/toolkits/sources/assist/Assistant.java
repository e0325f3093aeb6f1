package assist;

import dev.escapement.Agent;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Gate;
import dev.escapement.Prefetch;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.Verdict;
import dev.escapement.tool.Call;

/** An assistant with a mailbox and a calendar. */
@Agent(
    toolkits = {Mailbox.class, Calendar.class},
    withheld = DeleteMail.class)
public final class Assistant {
  @Prompt
  String prompt() {
    return "You manage mails and appointments.";
  }

  @Step
  Finish<String> close(Close call) {
    return Finish.with(call.summary());
  }

  @Step(effect = Effect.READ)
  DeleteMail tidy(Tidy call) {
    return new DeleteMail(call.number());
  }

  @Gate(effects = {Effect.WRITE, Effect.DESTRUCTIVE})
  Verdict audit(Call call) {
    return call.arguments().length() > 10_000 ? Verdict.deny("The call is too long.") : Verdict.proceed();
  }

  @Gate
  Verdict limit(Change call) {
    return Verdict.proceed();
  }

  @Prefetch
  String user() {
    return "Ann";
  }
}
